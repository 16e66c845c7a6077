"""Glyphs of a page → its lines, word by word as they were written."""

from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter

from khedmat.importing.readers.containers.layout import Area, Line, Word
from khedmat.importing.readers.containers.pdf.glyphs import Glyph
from khedmat.importing.readers.containers.pdf.order import as_written, as_written_from_left

# All in heights of the letters.
_SAME_LINE = 0.4
_COLUMNS = 1.5  # apart: pieces of a line that are ordered each by itself
_SPACE, _LIKELY_SPACE, _DRAWN_SPACE = 0.2, 0.1, 0.04  # between two words: where nothing, pdfium or the file says so
_THIN = 0.05
_TWICE = 0.3  # of its width: a letter drawn again to look bold
_ASCENT, _DESCENT = 0.75, 0.25


def lines_of(glyphs: Iterable[Glyph], *, from_left: bool = False) -> list[Line]:
    """From above; words that stand beside each other are one line, whatever is between them.

    `from_left`: they are seen in a mirror, on a page whose lines were set from the left.
    """
    rows, others = _rows(glyphs)
    in_order = as_written_from_left if from_left else as_written
    bases = [row.base for row in rows]
    for glyph in others if rows else ():
        place = bisect(bases, glyph.base)
        min(rows[max(place - 1, 0) : place + 1], key=lambda row: abs(row.base - glyph.base)).put(glyph)
    return [Line(tuple(row.words(in_order))) for row in rows]


def _rows(glyphs: Iterable[Glyph]) -> tuple[list["_Row"], list[Glyph]]:
    """By the line that they stand on; spaces and marks above letters are put behind: they stand beside it."""
    rows: list[list[Glyph]] = []
    others = []
    for glyph in sorted(glyphs, key=attrgetter("base")):
        if glyph.is_space or glyph.is_mark:
            others.append(glyph)
        elif rows and glyph.base - rows[-1][0].base <= _SAME_LINE * glyph.size:
            rows[-1].append(glyph)
        else:  # measured from the first of the line: many would climb like stairs
            rows.append([glyph])
    return [_Row(row) for row in rows], others


class _Row:
    """A line: its letters from the right, none twice, and the spaces between them."""

    def __init__(self, letters: Sequence[Glyph]) -> None:
        self.base = letters[0].base
        self.letters = _once(sorted(letters, key=attrgetter("middle"), reverse=True))
        self.spaces: list[Glyph] = []

    def put(self, glyph: Glyph) -> None:
        """A space, or a mark on the letter below it."""
        if glyph.is_space:
            self.spaces.append(glyph)
            return
        place = min(range(len(self.letters)), key=lambda one: abs(self.letters[one].middle - glyph.middle))
        letter = self.letters[place]
        self.letters[place] = letter._replace(text=letter.text + glyph.text)

    def words(self, in_order: Callable[[Sequence[Glyph]], list[Glyph]]) -> Iterator[Word]:
        for piece in self._pieces():
            yield from _words(in_order(piece))

    def _pieces(self) -> Iterator[list[Glyph]]:
        """Parted where there is room for a column; spaces are put between words."""
        piece, spaces = self.letters[:1], _Spaces(self.spaces)
        for right, left in pairwise(self.letters):
            if right.left - left.right > _COLUMNS * max(right.size, left.size):
                yield piece
                piece = []
            elif spaces.part(right, left):
                piece.append(right._replace(text=" "))
            piece.append(left)
        yield piece


def _once(letters: Sequence[Glyph]) -> list[Glyph]:
    """Bold is made by drawing a letter again beside itself."""
    twice = {place for place, pair in enumerate(pairwise(letters), start=1) if _is_again(*pair)}
    return [letter for place, letter in enumerate(letters) if place not in twice]


def _is_again(one: Glyph, other: Glyph) -> bool:
    return one.text == other.text and one.middle - other.middle < _TWICE * (other.right - other.left)


class _Spaces:
    """Those that the file draws, and those that pdfium would put."""

    def __init__(self, spaces: Iterable[Glyph]) -> None:
        found = sorted(spaces, key=attrgetter("middle"))
        self.middles = [one.middle for one in found]
        self.least = [_DRAWN_SPACE if one.right - one.left > _THIN * one.size else _LIKELY_SPACE for one in found]

    def part(self, right: Glyph, left: Glyph) -> bool:
        """Whether they are of two words."""
        if right.is_whole or left.is_whole:
            return True
        said = self.least[bisect(self.middles, left.middle) : bisect(self.middles, right.middle)]
        return right.left - left.right > min(said, default=_SPACE) * max(right.size, left.size)


def _words(glyphs: Iterable[Glyph]) -> Iterator[Word]:
    for is_space, together in groupby(glyphs, attrgetter("is_space")):
        if not is_space:
            word = list(together)
            yield Word("".join(glyph.text for glyph in word), _area(word))


def _area(word: Sequence[Glyph]) -> Area:
    size, base = max(glyph.size for glyph in word), word[0].base
    left, right = min(glyph.left for glyph in word), max(glyph.right for glyph in word)
    return Area(left, base - _ASCENT * size, right, base + _DESCENT * size)
