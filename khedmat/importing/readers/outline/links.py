"""The address behind a link in the answer of a label: «ورود به سامانه» is all that the page shows of it."""

from functools import partial
from itertools import chain
from operator import attrgetter, itemgetter

from khedmat.core.sequences import first
from khedmat.importing.readers.outline.answers import Answer
from khedmat.importing.readers.outline.whole import Outline

Places = set[tuple[int, int]]
_place = attrgetter("line.place")


def link_of(answer: Answer, made: Outline) -> str | None:
    """The one address in its cells; None where there are several, or where other labels share the cell."""
    near = (set(map(_place, answer.pieces)), _beside(answer, made), _below(answer, made))
    found = first(filter(None, map(partial(_links_in, answer, made), near)))
    return found.pop() if found and len(found) == 1 else None


def _links_in(answer: Answer, made: Outline, places: Places) -> set[str]:
    others = chain.from_iterable(_others(block, answer, made) for block in set(map(itemgetter(0), places)))
    return set(chain.from_iterable(map(made.sheet.links_at, places.difference(others))))


def _others(block: int, answer: Answer, made: Outline) -> Places:
    """Of the other labels of one block."""
    return {other.line.place for other in made.between(block, block + 1).answers if other is not answer}


def _beside(answer: Answer, made: Outline) -> Places:
    """Its own cell and those up to the next label of the row; «مشاهده» is printed and no piece, but a link in it is."""
    block, cell = answer.line.place
    return {(block, at) for at in range(cell, _end(answer, made))}


def _end(answer: Answer, made: Outline) -> int:
    """The cell of the next label in its row, or the end of the row."""
    block, cell = answer.line.place
    end = len(made.sheet.blocks[block].cells)
    return min((at for _, at in _others(block, answer, made) if at > cell), default=end)


def _below(answer: Answer, made: Outline) -> Places:
    """The line below a label that stands alone, unless it holds a label too."""
    below = answer.line.block + 1
    return {(below, 0)} if answer.line.alone and below < len(made.sheet.blocks) else set()
