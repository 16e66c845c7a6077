"""Sections 9 and 10: the main processes in order, and the boxes of their diagram. The foot of the form."""

import re

from khedmat.core.persian import fold_line, squeeze
from khedmat.importing.readers.blocks import Line
from khedmat.importing.readers.draft import Draft, said
from khedmat.importing.readers.outline import Answer, Outline, Piece
from khedmat.importing.readers.values import lists

_START, _END = {"شروع", "آغاز", "start"}, {"پایان", "خاتمه", "end", "پایانفرایند"}
_ARROW = re.compile(r"\s*(?:←|→|➔|➜|⟵|⟶|⇐|⇒|<-+|-+>|↓|⬇|▼)\s*")
_LONGEST_DIAGRAM = 120  # blocks between start and end
_FOOT = {
    "name": ("نامونامخانوادگیتکمیلکنندهفرم", "نامتکمیلکننده", "تکمیلکنندهفرم"),
    "phone": ("تلفن", "شمارهتماس"),
    "email": ("پستالکترونیک", "ایمیل"),
    "unit": ("واحدمربوط", "واحد"),
}
_FOOT_NEAR = 5
_NUMBERED = re.compile(r"(\d{1,2})\s*[-–.)ـ]\s*\D")
_LONGEST_LIST = 30  # steps


def read(outline: Outline, draft: Draft) -> None:
    diagram = _boxes(outline)
    _read_diagram(outline, diagram, draft)
    _read_processes(outline, {line.block for line in diagram}, draft)
    _read_foot(outline, draft)


def _boxes(outline: Outline) -> list[Line]:
    """The lines from «شروع» to «پایان», each alone on its line."""
    lines = [line for line in outline.sheet.lines if line.alone]
    for place, line in enumerate(lines):
        if squeeze(line.text) not in _START:
            continue
        ends = [
            later
            for later in range(place + 1, min(place + _LONGEST_DIAGRAM, len(lines)))
            if squeeze(lines[later].text) in _END
        ]
        if ends:
            return lines[place : ends[0] + 1]
    return []


def _read_diagram(outline: Outline, diagram: list[Line], draft: Draft) -> None:
    pieces = [Piece(line, 0, len(line.text)) for line in diagram]
    answer = outline.best("diagram")
    if not pieces and answer is not None:
        pieces = [piece for piece in answer.pieces if said(piece.text)]
    boxes, links = [], []
    for text in _paragraphs(pieces):
        chain = [fold_line(part) for part in _ARROW.split(text) if said(part)]
        links += [list(pair) for pair in zip(chain, chain[1:], strict=False)]
        links += [[boxes[-1], chain[0]]] if boxes and chain and _ARROW.match(text) else []
        boxes += [box for box in chain if box not in boxes]
    if len(boxes) > 1:
        draft.set("diagram.boxes", boxes, answer, pieces)
        draft.set("diagram.links", links, answer, pieces)


def _paragraphs(pieces: list[Piece]) -> list[str]:
    """Lines with no empty line between them are one box, where empty lines are used at all; an arrow joins what it stands between."""
    gaps = any(piece.line.gap for piece in pieces[1:])
    texts: list[str] = []
    for piece in pieces:
        arrow = bool(texts) and _ARROW.fullmatch(texts[-1])
        if texts and (gaps and not piece.line.gap or arrow):
            texts[-1] += f" {piece.text}"
        else:
            texts.append(piece.text)
    return texts


def _read_processes(outline: Outline, taken: set[int], draft: Draft) -> None:
    for answer in outline.of("processes"):
        pieces = _numbered_around(answer, outline) or [
            piece for piece in answer.pieces if piece.line.block not in taken
        ]
        texts = [piece.text for piece in pieces if said(piece.text)]
        found = lists.numbered_lines(texts) or lists.items(texts)
        if found:
            draft.set("processes", found, answer, pieces)
            return


def _numbered_around(answer: Answer, outline: Outline) -> list[Piece]:
    """The label stands after its rows, or in a cell beside them: lines numbered from 1 that nobody claims, next to the label."""
    near = [
        piece
        for piece in outline.free
        if abs(piece.line.block - answer.line.block) <= _LONGEST_LIST and _NUMBERED.match(piece.text)
    ]
    run: list[Piece] = []
    for piece in near:
        number = int(_NUMBERED.match(piece.text)[1])  # type: ignore[index]
        run = [piece] if number == 1 else [*run, piece] if number == len(run) + 1 else run
    blocks = [piece.line.block for piece in run]
    touches = bool(run) and min(blocks) <= answer.line.block + 1 and max(blocks) >= answer.line.block - 2
    return run if len(run) > 1 and touches else []


def _read_foot(outline: Outline, draft: Draft) -> None:
    """Name, phone, e-mail and unit stand together, in one row or a line each."""
    answer = outline.best("filler")
    if answer is None:
        return
    near = [line for line in outline.sheet.lines if abs(line.block - answer.line.block) <= _FOOT_NEAR]
    for line in near:
        if name := _foot_label(line.text):
            value = line.text.partition(":")[2] or _beside(line, near)
            draft.set(f"filled_by.{name}", said(fold_line(value)), answer, [Piece(line, 0, len(line.text))])


def _foot_label(text: str) -> str | None:
    letters = squeeze(text.partition(":")[0])
    return next(
        (
            name
            for name, printed in _FOOT.items()
            if letters in printed or any(letters.startswith(word) for word in printed if len(word) > 8)
        ),
        None,
    )


def _beside(line: Line, near: list[Line]) -> str:
    """The next cell of the row, else the cell below in a row of labels."""
    row = [other for other in near if other.block == line.block and other.cell > line.cell]
    below = [other for other in near if not line.alone and other.block == line.block + 1 and other.cell == line.cell]
    chosen = next(iter(row or below), None)
    return chosen.text if chosen is not None and not _foot_label(chosen.text) else ""
