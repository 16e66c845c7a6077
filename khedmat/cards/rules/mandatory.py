"""C01, C03: what a card may not leave empty. 206/93/7740, art. 2. Lost marks are unreadable, never "empty"."""

from collections.abc import Iterator

from khedmat.cards.form import Document
from khedmat.cards.rules.conditions import once, said
from khedmat.cards.rules.emptiness import left_empty
from khedmat.cards.rules.reading import blank, card_of, have_no_mark
from khedmat.cards.rules.rule import Breach, Rule

MANDATORY = ("title", "executive_agency", "description", "service_type", "nature", "level", "start_trigger")


def _empty(document: Document) -> Iterator[Breach]:
    for name in _empty_boxes(document):
        yield from left_empty(document, f"card.{name}")
    for place, row in enumerate(document.services):
        if blank(row.title):
            yield Breach(f"services.{place}.title", {"row": f"عنوان خدمت در ردیف {place + 1}"})


def _empty_boxes(document: Document) -> Iterator[str]:
    if document.card is None:
        return
    yield from (name for name in MANDATORY if is_void(getattr(document.card, name)))
    if have_no_mark(document):
        yield "stages"


def is_void(value: object) -> bool:
    """Nothing said: no value, an empty list, or a text of dots and dashes."""
    return blank(value) if isinstance(value, str) else not value


RULES = (
    Rule(
        id="C01",
        severity="B",
        fields=tuple(f"card.{name}" for name in (*MANDATORY, "stages")),
        kinds=("service_card", "service_list"),
        condition=_empty,
        message="«%(row)s» خالی است؛ این خانه اجباری است.",
        fix="«%(row)s» را پر کنید؛ اگر برای این خدمت معنا ندارد، علت آن را بنویسید.",
        example="ماهیت خدمت: نه «حاکمیتی» تیک دارد و نه «تصدی‌گری»",
    ),
    Rule(
        id="C03",
        severity="B",
        fields=("card.service_type",),
        condition=once(
            "card.service_type",
            lambda form: said(not card_of(form).service_type),
            doubt="service_type",
            excuse="card.service_type",
        ),
        message="نوع خدمت معلوم نیست: هیچ‌یک از گزینه‌های شهروندان، کسب‌وکار، دستگاه‌های دولتی و کارکنان تیک ندارد.",
        fix="مشخص کنید خدمت به چه کسی داده می‌شود: G2C، G2B، G2G یا G2E.",
        example="نوع خدمت: ☐ G2C ☐ G2B ☐ G2G",
    ),
)
