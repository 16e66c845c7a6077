"""The address behind a link in the answer of a label: «ورود به سامانه» is all that the page shows of it."""

from itertools import chain
from operator import attrgetter

from khedmat.importing.readers.outline.answers import Answer
from khedmat.importing.readers.outline.whole import Outline

Places = set[tuple[int, int]]
_place = attrgetter("line.place")


def link_of(answer: Answer, made: Outline) -> str | None:
    """The one address in its cells; None where there are several, or where other labels share the cell."""
    own = _places(answer, made).difference(_others(answer, made))
    found = set(chain.from_iterable(map(made.sheet.links_at, own)))
    return found.pop() if len(found) == 1 else None


def _others(answer: Answer, made: Outline) -> Places:
    return {other.line.place for other in made.answers if other is not answer}


def _places(answer: Answer, made: Outline) -> Places:
    """Of its pieces; «مشاهده» is printed and no piece, but the link in it is the answer."""
    return set(map(_place, answer.pieces)) or _beside(answer, made) or _below(answer, made)


def _beside(answer: Answer, made: Outline) -> Places:
    """Its own cell where more than the label stands in it, and the cells up to the next label of the row."""
    block, cell = answer.line.place
    begin = cell if _says_more(answer) else cell + 1
    return {(block, at) for at in range(begin, _end(answer, made))}


def _says_more(answer: Answer) -> bool:
    return len(answer.line.text.strip()) > answer.start + len(answer.label) + 1


def _end(answer: Answer, made: Outline) -> int:
    """The cell of the next label in its row, or the end of the row."""
    block, cell = answer.line.place
    row = (block, len(made.sheet.blocks[block].cells))
    return min(place for place in {*_others(answer, made), row} if place > (block, cell))[1]


def _below(answer: Answer, made: Outline) -> Places:
    """The line below a label that stands alone, unless it holds a label too."""
    below = answer.line.block + 1
    return {(below, 0)} if answer.line.alone and below < len(made.sheet.blocks) else set()
