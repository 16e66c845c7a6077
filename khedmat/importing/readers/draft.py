"""The card while it is read: values by dotted path with their traces, and what a person should look at."""

import re
from typing import Any

from khedmat.cards import form
from khedmat.core.persian import fold_line
from khedmat.importing.readers.choosing import Choice
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.nesting import is_empty, nested
from khedmat.importing.readers.outline import Answer, Piece
from khedmat.importing.readers.said import said
from khedmat.importing.readers.wording import said_pieces

__all__ = ["Draft", "nested", "said"]

NOWHERE = Place()
_NUMBERING = re.compile(r"\W*[\d۰-۹٠-٩]{1,2}\W*")
_DOTTED = re.compile(r"[.…]{2,}|…")
_LONGEST_FOUND = 300  # characters
_MESSAGES = {
    "id_text": "در خانهٔ شناسه نوشته‌ای به جای شناسه است.",
    "id_shape": "نوشتهٔ خانهٔ شناسه، شناسهٔ یازده‌رقمی خدمت نیست.",
    "placeholder": "نشانی چاپی فرم پر نشده است.",
    "filler": "به جای پاسخ، نشانهٔ خالی بودن نوشته شده است.",
    "wrong_kind": "پاسخ از جنس این خانه نیست.",
    "both": "هم «دستگاه» نشان خورده است و هم «مراجعه‌کننده»؛ تنها یکی از آن دو نامه را می‌برد.",
    "undecided": "نشانهٔ گزینه‌ها در فایل خوانا نیست؛ گزینهٔ درست را خودتان برگزینید.",
    "money_unit": "مبلغ به تومان نوشته شده بود و به ریال تبدیل شد.",
}


class Draft:
    """Filled by the sections, made into a card at the end."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.trace: dict[str, form.Trace] = {}
        self.doubts: list[str] = []
        self.remarks: list[form.Warning] = []

    @property
    def undecided(self) -> list[str]:
        """Paths whose boxes cannot be read: a form that says it once more, and clearly, leaves no doubt."""
        return [path for path in self.doubts if path not in self.values]

    @property
    def warnings(self) -> list[form.Warning]:
        """What a person should look at, without the doubts that another box settled."""
        open_fields = {f"card.{path}" for path in self.undecided}
        return [remark for remark in self.remarks if remark.code != "undecided" or remark.field in open_fields]

    def set(self, path: str, value: Any, place: Place = NOWHERE) -> None:
        """Keeps a value that says something; the first one to come stays."""
        if is_empty(value) or path in self.values:
            return
        self.values[path] = value
        if trace := place.trace():
            self.trace[path] = trace

    def tick(self, path: str, tick: bool | None, place: Place) -> None:
        """A tick is not taken back by an empty box that is printed once more."""
        if tick and self.values.get(path) is False:
            del self.values[path]
        self.set(path, tick, place)

    def text(self, path: str, answer: Answer | None, *, lines: bool = False) -> None:
        """The first piece of an answer, or all its lines, as text."""
        pieces = _worded(answer)
        chosen = pieces if lines else pieces[:1]
        self.set(path, "\n".join(map(_kept, chosen)), Place(answer, chosen))
        if not chosen:
            self.filler(path, answer)

    def choose_one(self, path: str, choice: Choice, place: Place) -> None:
        """The one value of a choice, or that it cannot be told."""
        self.set(path, choice.one, place)
        self.doubt(path, choice)

    def choose_all(self, path: str, choice: Choice, place: Place) -> None:
        """Its values, or that they cannot be told."""
        self.set(path, choice.values, place)
        self.doubt(path, choice)

    def doubt(self, path: str, choice: Choice) -> None:
        """That a choice cannot be told, if it cannot."""
        if choice.undecided:
            self.undecide(path, choice.text)

    def filler(self, path: str, answer: Answer | None) -> None:
        """Says that a box holds a dash, dots or the like."""
        if answer and answer.text:
            self.warn("filler", path, answer.text)

    def undecide(self, path: str, found: str = "") -> None:
        """The form says it and we cannot tell what: never guessed."""
        if path not in self.doubts:
            self.doubts.append(path)
            self.warn("undecided", path, found)

    def warn(self, code: str, path: str, found: str) -> None:
        """Something a person should look at, with the raw text."""
        kept = fold_line(found)[:_LONGEST_FOUND] or None
        self.remarks.append(form.Warning(code=code, field=f"card.{path}", message=_MESSAGES[code], found=kept))

    def card(self) -> form.Card:
        """The values as the contract's card."""
        return form.Card.model_validate(nested(self.values))

    def card_trace(self) -> dict[str, form.Trace]:
        """The traces by whole path."""
        return {f"card.{path}": step for path, step in self.trace.items()}


def _worded(answer: Answer | None) -> list[Piece]:
    """Without fillers, and without the numbers of a printed list."""
    if answer and _is_left_out(answer):
        return []
    return [piece for piece in said_pieces(answer) if not _NUMBERING.fullmatch(piece.text)]


def _is_left_out(answer: Answer) -> bool:
    """A dash beside its label is the answer; what stands below it is something else."""
    beside = (piece for piece in answer.pieces[:1] if piece.line is answer.line)
    return any(map(_is_dash, beside))


def _is_dash(piece: Piece) -> bool:
    """A dotted line may be filled below it."""
    return not piece.says and not _DOTTED.search(piece.text)


def _kept(piece: Piece) -> str:
    return fold_line(said(piece.text) or "")
