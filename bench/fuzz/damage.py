"""One damage to a file's bytes: what copying, sending and bad disks do, and what somebody does on purpose."""

import random
from collections.abc import Callable

Damage = Callable[[bytes, random.Random], bytes]


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(1, max(2, len(data)))]


def beheaded(data: bytes, chance: random.Random) -> bytes:
    return data[chance.randrange(1, max(2, min(len(data), 4000))) :]


def flipped(data: bytes, chance: random.Random) -> bytes:
    """From one bit to a few hundred."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 3, 20, 300))):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def zeroed(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    length = chance.randrange(1, 2000)
    return data[:start] + bytes(min(length, len(data) - start)) + data[start + length :]


def repeated(data: bytes, chance: random.Random) -> bytes:
    """A piece of it once more, up to a few hundred times."""
    start = chance.randrange(len(data))
    piece = data[start : start + chance.randrange(1, 400)]
    return data[:start] + piece * chance.choice((2, 10, 400)) + data[start:]


def shuffled(data: bytes, chance: random.Random) -> bytes:
    size = max(1, len(data) // 12)
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    chance.shuffle(pieces)
    return b"".join(pieces)


def salted(data: bytes, chance: random.Random) -> bytes:
    """Pieces that break readers: numbers, marks of formats, control characters."""
    salts = (
        b"\xff" * 8,
        b"\x00" * 8,
        b"%n%s",
        b"<" * 50,
        b"-1",
        b"999999999999",
        b"\x7fELF",
        b"]]>",
        b"\r\n\r\n",
        b"\xed\xa0\x80",
    )
    at = chance.randrange(len(data))
    return data[:at] + chance.choice(salts) + data[at + chance.randrange(8) :]


DAMAGES: tuple[Damage, ...] = (cut, beheaded, flipped, flipped, zeroed, repeated, shuffled, salted)
