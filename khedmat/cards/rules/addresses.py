"""U01–U04, U08: the address of the service: there, real, direct, safe; and its system."""

import re
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import SplitResult, urlsplit

from khedmat.cards.form import Document
from khedmat.cards.rules.conditions import Said, each, once, said
from khedmat.cards.rules.labels import field_label
from khedmat.cards.rules.not_applicable import is_excused
from khedmat.cards.rules.reading import blank, card_of, is_electronic, public_stages
from khedmat.cards.rules.rows import remarks
from khedmat.cards.rules.rule import Rule

FIELD = "card.url"
_GENERIC = re.compile(
    r"(?:/(?:portal|view|pages?|home|index|default|main|fa|en|fa-ir|web|guest|site|public|welcome|start|root)"
    r"(?:\.(?:php|html?|aspx?|jsp))?)*/*",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"^(?:https?:/*)?(?:w{3}\.?)?[\W_]*$|x{3,}|آدرس|نشانی|\.{3,}|example", re.IGNORECASE)


def address(text: str) -> SplitResult | None:
    """The parts of an address, without a scheme too; None for what is no address or a placeholder."""
    with suppress(ValueError):
        parts = urlsplit(text if "://" in text else f"//{text}")
        is_real = all(("." in (parts.hostname or ""), not _PLACEHOLDER.search(text)))
        return parts if is_real else None
    return None


def _url(document: Document) -> str:
    return (card_of(document).url or "").strip()


def _missing(document: Document) -> Said:
    stages = [field_label(path) for path, stage in public_stages(document) if stage.electronic]
    return said(all((stages, blank(_url(document)))), stages=stages)


def _placeholders(document: Document) -> Iterator[tuple[str, str]]:
    """What stands in the box and is no address, or what the reader left out of it."""
    url = _url(document)
    left_out = ((field, text) for field, text in remarks(document, "placeholder") if field == FIELD)
    if url:
        return iter([(FIELD, url)])
    return iter(()) if is_excused(document, FIELD) else left_out


def _generic_page(document: Document) -> Said:
    parts = address(_url(document))
    if parts is None or _points_within(parts):
        return None
    what = "صفحه‌ای کلی از درگاه" if parts.path.strip("/") else "صفحهٔ نخست درگاه"
    return said(_GENERIC.fullmatch(parts.path), url=_url(document), what=what)


def _points_within(parts: SplitResult) -> bool:
    return any((parts.query, len(parts.fragment) > 1))


def _unsafe(document: Document) -> Said:
    url = _url(document)
    return said(all((address(url), not url.lower().startswith("https://"))), url=url)


def _no_system(document: Document) -> Said:
    return said(all((is_electronic(document), blank(card_of(document).system_name))))


RULES = (
    Rule(
        id="U01",
        severity="B",
        fields=(FIELD, "card.stages"),
        condition=once(FIELD, _missing, doubt="url", excuse=FIELD),
        message="در %(stages)s «الکترونیکی» تیک دارد ولی نشانی خدمت در وبگاه نوشته نشده است.",
        fix="نشانی دقیق صفحهٔ همین خدمت را بنویسید.",
        example="☑ الکترونیکی · نشانی: (خالی)",
    ),
    Rule(
        id="U02",
        severity="B",
        fields=(FIELD,),
        condition=each(_placeholders, lambda url: said(address(url) is None, url=url)),
        message="«%(url)s» نشانی نیست؛ جای‌نگه‌دار چاپی یا نوشته‌ای ناتمام است.",
        fix="نشانی کامل صفحهٔ خدمت را با https:// بنویسید، یا اگر الکترونیکی نیست خانه را خالی بگذارید.",
        example="نشانی: WWW.",
    ),
    Rule(
        id="U03",
        severity="A",
        fields=(FIELD,),
        condition=once(FIELD, _generic_page),
        message="«%(url)s» %(what)s است، نه نشانی مستقیم این خدمت.",
        fix="نشانی صفحه‌ای را بنویسید که همین خدمت در آن انجام یا توضیح داده می‌شود.",
        example="نشانی: https://www.example.ir/",
    ),
    Rule(
        id="U04",
        severity="N",
        fields=(FIELD,),
        condition=once(FIELD, _unsafe),
        message="نشانی «%(url)s» با https:// آغاز نمی‌شود.",
        fix="نشانی امن (https) را بنویسید؛ اگر وبگاه ندارد، گواهی آن را راه بیندازید.",
        example="نشانی: http://…",
    ),
    Rule(
        id="U08",
        severity="A",
        fields=("card.system_name", "card.stages"),
        condition=once("card.system_name", _no_system, doubt="system_name", excuse="card.system_name"),
        message="خدمت الکترونیکی است ولی نام سامانهٔ آن نوشته نشده است.",
        fix="نام سامانه‌ای را بنویسید که خدمت در آن انجام می‌شود.",
        example="☑ الکترونیکی · نام سامانه: (خالی)",
    ),
)
