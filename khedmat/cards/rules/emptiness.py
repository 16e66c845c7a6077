"""What is said of a box without an answer: it is empty, its marks are lost, or what stands for a reason is none."""

from collections.abc import Iterator

from khedmat.cards.form import Document
from khedmat.cards.rules.conditions import empty_box
from khedmat.cards.rules.not_applicable import MAY_NOT_APPLY, is_excused, poor_reason
from khedmat.cards.rules.reading import doubtful
from khedmat.cards.rules.rule import Breach, Wording

UNREADABLE = Wording(
    "نشان‌های «%(row)s» در این فرم خوانا نیست: پیدا نیست کدام گزینه انتخاب شده است.",
    "از روی نسخهٔ اصلی، گزینهٔ درست «%(row)s» را دوباره بزنید.",
)
NO_REASON = Wording(
    "«%(row)s» خالی است و برای آن تنها نوشته شده «%(reason)s»؛ این علت نیست.",
    "«%(row)s» را پر کنید، یا در چند کلمه بنویسید چرا برای این خدمت موضوعیت ندارد.",
)
ALWAYS_APPLIES = Wording(
    "«%(row)s» خالی است و «موضوعیت ندارد» پاسخ آن نیست: هر خدمتی این را دارد.", "«%(row)s» را پر کنید."
)


def left_empty(document: Document, path: str) -> Iterator[Breach]:
    """The breach of a box that holds nothing; none where somebody said why it does not apply."""
    if is_excused(document, path):
        return
    if doubtful(document, path.removeprefix("card.")):
        yield empty_box(path, UNREADABLE)
    elif (reason := poor_reason(document, path)) is not None:
        yield empty_box(path, NO_REASON if path in MAY_NOT_APPLY else ALWAYS_APPLIES, reason=reason)
    else:
        yield empty_box(path)
