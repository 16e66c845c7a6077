"""Section 9: the main processes in their order."""

import re
from collections.abc import Callable
from functools import partial
from itertools import count, takewhile

from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.outline import Answer, Outline, Piece
from khedmat.importing.readers.said import said
from khedmat.importing.readers.values import lists
from khedmat.importing.readers.wording import block_of, text_of, whole

_NUMBERED = re.compile(r"(\d{1,2})\s*[-–.)ـ]\s*\D")
_NUMBER = re.compile(r"^\s*\d{1,2}\s*[-–.)ـ]\s*")
_DIAGRAM = "نمودار"
_NEXT = {"processes", "diagram", "filler", "title"}  # no word of these is a step
_NEAR = 30  # blocks: the longest list


def read(outline: Outline, taken: set[int], draft: Draft) -> None:
    """Numbered lines beside the label, else what answers it; `taken` are the blocks of the diagram."""
    for answer in takewhile(lambda _: "processes" not in draft.values, outline.of("processes")):
        pieces = _numbered_around(answer, outline) or _continued(_untaken(answer, taken), answer, outline)
        texts = list(filter(said, map(text_of, pieces)))
        draft.set("processes", lists.numbered_lines(texts) or lists.items(texts), Place(answer, pieces))


def _untaken(answer: Answer, taken: set[int]) -> list[Piece]:
    return [piece for piece in answer.pieces if block_of(piece) not in taken]


def _continued(pieces: list[Piece], answer: Answer, outline: Outline) -> list[Piece]:
    """A step of one word may be a label elsewhere; what is numbered on from it is a step again."""
    last = pieces[-1].line if pieces else answer.line
    number = _number(pieces[-1]) if pieces else 0
    steps = takewhile(partial(_is_step, outline), map(whole, outline.sheet.lines_behind(last)))
    numbered = takewhile(_counts_from(number + 1), steps)
    return [*pieces, *numbered]


def _counts_from(start: int) -> Callable[[Piece], bool]:
    numbers = count(start)
    return lambda piece: _number(piece) == next(numbers)


def _is_step(outline: Outline, piece: Piece) -> bool:
    """A line without a label, or one word that is not the next section."""
    row = outline.between(block_of(piece), block_of(piece) + 1)
    fields = {answer.field for answer in row.answers if answer.line is piece.line}
    return not fields or fields.isdisjoint(_NEXT) and _is_one_word(piece)


def _is_one_word(piece: Piece) -> bool:
    word = _NUMBER.sub("", piece.text)
    return len(word.split()) == 1 and word.strip(" :") != _DIAGRAM


def _numbered_around(answer: Answer, outline: Outline) -> list[Piece]:
    """Lines numbered from 1 that no label claims: theirs stands behind them, or in a cell beside them."""
    near = outline.between(block_of(answer) - _NEAR, block_of(answer) + _NEAR + 1)
    steps = _run(near.free)
    return steps if len(steps) > 1 and _touches(steps, answer) else []


def _run(pieces: list[Piece]) -> list[Piece]:
    """The last run that begins with 1 and leaves out no number."""
    run: list[Piece] = []
    for piece in pieces:
        number = _number(piece)
        if number == 1:
            run = []
        if number == len(run) + 1:
            run.append(piece)
    return run


def _number(piece: Piece) -> int:
    found = _NUMBERED.match(piece.text)
    return int(found[1]) if found else 0


def _touches(steps: list[Piece], answer: Answer) -> bool:
    """Another list of the page may stand near too."""
    blocks = list(map(block_of, steps))
    return min(blocks) <= block_of(answer) + 1 and max(blocks) >= block_of(answer) - 2
