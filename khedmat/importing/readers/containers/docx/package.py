"""The parts of a Word file and how they refer to each other. Macros and pictures are never looked at."""

import posixpath
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from lxml.etree import _Element

from khedmat.importing.readers.containers.docx.xml import LONG, MOST_TAGS, parsed, tags_in
from khedmat.importing.readers.containers.packages import members_of, plain_name, unpacked
from khedmat.importing.readers.unreadable import Unreadable

MOST_OF_A_PART = 12 * 1024 * 1024
MOST_OF_ALL = 40 * 1024 * 1024
_LONGEST_TARGET = 2000
_MOST_LISTS, _LONGEST_LIST = 64, 8000  # of relations: how many are remembered, and bytes of one
_TYPES = "[content_types].xml"
_USUAL_MAIN = "word/document.xml"


class Relation(NamedTuple):
    """`kind`: last word of its type; `target`: a part's name, or an address where it is outside."""

    kind: str
    target: str
    outside: bool

    @property
    def address(self) -> str:
        """Of a page of the web; empty of anything else."""
        is_page = self.outside and self.target.lower().startswith(("http://", "https://"))
        return self.target if is_page else ""


class Package:
    """Parts by name, unpacked one by one until the file has cost enough."""

    def __init__(self, data: bytes) -> None:
        self._zip = members_of(data)
        self._members = {plain_name(member.filename): member for member in self._zip.filelist}
        self._left, self._tags_left = MOST_OF_ALL, MOST_TAGS
        self._uncounted: list[bytes] = []
        self.relations = cache(self._relations)

    def read(self, part: str) -> bytes:
        """Nothing where there is no such part. Unreadable beyond what a form may hold."""
        member = self._members.get(plain_name(part))
        if member is None:
            return b""
        content = unpacked(self._zip, member, min(MOST_OF_A_PART, self._left))
        self._left -= len(content)
        self._uncounted.append(content)
        if sum(map(len, self._uncounted)) > self._tags_left:
            self._count_tags()
        return content

    def _count_tags(self) -> None:
        """Only where there are bytes enough for more than a form may hold: to count them takes as long as to unpack."""
        self._tags_left -= sum(map(tags_in, self._uncounted))
        self._uncounted.clear()
        if self._tags_left < 0:
            raise Unreadable(LONG)

    def main(self) -> str:
        """The part that is the text: by the package's own relations, by its list of types, or where Word puts it."""
        return next(filter(self._holds, [*self._targets("", "officeDocument"), *self._typed()]), _USUAL_MAIN)

    def related(self, part: str, kind: str) -> bytes:
        """The part of a kind that a part refers to: its styles, its lists."""
        return self.read(next(iter(self._targets(part, kind)), f"word/{kind}.xml"))

    def _targets(self, part: str, kind: str) -> list[str]:
        return [one.target for one in self.relations(part).values() if one.kind == kind]

    def _relations(self, part: str) -> Mapping[str, Relation]:
        folder, name = posixpath.split(part)
        xml = self.read(f"{folder}/_rels/{name}.rels")
        listed = _remembered if len(xml) <= _LONGEST_LIST else _listed
        return listed(xml, folder)

    def _typed(self) -> list[str]:
        entries = _entries(self.read(_TYPES)) if not self._holds(_USUAL_MAIN) else ()
        return [one.get("PartName", "") for one in entries if _is_main(one.get("ContentType", ""))]

    def _holds(self, part: str) -> bool:
        return plain_name(part) in self._members


def _entries(xml: bytes) -> Iterable[_Element]:
    """Of a list; none where there is no such part."""
    return parsed(xml) if xml else ()


def _listed(xml: bytes, folder: str) -> Mapping[str, Relation]:
    return {one.get("Id", ""): _relation(one, folder) for one in _entries(xml)}


_remembered = lru_cache(maxsize=_MOST_LISTS)(_listed)


def _relation(one: _Element, folder: str) -> Relation:
    kind, target = one.get("Type", "").rpartition("/")[2], one.get("Target", "")[:_LONGEST_TARGET]
    outside = one.get("TargetMode") == "External"
    return Relation(kind, target if outside else posixpath.normpath(posixpath.join("/", folder, target)), outside)


def _is_main(media_type: str) -> bool:
    """Of a document or a template, with macros or without."""
    return media_type.endswith(".main+xml") and ("wordprocessingml" in media_type or "ms-word" in media_type)
