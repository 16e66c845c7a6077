"""The box of the cost: everything from its label to the last of its column labels."""

from dataclasses import dataclass
from functools import cached_property

from khedmat.core.persian import fold_line, latin_digits
from khedmat.importing.readers import marks
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.outline import Answer, Outline, Piece
from khedmat.importing.readers.wording import behind, block_of, piece_of

_COLUMNS = ("cost_free", "cost_amount", "cost_account", "cost_electronic")
_BELOW = 3  # blocks


@dataclass(frozen=True)
class Entry:
    """A piece of the box with the label that asked for it, if any did."""

    answer: Answer | None
    piece: Piece

    @cached_property
    def text(self) -> str:
        """The piece as every rule looks at it."""
        return self.piece.text

    @cached_property
    def line(self) -> str:
        """On one line, with Latin digits."""
        return latin_digits(fold_line(self.text))

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.answer, [self.piece])

    def answers(self, field: str) -> bool:
        """Whether that label asked for it."""
        return self.answer is not None and self.answer.field == field


@dataclass(frozen=True)
class CostBox:
    """`cost`: the label of the box; `columns`: labels inside it."""

    outline: Outline
    cost: Answer | None
    columns: list[Answer]

    @cached_property
    def names_rials(self) -> bool:
        """Its label does, or it has a column for amounts."""
        return any(map(_names_rials, self.asked))

    @cached_property
    def asked(self) -> list[Answer]:
        """Its label and its columns."""
        return [*filter(None, [self.cost]), *self.columns]

    @cached_property
    def entries(self) -> list[Entry]:
        """In reading order, those that no label asked for among them."""
        if not self.columns:
            return self._named
        return sorted([*self._named, *self._free()], key=_place)

    @cached_property
    def _named(self) -> list[Entry]:
        return [Entry(answer, piece) for answer in self.asked for piece in answer.pieces]

    def _free(self) -> list[Entry]:
        """Inside the table, and below it only as far as no other label stands."""
        start = min(map(block_of, self.columns))
        last = max(map(block_of, [*self.columns, *map(piece_of, self._named)]))
        later = map(block_of, behind(last, self.outline.answers))
        between = self.outline.between(start, min([last + _BELOW + 1, *later]))
        return [Entry(None, piece) for piece in between.free]

    def row(self, entry: Entry) -> str:
        """The row of an entry, its marks normalised."""
        return marks.normalise(self.outline.sheet.blocks[entry.piece.line.block].text)


def cost_box(outline: Outline) -> CostBox | None:
    """None where the form prints no such box; columns before its label belong to something else."""
    cost = outline.best("cost")
    behind = outline.between(cost.line.block if cost else 0, len(outline.sheet.blocks))
    columns = list(behind.of(*_COLUMNS))
    return CostBox(outline, cost, columns) if cost or columns else None


def _names_rials(answer: Answer) -> bool:
    return answer.field == "cost_amount" or "ریال" in answer.line.text


def _place(entry: Entry) -> tuple[int, int, int]:
    return entry.piece.line.block, entry.piece.line.cell, entry.piece.start
