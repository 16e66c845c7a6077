"""Words of a page → lines, and lines → the text that somebody wrote: where a line was only full, it goes on."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from itertools import groupby, pairwise, starmap
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from khedmat.core.sequences import count
from khedmat.importing.readers.blocks import EMPTY, TICKED
from khedmat.importing.readers.containers.layout.areas import Area, around
from khedmat.importing.readers.labels import begins_anew

_ITEM = re.compile(rf"\s*(?:[\d۰-۹٠-٩]{{1,2}}\s*[-–.)/]|[-–•●▪*{TICKED}{EMPTY}])")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$", re.I)
_AMOUNT = re.compile(r"\d{1,3}(?:[,٬.]\d{3})+")
_MAIL = re.compile(r"[\w.+\-]+@[\w.\-]+", re.ASCII)
_ANEW = re.compile(r"www\.|https?:", re.I)
_LONG_NUMBER = 7  # digits
_JOINTS = frozenset("/?&=-_%#")
_WIDE = 2.5  # heights of a line: words that stand this far apart are columns
_APART = 1.6  # of the usual distance of lines: there is an empty one between them
_LOOSEST = 2.2  # heights of a line: where lines stand further apart, every second one is empty
_HEADING = 1.7  # heights of a line: letters so much larger are of another text
_SPACE = 0.4  # heights of a line: a space and what cannot be measured
_MOST_PADDING = 15.0  # points
_EVEN = 2.0  # points between the ends of lines that are set to one edge


class Word(NamedTuple):
    """A word and where it stands."""

    text: str
    area: Area


class Line(NamedTuple):
    """Words in the order in which they are read."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def area(self) -> Area:
        return area_of(self.words)

    @property
    def height(self) -> float:
        return max(self.area.bottom - self.area.top, 1.0)

    def parted(self, of: Callable[[Word], object]) -> Iterator[tuple[object, "Line"]]:
        """Its pieces by what their words belong to."""
        return ((owner, Line(tuple(words))) for owner, words in groupby(self.words, of))

    def columns(self) -> list["Line"]:
        """Its pieces where no rule but a wide space parts them."""
        return self.pieces(_WIDE * self.height)

    def pieces(self, space: float) -> list["Line"]:
        """Parted where words stand so far apart."""
        ends = [place for place, pair in enumerate(pairwise(self.words), start=1) if _space(*pair) > space]
        return [Line(self.words[begin:end]) for begin, end in pairwise([0, *ends, len(self.words)])]


def area_of(pieces: Iterable[Word | Line]) -> Area:
    """Of words or of lines."""
    return around(piece.area for piece in pieces)


def _space(word: Word, following: Word) -> float:
    """Whichever of them stands to the right."""
    return max(word.area.left - following.area.right, following.area.left - word.area.right)


class Paragraph(NamedTuple):
    """Lines that were written in one go."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return reduce(joined, (line.text for line in self.lines))


def joined(text: str, below: str) -> str:
    """An address, an amount or a long number that had no room is whole again."""
    end, begin = text.split(" ")[-1], below.split(" ")[0]
    return text + below if any(is_cut(end, begin) for is_cut in _CUT) else f"{text} {below}"


def _is_cut_amount(end: str, begin: str) -> bool:
    return not _AMOUNT.fullmatch(end) and _AMOUNT.fullmatch(end + begin) is not None


def _is_cut_address(end: str, begin: str) -> bool:
    return bool(_ADDRESS.match(end)) and begin.isascii() and not _JOINTS.isdisjoint((end[-1:], begin[:1]))


def _is_cut_mail(end: str, begin: str) -> bool:
    return "@" in end and not _ANEW.match(begin) and _MAIL.fullmatch(end + begin) is not None


def _is_cut_number(end: str, begin: str) -> bool:
    """An account or a phone: so many digits are no count beside another."""
    return end.isdecimal() and begin.isdecimal() and len(end) >= _LONG_NUMBER


_CUT = (_is_cut_amount, _is_cut_address, _is_cut_mail, _is_cut_number)


def paragraphs(lines: Sequence[Line], area: Area, pitch: float) -> list[Paragraph]:
    """The lines within an area, from above."""
    found: list[list[Line]] = []
    for line in lines:
        if found and not are_apart(found[-1][-1], line, pitch) and goes_on(found[-1][-1], line, area):
            found[-1].append(line)
        else:
            found.append([line])
    return [Paragraph(tuple(one)) for one in found]


def goes_on(line: Line, below: Line, area: Area) -> bool:
    """The first word of the line below had no more room on this one; an item, a box or a label begins anew."""
    first = below.words[0].area
    room = (area.right - area.left) - (line.area.right - line.area.left)
    is_full = room < first.right - first.left + _SPACE * line.height
    return is_full and _are_alike(line.height, below.height) and not _is_other(line.text, below.text)


def _are_alike(height: float, other: float) -> bool:
    return max(height, other) < _HEADING * min(height, other)


def _is_other(text: str, below: str) -> bool:
    return _ITEM.match(below) is not None or begins_anew(text, below)


def usual_pitch(lines: Sequence[Line]) -> float:
    """From line to line where a page is written closely: a quarter of its lines stand nearer. 0 without lines."""
    if not lines:
        return 0.0
    height = median(map(attrgetter("height"), lines))
    loosest = _LOOSEST * height
    close = sorted(filter(lambda pitch: pitch > height, [*starmap(_pitch, pairwise(lines)), loosest]))
    return min(close[len(close) // 4], loosest)


def are_apart(line: Line, below: Line, pitch: float) -> bool:
    """There is room for an empty line between them."""
    return _pitch(line, below) > _APART * pitch


def _pitch(line: Line, below: Line) -> float:
    return below.area.bottom - line.area.bottom


def within(outer: Area, lines: Sequence[Line], most_padding: float = _MOST_PADDING) -> Area:
    """The part of a cell or a page that is written on: as far from its other side as lines begin from their own."""
    lefts, _, rights, _ = zip(*map(attrgetter("area"), lines), strict=True)
    left, right = min(lefts), max(rights)
    from_left, from_right = max(left - outer.left, 0.0), max(outer.right - right, 0.0)
    is_even_left = left < outer.middle[0] and _even(lefts, left) > _even(rights, right)
    if is_even_left or from_right > most_padding:
        padding = min(from_left, most_padding)
        return outer._replace(left=outer.left + padding, right=max(right, outer.right - padding))
    return outer._replace(left=min(left, outer.left + from_right), right=right)


def _even(edges: Iterable[float], edge: float) -> int:
    """How many lines are set to an edge."""
    return count(lambda other: abs(other - edge) < _EVEN, edges)
