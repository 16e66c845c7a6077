"""Why a document cannot be taken in, whatever the register holds."""

from collections.abc import Callable

from khedmat.cards.form import Card, Document
from khedmat.core.persian import key, persian_digits

UNKEEPABLE = "فرم عدد یا نویسه‌ای دارد که نگه‌داشتنی نیست (عدد بی‌پایان یا نویسهٔ تهی)."
NO_FORM = "این پرونده فرم پرشدهٔ شناسنامه یا مجوز نیست؛ شناسنامهٔ پرشدهٔ خدمت را بدهید."
OF_A_PICTURE = "فهرست مجوز از روی تصویر پذیرفته نمی‌شود، چون بی‌بررسی منتشر می‌شود؛ فایل Word یا Excel آن را بدهید."
NO_ROWS = "در این فهرست هیچ ردیف پرشده‌ای نیست."
NO_TITLE = "عنوان خدمت در فرم نوشته نشده است؛ عنوان را در فرم بنویسید."
A_LIST = "این پرونده فهرست %(rows)s خدمت است، نه شناسنامهٔ یک خدمت؛ شناسنامهٔ پرشدهٔ هر خدمت را جدا بدهید."


def problem_of(document: Document) -> str:
    """Empty when it can be taken in."""
    return PROBLEMS[document.kind](document)


def _of_service_list(document: Document) -> str:
    return A_LIST % {"rows": persian_digits(len(document.services))}


def _of_permit_list(document: Document) -> str:
    """A list is public at once, without a draft in which somebody could look at it."""
    if document.source.ocr:
        return OF_A_PICTURE
    return "" if document.permits or document.inquiries else NO_ROWS


def _of_card(document: Document) -> str:
    card = document.card or Card()
    return "" if key(card.title or "") else NO_TITLE


def _of_other(document: Document) -> str:
    return NO_FORM


PROBLEMS: dict[str, Callable[[Document], str]] = {
    "service_card": _of_card,
    "permit_list": _of_permit_list,
    "service_list": _of_service_list,
    "other": _of_other,
}
