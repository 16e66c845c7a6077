"""The document while it is read: values by dotted path, each with its trace; what cannot be told; what a person should look at."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from khedmat.cards import form
from khedmat.core.persian import fold_line
from khedmat.importing.readers.outline import Answer, Piece
from khedmat.importing.readers.said import said as said

_NUMBERING = re.compile(r"\W*[\d۰-۹٠-٩]{1,2}\W*")
_MESSAGES = {
    "id_text": "در خانهٔ شناسه نوشته‌ای به جای شناسه است.",
    "id_shape": "نوشتهٔ خانهٔ شناسه، شناسهٔ یازده‌رقمی خدمت نیست.",
    "placeholder": "نشانی چاپی فرم پر نشده است.",
    "filler": "به جای پاسخ، نشانهٔ خالی بودن نوشته شده است.",
    "wrong_kind": "پاسخ از جنس این خانه نیست.",
    "undecided": "نشانهٔ گزینه‌ها در فایل خوانا نیست؛ گزینهٔ درست را خودتان برگزینید.",
    "money_unit": "مبلغ به تومان نوشته شده بود و به ریال تبدیل شد.",
    "conflict": "این خانه در فرم دو پاسخ ناهمسان دارد؛ نخستین نگه داشته شد.",
}


class Draft:
    """Filled by the sections, made into a `form.Document` at the end."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.trace: dict[str, form.Trace] = {}
        self.undecided: list[str] = []
        self.warnings: list[form.Warning] = []

    def set(self, path: str, value: Any, answer: Answer | None = None, pieces: Sequence[Piece] = ()) -> None:
        """Keeps a value that says something; the first one to come stays."""
        if value is None or value == [] or value == "" or path in self.values:
            return
        self.values[path] = value
        pieces = pieces or (answer.pieces if answer else ())
        if pieces:
            self.trace[path] = _trace(pieces, answer)

    def text(self, path: str, answer: Answer | None, *, lines: bool = False) -> None:
        """The first piece of an answer, or all its lines, as text."""
        if answer is None:
            return
        pieces = [piece for piece in answer.pieces if said(piece.text) and not _NUMBERING.fullmatch(piece.text)]
        if not pieces:
            self.filler(path, answer)
            return
        chosen = pieces if lines else pieces[:1]
        kept = "\n".join(fold_line(said(piece.text) or "") for piece in chosen)
        self.set(path, kept, answer, chosen)

    def filler(self, path: str, answer: Answer) -> None:
        """Says that a box holds a dash, dots or the like."""
        if answer.text and re.search(r"\S", answer.text):
            self.warn("filler", path, answer.text)

    def undecide(self, path: str, found: str = "") -> None:
        if path not in self.undecided:
            self.undecided.append(path)
            self.warn("undecided", path, found)

    def warn(self, code: str, path: str, found: str) -> None:
        self.warnings.append(
            form.Warning(code=code, field=f"card.{path}", message=_MESSAGES[code], found=fold_line(found)[:300] or None)
        )

    def card(self) -> form.Card:
        """The values as the contract's card."""
        return form.Card.model_validate(nested(self.values))

    def card_trace(self) -> dict[str, form.Trace]:
        return {f"card.{path}": step for path, step in self.trace.items()}


def _trace(pieces: Sequence[Piece], answer: Answer | None) -> form.Trace:
    first = pieces[0]
    same = [piece for piece in pieces if piece.line.block == first.line.block]
    return form.Trace(
        raw="\n".join(piece.raw for piece in pieces)[:2000],
        label=answer.label if answer else None,
        block=first.line.block,
        start=first.line.start + first.start,
        end=max(piece.line.start + piece.end for piece in same),
        sure=answer.sure if answer else 0.7,
    )


def nested(values: dict[str, Any]) -> dict[str, Any]:
    """{"cost.items.0.text": "x"} → {"cost": {"items": [{"text": "x"}]}}; a missing number of a list is closed up."""
    tree: dict[str, Any] = {}
    for path, value in values.items():
        *parents, last = path.split(".")
        place = tree
        for parent in parents:
            place = place.setdefault(parent, {})
        place[last] = value
    return {name: _listed(member) for name, member in tree.items()}


def _listed(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    members = {name: _listed(member) for name, member in value.items()}
    if members and all(name.isdecimal() for name in members):
        return [members[name] for name in sorted(members, key=int)]
    return members


def texts_of(answers: Iterable[Answer]) -> list[str]:
    """All pieces of several answers that say something."""
    return [text for answer in answers for text in answer.texts if said(text)]
