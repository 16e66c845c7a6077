"""What an agency's page should show, and what a piece of text on it names."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, filterfalse
from typing import NamedTuple

from khedmat.cards.enums import OnPortal
from khedmat.cards.identifiers import exists_as_function
from khedmat.core.persian import fold_line, latin_digits, squeeze
from khedmat.core.sequences import grouped
from khedmat.embedding.listing import Entry
from khedmat.embedding.marks import Mark

_ID = re.compile(r"(?<![\d.])(1\d{3})[\s\-–—_/]{0,2}(\d{4})[\s\-–—_/]{0,2}(\d{3})(?!\d)")
_PARTS = re.compile(r"[:|()\[\]«»]|\s[-–—]\s")
_ORDINAL = re.compile(r"^[\s\d.\-–—)*•▪]+")
LONGEST_TITLE = 1000  # letters of a piece of text in which a title is looked for: a title stands by itself
STRANGER = "?"  # begins the key of an ID that is none of the agency's


class Sighting(NamedTuple):
    """A service seen at one place of a page: `key` is its number, or an ID nobody expected."""

    key: str
    state: OnPortal
    version: int | None = None
    link: str = ""
    is_title: bool = False


class Expected:
    """The published services of one agency, by every name under which a page may show them."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = list(entries)
        self._by_number = {name: one for one in self.entries for name in (str(one.service), one.number)}
        self._by_title = grouped(self.entries, by=lambda one: squeeze(one.title))
        self._by_title.pop("", None)

    def is_shared(self, entry: Entry) -> bool:
        """A title that several services bear: it says of none of them that it is there, unless they have no ID."""
        return len(self._by_title.get(squeeze(entry.title), ())) > 1

    def of_mark(self, mark: Mark) -> Sighting:
        """Of a mark of ours: the version that stands there, and whether it is the one in force."""
        entry = self._by_number.get(mark.number)
        if entry is None:
            return Sighting(STRANGER + mark.number, OnPortal.OLD, mark.version)
        is_current = mark.sha256 == entry.sha256
        return Sighting(entry.number, OnPortal.CURRENT if is_current else OnPortal.OLD, mark.version)

    def of_text(self, text: str) -> Iterator[Sighting]:
        """Of a piece of text: IDs in any digits and writing, and titles that stand by themselves."""
        line = fold_line(text)
        return chain(self._of_ids(line), self._of_titles(_ID.sub(" | ", line)) if len(line) < LONGEST_TITLE else ())

    def of_address(self, address: str) -> Iterator[Sighting]:
        """Of a link: an ID that stands in it alone, which nobody can read on the page."""
        ids = map("".join, _ID.findall(latin_digits(address)))
        return (Sighting(one, OnPortal.NAMED) for one in ids if one in self._by_number)

    def _of_ids(self, line: str) -> Iterator[Sighting]:
        for parts in _ID.findall(line):
            one = "".join(parts)
            if one in self._by_number:
                yield Sighting(one, OnPortal.NUMBERED)
            elif exists_as_function(one):
                yield Sighting(STRANGER + one, OnPortal.NUMBERED)

    def _of_titles(self, line: str) -> Iterator[Sighting]:
        pieces = dict.fromkeys(map(_bare, (line, *_PARTS.split(line))))
        found = chain.from_iterable(self._by_title.get(piece, ()) for piece in pieces)
        return (Sighting(one.number, OnPortal.NAMED, is_title=True) for one in filterfalse(self._is_vague, found))

    def _is_vague(self, entry: Entry) -> bool:
        return bool(entry.code) and self.is_shared(entry)


def _bare(piece: str) -> str:
    """Without its number in the list."""
    return squeeze(_ORDINAL.sub("", piece))
