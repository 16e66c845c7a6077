"""The parts of a workbook, unpacked one by one until it has cost enough. Macros and outer links are never looked at."""

import posixpath
from typing import NamedTuple

from khedmat.importing.readers.containers.packages import members_of, plain_name, unpacked
from khedmat.importing.readers.containers.sheets.xlsx.xml import tags
from khedmat.importing.readers.unreadable import Unreadable

MOST_OF_A_PART, MOST_OF_ALL = 48 * 1024 * 1024, 64 * 1024 * 1024  # bytes

MOST_RATIO, _SMALL = 100, 1024 * 1024  # Excel packs ten to thirty times; a bomb a thousand times
_BOMB = "بخشی از این فایل Excel بیش از اندازه فشرده شده است و باز نمی‌شود؛ برگه‌ها را در فایلی تازه رونوشت کنید."


class Target(NamedTuple):
    """`kind`: the last word of its type; `name`: a part, or an address where it is `outside`."""

    kind: str
    name: str
    outside: bool


class Parts:
    """Of one file, by name."""

    def __init__(self, data: bytes) -> None:
        self._zip = members_of(data)
        self._members = {plain_name(member.filename): member for member in self._zip.filelist}
        self._left = MOST_OF_ALL

    def holds(self, name: str) -> bool:
        return plain_name(name) in self._members

    def read(self, name: str) -> bytes:
        """Nothing where there is no such part. Unreadable where it is locked, damaged or beyond any form."""
        member = self._members.get(plain_name(name))
        if member is None:
            return b""
        if member.file_size > max(_SMALL, MOST_RATIO * member.compress_size):
            raise Unreadable(_BOMB)
        content = unpacked(self._zip, member, min(MOST_OF_A_PART, self._left))
        self._left -= len(content)
        return content

    def relations(self, name: str) -> dict[str, Target]:
        """Where a part points to, by the names that it has for it."""
        folder, last = posixpath.split(name)
        found = (tag.attributes for tag in tags(self.read(f"{folder}/_rels/{last}.rels")))
        return {one["Id"]: _target(one, folder) for one in found if "Id" in one}


def _target(relation: dict[str, str], folder: str) -> Target:
    kind, target = relation.get("Type", "").rpartition("/")[2], relation.get("Target", "")
    outside = relation.get("TargetMode") == "External"
    return Target(kind, target if outside else posixpath.normpath(posixpath.join("/", folder, target)), outside)
