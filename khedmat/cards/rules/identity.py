"""I: the service ID. Eleven digits AABB CCCC DDD that begin with 1; never padded, never cut, never guessed."""

from collections.abc import Iterator

from khedmat.cards.form import Document
from khedmat.cards.identifiers import SHAPE, exists_as_function, ids_in, looks_like, meant
from khedmat.cards.rules.conditions import Said, each, each_with_form, said
from khedmat.cards.rules.reading import card_of
from khedmat.cards.rules.rows import numbered, remarks
from khedmat.cards.rules.rule import Rule

FIELD = "card.service_id"


def _words_in_the_box(document: Document) -> Iterator[tuple[str, str]]:
    return iter(()) if card_of(document).service_id else remarks(document, "id_text")


def _codes(document: Document) -> Iterator[tuple[str, str]]:
    """Every code of the document, those that the reader refused for their shape too."""
    card = card_of(document)
    yield FIELD, card.service_id or ""
    yield "card.parent_service_id", _code_in(card.parent_service_id or "")
    yield from ((f"{path}.service_id", row.service_id or "") for path, row in numbered("services", document.services))
    yield from remarks(document, "id_shape")


def _code_in(text: str) -> str:
    """People also write the title of the parent in its box: that is no code."""
    return text if text.isdigit() else ""


def _shape(document: Document, code: str) -> Said:
    digits = "".join(filter(str.isalnum, code))
    hint = _proof(document, digits) or _likeness(digits)
    return said(all((code, not SHAPE.fullmatch(code))), found=code, length=len(code), hint=hint)


def _proof(document: Document, digits: str) -> str:
    """The page's own address may hold the ID that was meant."""
    near = meant(digits, ids_in(card_of(document).url or ""))
    return f"؛ نشانی همین صفحه شناسهٔ {near[0]} را دارد" if near else ""


def _likeness(digits: str) -> str:
    name = looks_like(digits)
    return f"؛ به {name} می‌ماند" if name else ""


def _function(document: Document, code: str) -> Said:
    is_odd = SHAPE.fullmatch(code) and not exists_as_function(code)
    return said(is_odd, found=code, function=code[:4], hint=_proof(document, code))


RULES = (
    Rule(
        id="I01",
        severity="N",
        fields=(FIELD,),
        condition=each(_words_in_the_box, lambda text: said(True, found=text)),
        message="در خانهٔ شناسهٔ خدمت به‌جای شناسه نوشته شده است: «%(found)s».",
        fix="این خانه را خالی بگذارید: شناسه را سازمان مرکزی پس از بررسی می‌دهد و خدمت تازه بی‌شناسه است.",
        example="شناسهٔ خدمت: در حال اخذ شناسه",
    ),
    Rule(
        id="I02",
        severity="B",
        fields=(FIELD, "card.parent_service_id", "services.*.service_id"),
        kinds=("service_card", "service_list"),
        condition=each_with_form(_codes, _shape),
        message="شناسهٔ «%(found)s» یازده رقم با آغاز ۱ نیست (طول آن %(length)s است)%(hint)s.",
        fix="شناسه را از ابلاغ یا فهرست رسمی خدمات رونویسی کنید؛ رقمی نیفزایید و نکاهید. کد محلی یا تلفن شناسه نیست.",
        example="شناسهٔ خدمت: ۱۰۱۲۶۵۶۰۰۰ (ده رقم)",
    ),
    Rule(
        id="I04",
        severity="N",
        fields=(FIELD, "card.parent_service_id", "services.*.service_id"),
        kinds=("service_card", "service_list"),
        condition=each_with_form(_codes, _function),
        message="چهار رقم نخست شناسهٔ «%(found)s» (%(function)s) هیچ کارکردی از دولت را نشان نمی‌دهد%(hint)s.",
        fix="شناسه را با ابلاغ آن بسنجید: گاه دو پارهٔ چهاررقمی هنگام رونویسی جابه‌جا می‌شوند.",
        example="شناسهٔ خدمت: ۱۴۶۶۱۳۰۳۰۰۰ به‌جای ۱۳۰۳۱۴۶۶۰۰۰",
    ),
)
