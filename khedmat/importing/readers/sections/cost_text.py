"""The cost in the words of the form."""

import re

from khedmat.core.persian import fold_line, latin_digits
from khedmat.core.sequences import first, unique
from khedmat.importing.readers import marks
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.outline import Answer
from khedmat.importing.readers.said import said
from khedmat.importing.readers.sections.cost_amounts import HEADER, amounts_of
from khedmat.importing.readers.sections.cost_box import CostBox, Entry
from khedmat.importing.readers.values import amounts
from khedmat.importing.readers.wording import is_zero, piece_of, text_of, without_marks

ACCOUNT = re.compile(r"(?<!\d)(?:IR\s*)?\d(?:[\s\-]?\d){11,25}(?!\d)", re.I)
_FREE_ALONE = re.compile(rf"[\s:{marks.TICKED}{marks.EMPTY}]*رایگان[\s:{marks.TICKED}{marks.EMPTY}]*")


def read(box: CostBox, draft: Draft) -> None:
    """What is said of amounts; else a zero that is written; else that the box holds a filler."""
    _read_words(box, draft)
    for zero in filter(_is_zero, box.entries):
        draft.set("cost.text", "0", Place(box.cost, [zero.piece]))
    if "cost.text" not in draft.values:
        draft.filler("cost.text", first(filter(_is_left_out, box.asked)))


def _is_left_out(cost: Answer) -> bool:
    """«ندارد» fills no box here: it says that nothing is paid."""
    return cost.field == "cost" and not cost.says and not amounts.is_free(cost.text)


def _read_words(box: CostBox, draft: Draft) -> None:
    kept = [entry for entry in box.entries if _is_of_amounts(entry, box) and not _is_box_of_free(entry, box)]
    texts = filter(None, map(amount_text, map(text_of, kept)))
    draft.set("cost.text", "\n".join(unique(texts)), Place(box.cost, list(map(piece_of, kept))))


def _is_zero(entry: Entry) -> bool:
    return is_zero(entry.text)


def amount_text(text: str) -> str | None:
    """Without boxes, the printed «مبلغ (ریال)» and account numbers: those are never published."""
    unmarked = without_marks(fold_line(marks.normalise(text)))
    plain = ACCOUNT.sub("", latin_digits(unmarked))
    return said(HEADER.sub("", plain).strip())


def _is_of_amounts(entry: Entry, box: CostBox) -> bool:
    """Whatever answers the label of the cost; elsewhere in the box only what holds an amount."""
    return entry.answers("cost") or bool(amounts_of(entry, box))


def _is_box_of_free(entry: Entry, box: CostBox) -> bool:
    """«رایگان» with its box is a tick, no text."""
    return bool(_FREE_ALONE.fullmatch(marks.normalise(entry.text))) and marks.any_in(box.row(entry))
