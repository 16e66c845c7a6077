"""The address behind a link in the answer of a label: «ورود به سامانه» is all that the page shows of it."""

from khedmat.importing.readers.outline.answers import Answer
from khedmat.importing.readers.outline.whole import Outline

Places = set[tuple[int, int]]


def link_of(answer: Answer, made: Outline) -> str | None:
    """The one address in its cells; None where there are several, or where other labels share the cell."""
    found = {address for place in _places(answer, made) - _taken(answer, made) for address in _links_at(place, made)}
    return found.pop() if len(found) == 1 else None


def _links_at(place: tuple[int, int], made: Outline) -> list[str]:
    block, cell = place
    return [address for at, address in made.sheet.blocks[block].links if at == cell]


def _taken(answer: Answer, made: Outline) -> Places:
    return {other.line.place for other in made.answers if other is not answer}


def _places(answer: Answer, made: Outline) -> Places:
    """Of its pieces; «مشاهده» is printed and no piece, but the link in it is the answer."""
    return {piece.line.place for piece in answer.pieces} or _beside(answer, made) or _below(answer, made)


def _beside(answer: Answer, made: Outline) -> Places:
    """Its own cell where more than the label stands in it, and the cells up to the next label of the row."""
    block, cell = answer.line.place
    ends = [other.line.cell for other in made.answers if other.line.block == block and other.line.cell > cell]
    begin = cell if len(answer.line.text.strip()) > answer.start + len(answer.label) + 1 else cell + 1
    return {(block, at) for at in range(begin, min([len(made.sheet.blocks[block].cells), *ends]))}


def _below(answer: Answer, made: Outline) -> Places:
    """The line below a label that stands alone, unless it holds a label too."""
    below = answer.line.block + 1
    return {(below, 0)} if answer.line.alone and below < len(made.sheet.blocks) else set()
