"""The labels of a document with the pieces of text that answer them: on the same line, in the next cell, below, or above."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from khedmat.core.persian import fold
from khedmat.importing.readers import labels, marks
from khedmat.importing.readers.blocks import Line, Sheet
from khedmat.importing.readers.labels import Hit
from khedmat.importing.readers.said import said

_UNKNOWN = re.compile(r"[\s•·*\-–\d.]*([^:؛.،()]{2,45})\s*[:：؟]\s*$")
_NO_LABEL = re.compile(
    r"^(?:در صورت|برای|الف|ب|ج|د|چنانچه|اشخاص|متقاضی|مدارک|شامل|ویژه|جهت|اگر|افراد|اتباع|تبصره|ماده|بند|مراحل|به شرح)\b"
)
_MARKED = {
    "service_type",
    "nature",
    "level",
    "life_events",
    "start_trigger",
    "leads_to_permit",
    "recipients",
    "frequency",
    "frequency_once",
    "frequency_times",
}
_SIMPLE = {
    "title",
    "service_id",
    "executive_agency",
    "parent_agency",
    "description",
    "service_type",
    "audience",
    "nature",
    "level",
    "life_events",
    "start_trigger",
    "documents",
    "laws",
    "recipients",
    "average_duration",
    "visits",
    "cost",
    "url",
    "system_name",
    "service_hours",
    "sub_title",
    "sub_id",
    "parent_title",
    "parent_id",
    "local_id",
    "provider",
}
LONGEST_HALF = 45  # characters of the first half of a broken label
_ABSORBING = {"_heading", "_other", "_unknown", "_guidance", "_permit_forms"}
_NEVER_BELOW = {
    "provider",
    "exchange_agency",
    "exchange_system",
    "exchange_fields",
    "exchange_fee",
    "exchange_mode",
    "exchange_by",
    "_access",
    "section_7",
    "section_8",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line: `start`–`end` are characters of the line."""

    line: Line
    start: int
    end: int

    @property
    def raw(self) -> str:
        """As it stands in the file."""
        return self.line.text[self.start : self.end].strip()

    @property
    def text(self) -> str:
        """Folded: what every rule of the grammar looks at."""
        return fold(self.raw).strip()

    @property
    def says(self) -> bool:
        """It is more than a filler, dots or a printed instruction."""
        return said(self.text) is not None


@dataclass
class Answer:
    """A label and what answers it."""

    field: str
    label: str
    line: Line
    start: int
    sure: float
    colon: bool
    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The first piece."""
        return self.pieces[0].text if self.pieces else ""

    @property
    def texts(self) -> list[str]:
        return [piece.text for piece in self.pieces]

    @property
    def says(self) -> bool:
        """Some piece says something: a dash in the box is an answer, but it says nothing."""
        return any(piece.says for piece in self.pieces)

    @property
    def said_pieces(self) -> list[Piece]:
        """The pieces that say something."""
        return [piece for piece in self.pieces if piece.says]

    @property
    def said_texts(self) -> list[str]:
        """The texts of the pieces that say something, as they stand folded (`said` also trims them)."""
        return [piece.text for piece in self.said_pieces]


@dataclass
class Outline:
    """Answers in reading order, and the pieces that answer no label (`free`): a title without label is one of them."""

    sheet: Sheet
    answers: list[Answer]
    free: list[Piece]

    def of(self, *fields: str) -> Iterator[Answer]:
        return (answer for answer in self.answers if answer.field in fields)

    def said(self, *fields: str) -> Iterator[Answer]:
        """The answers of the fields that say something, in reading order."""
        return (answer for answer in self.of(*fields) if answer.says)

    def best(self, *fields: str) -> Answer | None:
        """The first answer of the fields that says something, else the first that asks."""
        found = list(self.of(*fields))
        return next((answer for answer in found if answer.pieces), found[0] if found else None)

    def between(self, first: int, last: int) -> "Outline":
        """What stands in the blocks first … last − 1."""
        answers = [answer for answer in self.answers if first <= answer.line.block < last]
        return Outline(self.sheet, answers, [piece for piece in self.free if first <= piece.line.block < last])


def outline(sheet: Sheet) -> Outline:
    """Reads every line once."""
    made = Outline(sheet, [], [])
    before: Line | None = None
    for line in sheet.lines:
        if not _read_broken_label(before, line, made):
            _read_line(line, made)
        before = line
    _look_before(made)
    _look_above(made)
    return made


def _read_broken_label(before: Line | None, line: Line, made: Outline) -> bool:
    """«متوسط مدت زمان» ⏎ «ارائه خدمت: ۲ ساعت»: a label over two lines, whose first half may have passed for another label or a value."""
    if (
        before is None
        or not (before.alone and line.alone)
        or line.gap
        or len(before.text) > LONGEST_HALF
        or ":" in before.text
    ):
        return False
    joint = len(before.text) + 1
    hit = next(iter(labels.hits(f"{before.text} {line.text}")), None)
    if hit is None or not hit.colon or not hit.start < joint - 1 < hit.end or hit.sure < 1:
        return False
    _take_back(before, made)
    answer = Answer(hit.field, hit.label, line, 0, hit.sure, True)
    answer.pieces += [piece for piece in [Piece(line, hit.value - joint, len(line.text))] if piece.text]
    made.answers.append(answer)
    return True


def _take_back(line: Line, made: Outline) -> None:
    made.answers = [answer for answer in made.answers if answer.line is not line]
    made.free = [piece for piece in made.free if piece.line is not line]
    for answer in made.answers[-1:]:
        answer.pieces = [piece for piece in answer.pieces if piece.line is not line]


def _read_line(line: Line, made: Outline) -> None:
    found = [] if _is_breadcrumb(line.text) else labels.hits(line.text)
    if found and _is_value_of_its_row(line, found[0], made):
        found = []
    if not found and (unknown := _unknown(line, made)):
        made.answers.append(Answer("_unknown", unknown, line, 0, 0.5, True))
        return
    ends = [hit.start for hit in found[1:]] + [len(line.text)]
    first = Piece(line, 0, found[0].start if found else len(line.text))
    if any(map(str.isalnum, re.sub(r"^[\s\d۰-۹٠-٩\W]+$", "", first.text))) or not found:
        _place(first, made)
    for hit, end in zip(found, ends, strict=False):
        made.answers.append(_answer(line, hit, end))


def _is_value_of_its_row(line: Line, hit: Hit, made: Outline) -> bool:
    """A value may begin with the words of a label: «شماره تلفن همراه …» in the cell behind «مدارک لازم»."""
    asked = made.answers[-1] if made.answers else None
    if asked is None or asked.pieces or asked.line.block != line.block or asked.line.cell >= line.cell or hit.colon:
        return False
    return asked.field not in _ABSORBING and bool(line.text[hit.end :].strip(" .:-"))


def _answer(line: Line, hit: Hit, end: int) -> Answer:
    answer = Answer(hit.field, hit.label, line, hit.start, hit.sure, hit.colon)
    piece = Piece(line, hit.value, end)
    if piece.text.strip(" -–—:.،,؛=_…") and not labels.is_instruction(piece.text):
        answer.pieces.append(piece)
    elif piece.text and not labels.is_instruction(piece.text):
        answer.pieces.append(
            piece
        )  # a filler such as «-» is an answer that says nothing: nothing below may take its place
    return answer


def _is_breadcrumb(text: str) -> bool:
    return "»" in text and text.count("»") > text.count("«") or ">>" in text


def _unknown(line: Line, made: Outline) -> str | None:
    """A label that the dictionary lacks: short, with a colon, and nothing behind it."""
    match = _UNKNOWN.match(line.text)
    if not match or not line.alone or len(match[1].split()) > 6 or _NO_LABEL.match(match[1].strip()):
        return None
    current = made.answers[-1] if made.answers else None
    return match[1].strip() if current is None or current.pieces else None


def _place(piece: Piece, made: Outline) -> None:
    """Gives a piece without label to the label it answers, or to nobody."""
    if labels.is_instruction(piece.text):
        return
    current = made.answers[-1] if made.answers else None
    if current is not None and _belongs(piece.line, current, made):
        current.pieces.append(piece)
        return
    below = _label_above(piece.line, made)
    (below.pieces if below else made.free).append(piece)


def _belongs(line: Line, current: Answer, made: Outline) -> bool:
    last = current.pieces[-1].line if current.pieces else current.line
    if current.field in _MARKED and _is_marked_row(line, last, made):
        return True
    if line.block == current.line.block:
        return line.cell == last.cell or not current.pieces
    if current.field in _NEVER_BELOW and not current.line.alone:
        return False
    if current.line.alone and last.alone:
        return line.alone
    follows = line.block <= last.block + 1 and line.alone
    return follows and line.cell in {last.cell, current.line.cell}


def _is_marked_row(line: Line, last: Line, made: Outline) -> bool:
    """Options over several cells, or over rows in which every cell is an option with its mark."""
    marked = marks.any_in(marks.normalise(line.text))
    if line.block == last.block:
        return marked
    row = made.sheet.blocks[line.block]
    return (
        marked
        and line.block == last.block + 1
        and all(marks.any_in(marks.normalise(cell)) for cell in row.cells if cell.strip())
    )


def _label_above(line: Line, made: Outline) -> Answer | None:
    """The label of the same column in a row of labels just above."""
    for answer in reversed(made.answers):
        if answer.line.block < line.block - 1:
            return None
        same_column = answer.line.block == line.block - 1 and answer.line.cell == line.cell
        if same_column and not answer.pieces and answer.field not in _NEVER_BELOW and _only_labels(answer, made):
            return answer
    return None


def _only_labels(answer: Answer, made: Outline) -> bool:
    row = made.sheet.blocks[answer.line.block]
    asked = {other.line.cell for other in made.answers if other.line.block == answer.line.block}
    return row.filled > 1 and len(asked) == row.filled


def _look_before(made: Outline) -> None:
    """A table printed from right to left has its labels in the last column: the value stands before its label."""
    asked: dict[int, list[Answer]] = {}
    for answer in made.answers:
        asked.setdefault(answer.line.block, []).append(answer)
    for block, answers in asked.items():
        answer = answers[0]
        if len(answers) > 1 or answer.pieces or answer.line.alone or answer.field not in _SIMPLE:
            continue
        before = [piece for piece in made.free if piece.line.block == block and piece.line.cell < answer.line.cell]
        if len({piece.line.cell for piece in before}) == 1:
            answer.pieces += before
            made.free = [piece for piece in made.free if piece not in before]


def _look_above(made: Outline) -> None:
    """A label at the end of its row with nothing behind it: its value may stand above it, claimed by nobody."""
    for answer in made.answers:
        row = made.sheet.blocks[answer.line.block]
        last_filled = max((place for place, cell in enumerate(row.cells) if cell.strip()), default=0)
        if (
            answer.pieces
            or row.filled < 2
            or answer.line.cell != last_filled
            or answer.field in _NEVER_BELOW | _ABSORBING
        ):
            continue
        above = [
            piece
            for piece in made.free
            if piece.line.block == answer.line.block - 1 and piece.line.cell == answer.line.cell
        ]
        answer.pieces += above
        made.free = [piece for piece in made.free if piece not in above]
