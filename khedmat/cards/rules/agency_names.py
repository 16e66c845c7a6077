"""O01, O03, O06: one agency a box, by its registered name."""

import re
from collections.abc import Iterator
from operator import attrgetter

from rapidfuzz import fuzz

from khedmat.cards.form import Document
from khedmat.cards.rules.conditions import Said, each, once, said
from khedmat.cards.rules.reading import card_of, letters, plain
from khedmat.cards.rules.rows import named_agencies
from khedmat.cards.rules.rule import Rule
from khedmat.core.persian import fold_line
from khedmat.organizations import directory
from khedmat.organizations.looking import kept
from khedmat.organizations.subordinates import head_of

WHOLE = 88  # likeness from which a text is nothing but a registered name
_HEAD = (
    r"(?:سازمان|وزارت|وزارتخانه|اداره|شرکت|بانک|شهرداری|استانداری|فرمانداری"
    r"|دانشگاه|بیمه|گمرک|پلیس|نیروی|صندوق|مرکز|بنیاد)"
)
_COUNTED = r"^\d{1,4} \w|^(?:کلیه|تمام|تمامی|همه|سایر) "
_MANY = re.compile(
    _COUNTED
    + r"|\b(?:سازمان|وزارتخانه|اداره|شرکت|بانک|دستگاه|شهرداری|استانداری|فرمانداری|دانشگاه|نهاد) ?(?:ها|های|هایی)\b"
    r"|\b(?:ادارات|موسسات|مراکز)\b"
)
_LISTED = re.compile(rf"(?:[،؛,/]|\s[-–]\s|\sو\s)\s*{_HEAD}\b")
BETWEEN = re.compile(r"\s*[،؛,/]\s*|\s+[-–]\s+|\s+و\s+")
_LOCAL = re.compile(
    r"^(?:شهرداری|فرمانداری|بخشداری|دهیاری|دانشگاه|دانشکده|بیمارستان|دفتر|دفاتر|دفترخانه|شورای|کلانتری|بانک"
    r"|اموزشگاه|اداره|معاونت|اتحادیه)\b"
)


@kept(maxsize=4096)
def are_several(agency: str) -> bool:
    """More than one agency in a name; a registered name with «و» or a plural in it is one."""
    if head_of(agency):
        return False
    is_list = any((_MANY.search(plain(agency)), _LISTED.search(fold_line(agency))))
    return not _is_whole_name(agency) and (is_list or any(map(_are_known, _halves(agency))))


def _halves(agency: str) -> Iterator[tuple[str, str]]:
    cuts = BETWEEN.finditer(agency[: directory.LONGEST])
    return ((agency[: cut.start()], agency[cut.end() :]) for cut in cuts)


def _are_known(agencies: tuple[str, str]) -> bool:
    return all(map(is_known, agencies))


def _is_whole_name(agency: str) -> bool:
    found = directory.recognise(agency)
    names = (found.name, *found.aliases) if found else ()
    return any(fuzz.ratio(letters(name), letters(agency)) >= WHOLE for name in names)


@kept(maxsize=4096)
def is_known(agency: str) -> bool:
    """By the register; local bodies, which it does not list one by one, are known by their kind."""
    return bool(directory.recognise(agency) or _LOCAL.search(plain(agency)))


def _unknown(agency: str) -> Said:
    if are_several(agency) or is_known(agency):
        return None
    near = list(map(attrgetter("name"), directory.candidates(agency, 2)))
    return said(True, agency=agency, near=near or "نامی نزدیک در فهرست نیست")


def _several_providers(document: Document) -> Said:
    card = card_of(document)
    agency, parent = card.executive_agency or "", plain(card.parent_agency or "-")
    if head_of(agency):
        return None
    are_listed = all((_LISTED.search(fold_line(agency)), not _is_whole_name(agency)))
    is_among = all((parent, plain(agency).startswith(f"{parent} و ")))
    return said(any((are_listed, is_among, re.search(_COUNTED, plain(agency)))), agency=agency)


_ROWS = ("card.external_inquiries.*.agency", "inquiries.*.agency")
RULES = (
    Rule(
        id="O01",
        severity="A",
        fields=_ROWS,
        kinds=("service_card", "permit_list"),
        condition=each(named_agencies, lambda agency: said(are_several(agency), agency=agency)),
        message="«%(agency)s» یک دستگاه نیست؛ چند دستگاه در یک ردیف آمده است.",
        fix="هر دستگاه را در ردیفی جدا بنویسید؛ برای همهٔ استان‌ها، دستگاه ملی را بنویسید.",
        example="۳۱ سازمان استانی",
    ),
    Rule(
        id="O03",
        severity="B",
        fields=_ROWS,
        kinds=("service_card", "permit_list"),
        condition=each(named_agencies, _unknown),
        message="«%(agency)s» در فهرست دستگاه‌ها نیست؛ نزدیک‌ترین نام‌ها: %(near)s.",
        fix="نام رسمی دستگاه را از فهرست برگزینید؛ اگر دستگاه تازه است، افزودن آن را درخواست کنید.",
        example="سازمان بنادر و کشتی‌رانی",
    ),
    Rule(
        id="O06",
        severity="A",
        fields=("card.executive_agency", "card.parent_agency"),
        condition=once("card.executive_agency", _several_providers),
        message="ارائه‌دهندهٔ خدمت «%(agency)s» یک دستگاه نیست.",
        fix="یک دستگاه اجرایی را بنویسید؛ دستگاه مادر خانهٔ خود را دارد. دستگاهی را که همراه با واحدهای استانی خود "
        "خدمت می‌دهد چنین بنویسید: «… و واحدهای استانی تابع».",
        example="وزارت … و وزارت …",
    ),
)
