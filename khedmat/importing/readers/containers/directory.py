"""The directory at the end of a zip file, asked for its size before anything makes objects of its entries."""

import struct
from typing import BinaryIO

_END, _ENTRY = b"PK\x05\x06", b"PK\x01\x02"
_RECORD = struct.Struct("<4s4H2LH")  # the last one of a zip file: PKWARE APPNOTE 4.3.16
_LONGEST_REMARK = 0xFFFF
_LONGEST_ENTRY = 400  # bytes, on the average: 46, its name and a few dates


def is_crowded(source: BinaryIO, most: int) -> bool:
    """Half a million entries take seconds and hundreds of megabytes as soon as a library lists them.

    What has no directory is not crowded.
    """
    size, end = _directory(source)
    if size > most * _LONGEST_ENTRY:
        return True
    source.seek(max(end - size, 0))
    return source.read(size).count(_ENTRY) > most


def _directory(source: BinaryIO) -> tuple[int, int]:
    """Its bytes, and where they end; nothing where the record of them is missing."""
    end = source.seek(0, 2)
    begin = source.seek(max(end - _LONGEST_REMARK - _RECORD.size, 0))
    tail = source.read()
    bare = len(tail) - _RECORD.size
    at = bare if tail[max(bare, 0) :].startswith(_END) else tail.rfind(_END)
    if at < 0 or at > bare:
        return 0, end
    return _RECORD.unpack_from(tail, at)[5], begin + at
