"""U: the address of the service: there, real, direct, safe, and the agency's own."""

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, urlsplit

from khedmat.cards.form import Card, Document
from khedmat.cards.rules.labels import stage_label
from khedmat.cards.rules.reading import PUBLIC_STAGES, blank, card_of, doubtful, is_electronic, stages_of
from khedmat.cards.rules.rule import Breach, Rule, at
from khedmat.organizations import directory

FIELD = "card.url"
_GENERIC = frozenset(
    [
        "portal",
        "view",
        "page",
        "pages",
        "home",
        "index",
        "default",
        "main",
        "fa",
        "en",
        "fa-ir",
        "web",
        "guest",
        "site",
        "public",
        "welcome",
        "start",
        "root",
        "index.php",
        "index.html",
        "index.aspx",
        "default.aspx",
        "home.aspx",
        "index.jsp",
    ]
)
_PLACEHOLDER = re.compile(r"^(?:https?:/*)?(?:w{3}\.?)?[\W_]*$|x{3,}|آدرس|نشانی|\.{3,}|example", re.IGNORECASE)


def _address(text: str) -> SplitResult | None:
    """The parts of an address; without a scheme too. None for what is no address."""
    try:
        parts = urlsplit(text if "://" in text else f"//{text}")
        return parts if parts.hostname and "." in parts.hostname else None
    except ValueError:
        return None


def _missing(document: Document) -> Iterator[Breach]:
    if is_electronic(document) and blank(card_of(document).url) and not doubtful(document, "url"):
        yield at(
            FIELD, stages=[stage_label(path) for path, stage in stages_of(document, *PUBLIC_STAGES) if stage.electronic]
        )


def _placeholder(document: Document) -> Iterator[Breach]:
    url = card_of(document).url
    if url and (_PLACEHOLDER.search(url) or not _address(url)):
        yield at(FIELD, url=url)
    for warning in document.warnings:
        if warning.code == "placeholder" and warning.field == FIELD and not url:
            yield at(FIELD, url=warning.found or "")


def _generic_page(document: Document) -> Iterator[Breach]:
    url = card_of(document).url or ""
    parts = _address(url)
    if parts is None or _PLACEHOLDER.search(url):
        return
    steps = [step for step in parts.path.lower().split("/") if step]
    if all(step in _GENERIC for step in steps) and not parts.query and len(parts.fragment) < 2:
        yield at(FIELD, url=url, what="صفحهٔ نخست درگاه" if not steps else "صفحه‌ای کلی از درگاه")


def _unsafe(document: Document) -> Iterator[Breach]:
    url = card_of(document).url or ""
    if _address(url) and not url.lower().startswith("https://") and not _PLACEHOLDER.search(url):
        yield at(FIELD, url=url)


def _of_another_agency(document: Document) -> Iterator[Breach]:
    card = card_of(document)
    parts = _address(card.url or "")
    if parts is None or not parts.hostname or directory.is_shared(parts.hostname):
        return
    owner, mine = directory.by_domain(parts.hostname), _provider(card)
    if owner and mine:
        province = directory.province_of_host(parts.hostname)
        is_whole = directory.find(card.executive_agency or "") == mine and mine.scope == "national"
        if not directory.are_kin(owner, mine) or (is_whole and province):
            of = f"{owner.name}، استان {province}" if province and owner.scope == "national" else owner.name
            yield at(FIELD, host=parts.hostname, owner=of, agency=card.executive_agency or card.parent_agency or "")


def _provider(card: Card) -> directory.Agency | None:
    """The agency of the card as far as the register knows it: itself, the one it is a unit of, or its parent."""
    for name in (card.executive_agency, card.parent_agency):
        found = (directory.find(name) or directory.national_of(name)) if name else None
        if found:
            return found
    return None


def _no_system(document: Document) -> Iterator[Breach]:
    if is_electronic(document) and blank(card_of(document).system_name) and not doubtful(document, "system_name"):
        yield at("card.system_name")


RULES = (
    Rule(
        id="U01",
        severity="B",
        fields=(FIELD, "card.stages"),
        condition=_missing,
        message="در %(stages)s «الکترونیکی» تیک دارد ولی نشانی خدمت در وبگاه نوشته نشده است.",
        fix="نشانی دقیق صفحهٔ همین خدمت را بنویسید.",
        example="☑ الکترونیکی · نشانی: (خالی)",
    ),
    Rule(
        id="U02",
        severity="B",
        fields=(FIELD,),
        condition=_placeholder,
        message="«%(url)s» نشانی نیست؛ جای‌نگه‌دار چاپی یا نوشته‌ای ناتمام است.",
        fix="نشانی کامل صفحهٔ خدمت را با https:// بنویسید، یا اگر الکترونیکی نیست خانه را خالی بگذارید.",
        example="نشانی: WWW.",
    ),
    Rule(
        id="U03",
        severity="A",
        fields=(FIELD,),
        condition=_generic_page,
        message="«%(url)s» %(what)s است، نه نشانی مستقیم این خدمت.",
        fix="نشانی صفحه‌ای را بنویسید که همین خدمت در آن انجام یا توضیح داده می‌شود.",
        example="نشانی: https://www.example.ir/",
    ),
    Rule(
        id="U04",
        severity="N",
        fields=(FIELD,),
        condition=_unsafe,
        message="نشانی «%(url)s» با https:// آغاز نمی‌شود.",
        fix="نشانی امن (https) را بنویسید؛ اگر وبگاه ندارد، گواهی آن را راه بیندازید.",
        example="نشانی: http://…",
    ),
    Rule(
        id="U05",
        severity="A",
        fields=(FIELD, "card.executive_agency"),
        condition=_of_another_agency,
        message="دامنهٔ «%(host)s» از آن «%(owner)s» است، ولی ارائه‌دهندهٔ خدمت «%(agency)s» نوشته شده است.",
        fix="نشانی را از دامنهٔ ارائه‌دهنده بدهید یا نام آن را درست کنید؛ برای خدمت ملی نشانی یک استان بس نیست.",
        example="ارائه‌دهنده: سازمان ملی · نشانی: زیردامنهٔ یک استان",
    ),
    Rule(
        id="U08",
        severity="A",
        fields=("card.system_name", "card.stages"),
        condition=_no_system,
        message="خدمت الکترونیکی است ولی نام سامانهٔ آن نوشته نشده است.",
        fix="نام سامانه‌ای را بنویسید که خدمت در آن انجام می‌شود.",
        example="☑ الکترونیکی · نام سامانه: (خالی)",
    ),
)
