"""O: other agencies and systems. One agency a row, by its registered name, with what is exchanged and how."""

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import fuzz

from khedmat.cards.form import Document, ExternalInquiry, InternalSystem
from khedmat.cards.rules.labels import field_label
from khedmat.cards.rules.reading import blank, card_of, doubtful, letters, plain
from khedmat.cards.rules.rule import Breach, Rule, at
from khedmat.core.persian import fold_line
from khedmat.organizations import directory

_HEAD = (
    r"(?:سازمان|وزارت|وزارتخانه|اداره|شرکت|بانک|شهرداری|استانداری|فرمانداری"
    r"|دانشگاه|بیمه|گمرک|پلیس|نیروی|صندوق|مرکز|بنیاد)"
)
_MANY = re.compile(
    r"^\d{1,4} \w"
    r"|^(?:کلیه|تمام|تمامی|همه|سایر) "
    r"|\b(?:سازمان|وزارتخانه|اداره|شرکت|بانک|دستگاه|شهرداری|استانداری|فرمانداری|دانشگاه|نهاد) ?(?:ها|های|هایی)\b"
    r"|\b(?:ادارات|موسسات|مراکز|دستگاههای|سازمانهای|شرکتهای|بانکها|بانکهای|وزارتخانههای)\b"
)
_LISTED = re.compile(rf"(?:[،؛,/]|\s[-–]\s|\sو\s)\s*{_HEAD}\b")
_LOCAL = re.compile(
    r"^(?:شهرداری|فرمانداری|بخشداری|دهیاری|دانشگاه|دانشکده|بیمارستان|دفتر|دفاتر|دفترخانه|شورای|کلانتری|بانک|آموزشگاه|اداره|معاونت|اتحادیه)\b"
)
_BETWEEN = re.compile(r"\s*[،؛,/]\s*|\s+[-–]\s+|\s+و\s+")
WHOLE = 88  # likeness from which a name is nothing but a registered one
_TICK = re.compile(r"checked|[☑☒✓✔■]")


def _rows(document: Document) -> Iterator[tuple[str, ExternalInquiry]]:
    for place, row in enumerate(card_of(document).external_inquiries):
        yield f"card.external_inquiries.{place}", row


def _named(document: Document) -> Iterator[tuple[str, str]]:
    """(field, agency) of every other agency that the form names: section 8 and form 2."""
    named = [(path, row.agency) for path, row in _rows(document)]
    named += [(f"inquiries.{place}", row.agency) for place, row in enumerate(document.inquiries)]
    for path, agency in named:
        if agency and not blank(agency):
            yield f"{path}.agency", agency


@lru_cache(maxsize=4096)
def _are_several(agency: str) -> bool:
    """More than one agency in a name; a registered name with «و» or a plural in it is one."""
    if _is_whole_name(agency):
        return False
    if _MANY.search(plain(agency)) or _LISTED.search(fold_line(agency)):
        return True
    cuts = [(agency[: cut.start()], agency[cut.end() :]) for cut in _BETWEEN.finditer(agency)]
    return any(_is_known(left) and _is_known(right) for left, right in cuts)


def _several_in_a_row(document: Document) -> Iterator[Breach]:
    for path, agency in _named(document):
        if _are_several(agency):
            yield at(path, agency=agency)


def _half_an_exchange(document: Document) -> Iterator[Breach]:
    rows: list[tuple[str, ExternalInquiry | InternalSystem]] = list(_rows(document))
    rows += [(f"card.internal_systems.{n}", row) for n, row in enumerate(card_of(document).internal_systems)]
    for path, row in rows:
        missing = list(_missing(document, path, row))
        if missing:
            yield at(path, row=field_label(path), missing=missing)


def _missing(document: Document, path: str, row: ExternalInquiry | InternalSystem) -> Iterator[str]:
    """A paper inquiry needs no system; every exchange needs what is exchanged and how."""
    is_paper_only = set(row.modes) == {"paper"}
    if blank(row.system) and not is_paper_only:
        yield "نام سامانه"
    if blank(row.fields):
        yield "فیلدهای مورد تبادل"
    if not row.modes and not doubtful(document, f"{path.removeprefix('card.')}.modes"):
        yield "شیوهٔ تبادل"


def _unknown_agency(document: Document) -> Iterator[Breach]:
    for path, agency in _named(document):
        if not _are_several(agency) and not _is_known(agency):
            near = [found.name for found in directory.candidates(agency, 2)]
            yield at(path, agency=agency, near=near or "نامی نزدیک در فهرست نیست")


@lru_cache(maxsize=4096)
def _is_known(agency: str) -> bool:
    """By the register; local bodies, which it does not list one by one, are known by their kind."""
    return bool(directory.find(agency) or _LOCAL.search(plain(agency)) or directory.national_of(agency))


def _by_both(document: Document) -> Iterator[Breach]:
    """The contract holds one value: two ticks reach us as undecided, with the ticks in the raw text."""
    for path, _ in _rows(document):
        field = f"{path}.paper_by"
        step = document.trace.get(field)
        told = any(warning.code == "both" and warning.field == field for warning in document.warnings)
        if told or (step and doubtful(document, field.removeprefix("card.")) and len(_TICK.findall(step.raw)) > 1):
            yield at(field, row=field_label(path))


def _several_providers(document: Document) -> Iterator[Breach]:
    card = card_of(document)
    agency = card.executive_agency or ""
    rest = plain(agency).removeprefix(plain(card.parent_agency or "")).strip()
    parent_is_among = bool(card.parent_agency) and rest != plain(agency) and rest.startswith("و ")
    if agency and (parent_is_among or _are_providers(agency)):
        yield at("card.executive_agency", agency=agency)


@lru_cache(maxsize=4096)
def _are_providers(agency: str) -> bool:
    if _LISTED.search(fold_line(agency)):
        return not _is_whole_name(agency)
    return not directory.find(agency) and bool(re.match(r"^\d{1,4} |^(?:کلیه|تمام|تمامی|همه) ", plain(agency)))


def _is_whole_name(agency: str) -> bool:
    """The whole of what is written is one registered name, or nearly: «سازمان شهرداری‌ها و دهیاری‌های کشور»."""
    found = directory.find(agency) or directory.national_of(agency)
    names = (found.name, *found.aliases) if found else ()
    return any(fuzz.ratio(letters(name), letters(agency)) >= WHOLE for name in names)


RULES = (
    Rule(
        id="O01",
        severity="A",
        fields=("card.external_inquiries.*.agency", "inquiries.*.agency"),
        kinds=("service_card", "permit_list"),
        condition=_several_in_a_row,
        message="«%(agency)s» یک دستگاه نیست؛ چند دستگاه در یک ردیف آمده است.",
        fix="هر دستگاه را در ردیفی جدا بنویسید؛ برای همهٔ استان‌ها، دستگاه ملی را بنویسید.",
        example="۳۱ سازمان استانی",
    ),
    Rule(
        id="O02",
        severity="A",
        fields=("card.external_inquiries.*", "card.internal_systems.*"),
        condition=_half_an_exchange,
        message="%(row)s: این‌ها نوشته نشده است: %(missing)s.",
        fix="بنویسید با کدام سامانه، چه داده‌ای و به چه شیوه (برخط، دسته‌ای، کاغذی) مبادله می‌شود.",
        example="نام دستگاه: … · سامانه، فیلد، شیوه: (خالی)",
    ),
    Rule(
        id="O03",
        severity="B",
        fields=("card.external_inquiries.*.agency", "inquiries.*.agency"),
        kinds=("service_card", "permit_list"),
        condition=_unknown_agency,
        message="«%(agency)s» در فهرست دستگاه‌ها نیست؛ نزدیک‌ترین نام‌ها: %(near)s.",
        fix="نام رسمی دستگاه را از فهرست برگزینید؛ اگر دستگاه تازه است، افزودن آن را درخواست کنید.",
        example="سازمان بنادر و کشتی‌رانی",
    ),
    Rule(
        id="O04",
        severity="A",
        fields=("card.external_inquiries.*.paper_by",),
        condition=_by_both,
        message="%(row)s: استعلام غیرالکترونیکی هم توسط «دستگاه» تیک دارد و هم توسط «مراجعه‌کننده».",
        fix="یکی را برگزینید: چه کسی نامه را می‌برد؟",
        example="☑ دستگاه ☑ مراجعه‌کننده",
    ),
    Rule(
        id="O06",
        severity="A",
        fields=("card.executive_agency", "card.parent_agency"),
        condition=_several_providers,
        message="ارائه‌دهندهٔ خدمت «%(agency)s» یک دستگاه نیست.",
        fix="یک دستگاه اجرایی را بنویسید؛ دستگاه مادر خانهٔ خود را دارد و واحدهای استانی نمونه‌های الگوی ملی‌اند.",
        example="سازمان … کشور و سازمان‌های استانی تابعه",
    ),
)
