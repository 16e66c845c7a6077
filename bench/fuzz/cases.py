"""The malformed files of a seed: every trap, then damaged sound files, half of them under a wrong name."""

import random
from collections.abc import Iterator

from bench.fuzz.damage import DAMAGES
from bench.fuzz.seeds import seeds
from bench.fuzz.traps import traps

ENDINGS = (".docx", ".xlsx", ".pdf", ".html", ".txt", ".zip", ".png", ".csv", ".rtf", ".exe", "")


def cases(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Name and content of `count` files."""
    made = list(traps())
    yield from made[:count]
    yield from damaged(max(0, count - len(made)), seed)


def damaged(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Sound files after one damage or a few."""
    chance, sound = random.Random(seed), sorted(seeds().items())  # noqa: S311
    for number in range(count):
        name, data = sound[number % len(sound)]
        for _ in range(chance.choice((1, 1, 2, 4))):
            data = chance.choice(DAMAGES)(data, chance) or b"\x00"
        yield _named(name, number, chance), data


def _named(name: str, number: int, chance: random.Random) -> str:
    stem, dot, ending = name.rpartition(".")
    return f"{stem}-{number}{chance.choice(ENDINGS) if chance.random() < 0.5 else dot + ending}"
