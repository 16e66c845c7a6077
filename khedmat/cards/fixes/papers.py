"""D02, D04, O05: one paper a line, and none that the state already holds."""

from itertools import pairwise

from khedmat.cards.fixes.fix import Fix, only_if, row_at, with_row_parted, without_rows
from khedmat.cards.form import Document
from khedmat.cards.rules.papers import AND, BRACKETS, ELSEWHERE, FIELD, SEPARATOR, papers_in
from khedmat.cards.rules.placeholders import pattern
from khedmat.cards.rules.reading import card_of, letters, plain
from khedmat.cards.rules.rule import Breach

_MASK = "\ue000"


def one_a_line(document: Document, breach: Breach) -> list[Fix]:
    """Only where the row itself is to be parted: a printed line that the reader parted needs nothing more."""
    if breach.field == FIELD:
        return []
    line = card_of(document).documents[row_at(breach.field)[1]]
    parts = _parts(line)
    is_certain = len(parts) == papers_in(line) and all(map(_is_one_paper, parts))
    return only_if(is_certain, "هر مدرک را در ردیفی جدا بنویس", with_row_parted(document, breach.field, parts))


def _parts(line: str) -> list[str]:
    """The line cut at its separators; what stands in brackets is not cut."""
    masked = BRACKETS.sub(lambda found: _MASK * len(found.group()), line)
    parts = _cut(line, [found.span() for found in SEPARATOR.finditer(masked)])
    if len(parts) < 2:
        parts = _cut(line, [found.span() for found in AND.finditer(masked)])
    return [part for part in parts if len(letters(part)) > 2]


def _cut(line: str, cuts: list[tuple[int, int]]) -> list[str]:
    """What stands between the cuts."""
    ends = [(0, 0), *cuts, (len(line), len(line))]
    return [line[one[1] : other[0]].strip() for one, other in pairwise(ends)]


def _is_one_paper(part: str) -> bool:
    return not any((papers_in(part), ELSEWHERE.search(plain(part)), pattern(part).search(part)))


def not_cited_twice(document: Document, breach: Breach) -> list[Fix]:
    """The later of two lines that cite one law."""
    field, place, _ = row_at(breach.field)
    return [Fix("سطر دوم را بردار", without_rows(document, field, [place]))]


def not_asked(document: Document, breach: Breach) -> list[Fix]:
    """Not the last one: an empty list would ask for a word of its own."""
    has_others = len(card_of(document).documents) > 1
    rest = without_rows(document, FIELD, [row_at(breach.field)[1]])
    return only_if(has_others, "این مدرک را از متقاضی نخواه", rest)
