"""Section 10: boxes and links of the diagram, as far as text holds them."""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter

from khedmat.core.persian import fold_line, squeeze
from khedmat.core.sequences import first_where, unique
from khedmat.importing.readers.blocks import Line, Sheet
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.outline import Answer, Piece
from khedmat.importing.readers.said import said
from khedmat.importing.readers.wording import said_pieces, whole

_START, _END = {"شروع", "آغاز", "start"}, {"پایان", "خاتمه", "end", "پایانفرایند"}
_ARROW = re.compile(r"\s*(?:←|→|➔|➜|⟵|⟶|⇐|⇒|<-+|-+>|↓|⬇|▼)\s*")
_ARROW_AT_END = re.compile(_ARROW.pattern + "$")
_LONGEST = 120  # lines between start and end


def lines(sheet: Sheet) -> list[Line]:
    """The lines from «شروع» to «پایان», each alone on its line; a start without an end is a word of the text."""
    alone = list(filter(attrgetter("alone"), sheet.lines))
    for place in range(len(alone)):
        run = _run(alone[place : place + _LONGEST])
        if run:
            return run
    return []


def _run(lines: list[Line]) -> list[Line]:
    end = first_where(_is_end, lines) if _is_start(lines[0]) else None
    return lines[: lines.index(end) + 1] if end else []


def _is_start(line: Line) -> bool:
    return squeeze(line.text) in _START


def _is_end(line: Line) -> bool:
    return squeeze(line.text) in _END


@dataclass
class _Diagram:
    boxes: list[str] = field(default_factory=list)
    links: list[list[str]] = field(default_factory=list)
    last: list[str] = field(default_factory=list)
    leads_on: bool = False

    def add(self, text: str) -> None:
        """A paragraph of boxes with arrows between them; one at its beginning or end joins two paragraphs."""
        chain = list(map(fold_line, filter(said, _ARROW.split(text))))
        joined = self.leads_on or _ARROW.match(text)
        self.links += map(list, pairwise([*self.last, *chain] if joined else chain))
        self.boxes = unique([*self.boxes, *chain])
        self.last = chain[-1:] or self.last
        self.leads_on = bool(_ARROW_AT_END.search(text))


def read(boxes: list[Line], answer: Answer | None, draft: Draft) -> None:
    """The lines of the diagram, else what answers its label; one box alone is no diagram."""
    pieces = list(map(whole, boxes)) or said_pieces(answer)
    diagram = _Diagram()
    for text in _paragraphs(pieces):
        diagram.add(text)
    if len(diagram.boxes) > 1:
        draft.set("diagram.boxes", diagram.boxes, Place(answer, pieces))
        draft.set("diagram.links", diagram.links, Place(answer, pieces))


def _paragraphs(pieces: list[Piece]) -> list[str]:
    """Lines with no empty line between them are one box, where empty lines are used at all."""
    parted = any(map(attrgetter("line.gap"), pieces[1:]))
    texts: list[str] = []
    for piece in pieces:
        above = texts[-1:]
        if _is_arrow(above) or (parted and not piece.line.gap):
            texts[-1:] = [" ".join([*above, piece.text])]
        else:
            texts.append(piece.text)
    return texts


def _is_arrow(texts: list[str]) -> bool:
    """An arrow on a line of its own joins what it stands between."""
    return any(map(_ARROW.fullmatch, texts))
