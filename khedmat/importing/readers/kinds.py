"""Which kind of document it is, and which generation of the printed form."""

import re

from khedmat.core.persian import squeeze
from khedmat.importing.readers.blocks import TICKED
from khedmat.importing.readers.outline import Outline
from khedmat.importing.readers.values import service_ids


def _squeezed(*words: str) -> tuple[str, ...]:
    return tuple(map(squeeze, words))


_CARD_FIELDS = {
    "description",
    "service_type",
    "audience",
    "nature",
    "level",
    "life_events",
    "start_trigger",
    "documents",
    "laws",
    "recipients",
    "recipients_year",
    "average_duration",
    "frequency",
    "frequency_once",
    "visits",
    "cost",
    "url",
    "system_name",
    "stage_information",
    "stage_request",
    "stage_production",
    "stage_delivery",
    "processes",
    "diagram",
    "section_7",
    "section_8",
    "service_hours",
    "executive_agency",
    "parent_agency",
    "_access",
    "cooperating",
}
_AGREEMENT = re.compile(r"توافق\s*نامه\s*(?:سطح\s*)?خدمت|بیانیه\s*توافق|بیانیه\s*سطح\s*خدمت")
_LIST = re.compile(r"(?:فهرست|لیست)\s+(?:\S+\s+){0,3}خدمات|عناوین\s+خدمات|شناسنامه\s+خدمات")
_PERMIT = re.compile(r"مجوز|پروانه|جواز")
_LEGACY = _squeezed(
    "تعریفخدمت", "زمانمیانگینبرایسرویس", "شرکتارائهدهنده", "بهایتمامشده", "کانالهایکنونی", "همکاریبینسازمانی"
)
_SHORT_PAGE = _squeezed(
    "ساعاتارائهخدمت", "نمودارمراحل", "فرمهایقابلدانلود", "پرسشوپاسخ", "شکایتازخدمت", "توافقنامهسطحخدمت", "سوالاتمتداول"
)
_ANNEX = _squeezed(
    "رویدادمرتبط",
    "نحوهآغازخدمت",
    "آمارتعدادخدمتگیرندگان",
    "یکبار برای همیشه",
    "عناوینفرایندهای",
    "عناوینفرآیندهای",
    "دستگاهمادر",
    "تکمیلکنندهفرم",
    "عنوانفرایند",
    "مشخصاتخدمت",
)


def kind(outline: Outline) -> str:
    """service_card, service_list, permit_list or other."""
    said = {answer.field for answer in outline.answers if answer.pieces} & _CARD_FIELDS
    asked = {answer.field for answer in outline.answers} & _CARD_FIELDS
    titled = any(answer.pieces for answer in outline.of("title", "sub_title", "service_id", "sub_id"))
    permits = sum(
        1
        for _ in outline.of(
            "permit_title",
            "permit_authority",
            "permit_code",
            "permit_how",
            "permit_process",
            "permit_conditions",
            "permit_validity",
        )
    )
    if _is_list(outline, len(said)):
        return "service_list"
    if not titled and permits >= 2 and permits + 2 >= len(said):
        return "permit_list"
    if titled and asked or len(asked) >= 3 or len(said) >= 2 or _AGREEMENT.search(outline.sheet.text):
        return "service_card"
    return "permit_list" if permits and _PERMIT.search(outline.sheet.text) else "other"


def is_guidance(outline: Outline) -> bool:
    """Only the explanations of the form: they begin it, and nobody ticked a box or got an ID."""
    first = next(iter(outline.answers), None)
    begins = any(answer.field == "_guidance" for answer in outline.answers[:2])
    return (
        first is not None and begins and TICKED not in outline.sheet.text and not service_ids.find(outline.sheet.text)
    )


def _is_list(outline: Outline, said: int) -> bool:
    """Three and more IDs of their own rows; or a headed table of titles."""
    ids = {code for line in outline.sheet.lines if "http" not in line.text for code in service_ids.find(line.text)}
    if len(ids) >= 3 and said <= max(3, len(ids) // 2):
        return True
    rows = _rows_under_title(outline)
    return rows >= 3 and said <= 3


def _rows_under_title(outline: Outline) -> int:
    """Rows of a table whose header names title and number or ID, and nothing that only a card has."""
    for answer in outline.of("title", "sub_title"):
        header = outline.sheet.blocks[answer.line.block]
        labels = {other.field for other in outline.answers if other.line.block == answer.line.block}
        if (
            header.filled >= 2
            and 2 * len(labels) >= header.filled
            and labels & {"service_id", "sub_id", "sub_title", "_other", "local_id", "executive_agency"}
        ):
            below = outline.sheet.blocks[answer.line.block + 1 :]
            return sum(block.filled >= 2 for block in below)
    return 3 if _LIST.search(outline.sheet.text[:600]) and _numbered_rows(outline) else 0


def _numbered_rows(outline: Outline) -> bool:
    """A headed list without a table: numbered lines, and no label of a card."""
    numbered = sum(bool(re.match(r"\s*[\d۰-۹٠-٩]{1,3}\s*[-–.)]\s*\S", line.text)) for line in outline.sheet.lines)
    labelled = sum(answer.field in _CARD_FIELDS for answer in outline.answers)
    return numbered >= 3 and labelled <= 1


def edition(outline: Outline) -> str:
    """By the boxes that only one generation prints."""
    letters = squeeze(outline.sheet.text[:40000])
    fields = {answer.field for answer in outline.answers}
    if (
        "service_pattern" in fields
        or "کشوری" in letters
        and "level" in fields
        and re.search(r"ملیفقطستاد|(?<!\w)کشوری", letters)
    ):
        return "1400"
    annex = sum(word in letters for word in _ANNEX)
    if annex >= 3:
        return "1393"
    if sum(word in letters for word in _LEGACY) >= 2:
        return "legacy"
    return "1396" if any(word in letters for word in _SHORT_PAGE) else "unknown"
