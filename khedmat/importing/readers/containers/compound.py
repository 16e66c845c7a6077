"""Old office files (OLE): which of them it is, by the streams at the top of their directory."""

from collections.abc import Iterator

from khedmat.importing.readers.unreadable import LOCKED, Unreadable

_STREAMS = (
    ("EncryptedPackage", "locked"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
)
_ENTRY = 128  # bytes of a directory entry
_NOTHING = 0xFFFFFFFF


def compound_kind(data: bytes) -> str:
    """`doc`, `xls`, `ppt`, or `compound` of any other. Unreadable with a sentence when it is locked."""
    top = {_name(entry): entry for entry in _top_entries(data)}
    kind = next((kind for stream, kind in _STREAMS if stream in top), None) or _kind_somewhere(data)
    if kind == "locked" or _is_locked(data, top.get("WordDocument")):
        raise Unreadable(LOCKED)
    return kind


def _is_locked(data: bytes, text: bytes | None) -> bool:
    """A bit in the head of an old Word text says so: [MS-DOC] 2.5.2, fEncrypted."""
    start = (_number(text, 116) + 1) * _sector_size(data) if text else 0
    head = data[start : start + 12]
    return head.startswith(b"\xec\xa5") and len(head) == 12 and bool(head[11] & 1)


def _kind_somewhere(data: bytes) -> str:
    """By the name of a stream anywhere: the directory may be damaged or stand behind what the header tells."""
    return next((kind for stream, kind in _STREAMS if stream.encode("utf-16-le") in data), "compound")


def _top_entries(data: bytes) -> Iterator[bytes]:
    """Of what stands in the root itself: a letter may hold a whole table of Excel, deeper in it."""
    entries = _entries(data)
    waiting, seen = [_number(entries[0], 76)] if entries else [], {0}
    while waiting:
        number = waiting.pop()
        if number in seen or number >= len(entries):
            continue
        seen.add(number)
        yield entries[number]
        waiting += [_number(entries[number], 68), _number(entries[number], 72)]


def _entries(data: bytes) -> list[bytes]:
    """The directory, along its chain of sectors; a damaged one ends where it leads nowhere."""
    if len(data) < 512:
        return []
    size, sector = _sector_size(data), _number(data, 48)
    found: list[bytes] = []
    seen: set[int] = set()
    while sector not in seen and (chunk := data[(sector + 1) * size : (sector + 2) * size]):
        seen.add(sector)
        found += [chunk[start : start + _ENTRY] for start in range(0, len(chunk) - _ENTRY + 1, _ENTRY)]
        sector = _next(data, sector, size)
    return found


def _sector_size(data: bytes) -> int:
    return 4096 if data[30:32] == b"\x0c\x00" else 512


def _next(data: bytes, sector: int, size: int) -> int:
    """What the table of sectors says; its first 109 pieces are named in the header, enough for seven megabytes."""
    each = size // 4
    piece = sector // each
    if piece >= 109:
        return _NOTHING
    place = (_number(data, 76 + 4 * piece) + 1) * size + 4 * (sector % each)
    return _number(data, place) if place + 4 <= len(data) else _NOTHING


def _number(data: bytes, place: int) -> int:
    return int.from_bytes(data[place : place + 4], "little")


def _name(entry: bytes) -> str:
    length = int.from_bytes(entry[64:66], "little")
    return entry[: max(min(length, 64) - 2, 0)].decode("utf-16-le", errors="replace")
