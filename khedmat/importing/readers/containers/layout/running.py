"""What stands at the head or the foot of every page, and the numbers of pages: read once, or not at all."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from operator import attrgetter

from khedmat.core.persian import fold_line
from khedmat.core.sequences import grouped
from khedmat.importing.readers.containers.layout.areas import Area
from khedmat.importing.readers.containers.layout.lines import Line
from khedmat.importing.readers.containers.layout.page import Page
from khedmat.importing.readers.containers.layout.tables import Table, cells_of

_HEAD, _FOOT = 0.12, 0.9  # of the height of a page
_OFTEN = 0.6  # of the pages
_NUMBER = r"[-–()\[\]\s]*\d+[-–()\[\]\s]*"
_PAGE = re.compile(rf"(?:صفحه|page)\s*:?{_NUMBER}(?:(?:از|of|/){_NUMBER})?|{_NUMBER}(?:از|of|/){_NUMBER}", re.I)
_NUMBERED = "number"
_DIGITS = re.compile(r"\d+")
_LABEL = re.compile(r"(?<!\d)\s*:(?!//)|:\s*$")


def without_running(pages: Sequence[Page]) -> list[Page]:
    """A running head stays on the first page: it may say whose form this is."""
    margins = list(map(_Margins, pages))
    often = _often([margin.signs for margin in margins])
    stays = set(filter(_may_stay, often))
    cleaned = []
    for margin in margins:
        cleaned.append(margin.without(often - stays))
        stays -= margin.signs
    return cleaned


def _often(signs: Sequence[set[str]]) -> set[str]:
    """What is said on most pages, and on two at least."""
    least = max(2, _OFTEN * len(signs))
    return {sign for sign, pages in Counter(chain.from_iterable(signs)).items() if pages >= least}


def _may_stay(sign: str) -> bool:
    """A head that is not only a number."""
    return sign.startswith("head ") and sign != "head #"


class _Margins:
    """What a page says at its head and its foot. Of tables only those count that lie there as a whole."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.tables = grouped(page.tables, lambda table: not self._zone(table.area))
        self.body = cells_of(self.tables.get(True, []))
        self.signs = set(map(self._sign, chain.from_iterable(map(Line.columns, page.lines)))) - {""}

    def without(self, signs: set[str]) -> Page:
        """The page without what says so, without its number, and without tables that stood around them."""
        kept = [self._kept(line, signs) for line in self.page.lines]
        lines = [line for line in kept if line.words]
        tables = [*self.tables.get(True, []), *(table for table in self.tables.get(False, []) if _holds(table, lines))]
        return self.page._replace(lines=lines, tables=sorted(tables, key=lambda table: table.area.top))

    def _kept(self, line: Line, signs: set[str]) -> Line:
        pieces = [piece for piece in line.columns() if self._sign(piece) not in signs | {_NUMBERED}]
        return Line(tuple(chain.from_iterable(map(attrgetter("words"), pieces))))

    def _sign(self, piece: Line) -> str:
        """Empty for what is no running head or foot: whatever answers a label is none."""
        zone, text = self._zone(piece.area), fold_line(piece.text)
        if not zone:
            return ""
        if _PAGE.fullmatch(text):
            return _NUMBERED
        return "" if self.body.at(*piece.area.middle) or _LABEL.search(text) else f"{zone} {_DIGITS.sub('#', text)}"

    def _zone(self, area: Area) -> str:
        height = self.page.size.height
        if area.bottom < _HEAD * height:
            return "head"
        return "foot" if area.top > _FOOT * height else ""


def _holds(table: Table, lines: Sequence[Line]) -> bool:
    cells = cells_of([table])
    return any(cells.at(*line.area.middle) for line in lines)
