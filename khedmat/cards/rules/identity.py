"""I: the service ID. Eleven digits AABB CCCC DDD that begin with 1; never padded, never cut, never guessed."""

import re
from collections.abc import Iterator

from khedmat.cards.form import Document
from khedmat.cards.rules.reading import card_of
from khedmat.cards.rules.rule import Breach, Rule, at

SHAPE = re.compile(r"1\d{10}")
FIELD = "card.service_id"


def _text_in_the_box(document: Document) -> Iterator[Breach]:
    for warning in document.warnings:
        if warning.code == "id_text" and card_of(document).service_id is None:
            yield at(FIELD, found=warning.found or warning.message)


def _other_shape(document: Document) -> Iterator[Breach]:
    for path, code in _codes(document):
        if code and not SHAPE.fullmatch(code):
            yield at(path, found=code, length=len(code))


def _codes(document: Document) -> Iterator[tuple[str, str | None]]:
    """Every code of the document, those that the reader refused for their shape too."""
    card = card_of(document)
    yield FIELD, card.service_id
    if (card.parent_service_id or "").isdigit():
        yield "card.parent_service_id", card.parent_service_id
    for place, row in enumerate(document.services):
        yield f"services.{place}.service_id", row.service_id
    for warning in document.warnings:
        if warning.code == "id_shape":
            yield warning.field or FIELD, warning.found


RULES = (
    Rule(
        id="I01",
        severity="N",
        fields=("card.service_id",),
        condition=_text_in_the_box,
        message="در خانهٔ شناسهٔ خدمت به‌جای شناسه نوشته شده است: «%(found)s».",
        fix="این خانه را خالی بگذارید: شناسه را سازمان مرکزی پس از بررسی می‌دهد و خدمت تازه بی‌شناسه است.",
        example="شناسهٔ خدمت: در حال اخذ شناسه",
    ),
    Rule(
        id="I02",
        severity="B",
        fields=("card.service_id", "card.parent_service_id", "services.*.service_id"),
        kinds=("service_card", "service_list"),
        condition=_other_shape,
        message="شناسهٔ «%(found)s» یازده رقم با آغاز ۱ نیست (طول آن %(length)s است).",
        fix="شناسه را از ابلاغ یا فهرست رسمی خدمات رونویسی کنید؛ رقمی نیفزایید و نکاهید. کد محلی یا تلفن شناسه نیست.",
        example="شناسهٔ خدمت: ۱۰۱۲۶۵۶۰۰۰ (ده رقم)",
    ),
)
