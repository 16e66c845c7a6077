"""A card that is filled in well, and the same card with one thing changed."""

import copy
from collections.abc import Iterable, Mapping
from typing import Any

from khedmat.cards.form import Document, Trace, from_contract
from khedmat.cards.rules.engine import breaches
from khedmat.cards.rules.rule import Finding

ONLINE = {"electronic": True, "channels": ["website"]}
CARD: dict[str, Any] = {
    "title": "صدور گواهینامه مهارت آموزش‌دیدگان فنی و حرفه‌ای",
    "service_id": "18051234000",
    "executive_agency": "سازمان آموزش فنی و حرفه‌ای کشور",
    "parent_agency": "وزارت تعاون، کار و رفاه اجتماعی",
    "description": "هر کس دوره‌ای را گذرانده و در سنجش نظری و عملی پذیرفته شده است، در سامانه درخواست می‌دهد؛ "
    "نتیجه بررسی و گواهینامه با امضای دیجیتال در کارپوشه او نهاده می‌شود.",
    "service_type": ["G2C"],
    "audience": "پذیرفته‌شدگان آزمون‌های مهارت",
    "nature": "sovereign",
    "level": ["country"],
    "life_events": ["education", "certificates"],
    "start_trigger": ["request"],
    "leads_to_permit": False,
    "documents": ["کارنامه قبولی در آزمون عملی", "تصویر چهره متقاضی"],
    "laws": ["قانون کار مصوب 1369/08/29، ماده 107"],
    "recipients": {"count": 12000, "per": "year"},
    "average_duration": {"text": "10 روز کاری", "value": 10, "unit": "day", "working": True, "basis": "whole"},
    "frequency": {"once": True},
    "visits": {"text": "0", "count": 0},
    "cost": {"free": False, "items": [{"amount_rial": 250000, "text": "250000 ریال", "electronic": True}]},
    "url": "https://www.irantvto.ir/services/certificate/request",
    "system_name": "سامانه صدور گواهینامه مهارت",
    "stages": {
        "information": dict(ONLINE),
        "request": dict(ONLINE),
        "delivery": dict(ONLINE),
        "production": {"electronic": True, "channels": ["intranet"]},
    },
    "internal_systems": [{"system": "سامانه آزمون", "fields": "شماره داوطلب، نمره", "modes": ["online"]}],
    "external_inquiries": [
        {
            "agency": "سازمان ثبت احوال کشور",
            "system": "سامانه استعلام هویت",
            "fields": "کد ملی، تاریخ تولد",
            "modes": ["online"],
        }
    ],
    "processes": ["ثبت درخواست", "بررسی نتیجه آزمون", "صدور گواهینامه"],
    "diagram": {
        "boxes": ["شروع", "ثبت درخواست", "بررسی نتیجه آزمون", "صدور گواهینامه", "پایان"],
        "links": [["شروع", "ثبت درخواست"], ["صدور گواهینامه", "پایان"]],
    },
    "filled_by": {"name": "کارشناس نمونه", "unit": "دفتر صدور گواهینامه"},
}
PERMIT: dict[str, Any] = {
    "title": "پروانه آموزشگاه",
    "action": "issue",
    "legal_basis": "قانون کار مصوب 1369/08/29، ماده 111",
    "documents": "فرم درخواست",
    "validity": "2 سال",
    "applicants": ["natural", "legal"],
    "process": "exclusive",
    "duration": {"text": "30 روز", "value": 30, "unit": "day"},
    "electronic": True,
}
CANCEL = PERMIT | {"action": "cancel", "validity": None, "conditions": "تخلف از آیین‌نامه"}
INQUIRY: dict[str, Any] = {
    "permit": "پروانه آموزشگاه",
    "action": "issue",
    "agency": "سازمان ثبت احوال کشور",
    "kind": "inquiry",
    "name": "استعلام هویت",
    "notes": "استعلام هویت",
    "duration": {"value": 2, "unit": "day"},
}


def example_card() -> Document:
    """A well-filled card: no rule finds anything to block or to answer."""
    return example()


def example(changes: Mapping[str, Any] | None = None, **parts: Any) -> Document:
    """The example with dotted fields of its card changed, and `undecided`, `warnings`, `permits`, `inquiries` set."""
    card = copy.deepcopy(CARD)
    for path, value in (changes or {}).items():
        _put(card, path.split("."), value)
    source = {"name": "example.txt", "media_type": "text/plain"}
    kind = parts.pop("kind", "service_card")
    return from_contract({"kind": kind, "card": card if kind == "service_card" else None, "source": source, **parts})


def permit_list(*permits: dict[str, Any], inquiries: Iterable[dict[str, Any]] = ()) -> Document:
    """A document of forms 1 and 2 alone."""
    return example(kind="permit_list", permits=list(permits), inquiries=list(inquiries))


def with_raw(document: Document, path: str, raw: str) -> Document:
    """The document with the raw text of a field, as the reader keeps it."""
    return document.model_copy(update={"trace": {path: Trace(raw=raw, block=0, start=0, end=len(raw))}})


def warning(code: str, field: str, found: str) -> dict[str, str]:
    """What the reader saw and did not take for a value."""
    return {"code": code, "field": field, "found": found, "message": "نیازمند نگاه"}


def found(rule: str, document: Document) -> list[Finding]:
    """What one rule says of a document."""
    return [finding for finding, _ in breaches(rule, document)]


def fields(rule: str, document: Document) -> list[str]:
    """Where one rule finds something."""
    return [finding.field for finding in found(rule, document)]


def _put(card: dict[str, Any], path: list[str], value: Any) -> None:
    here: Any = card
    for name in path[:-1]:
        here = here[int(name)] if isinstance(here, list) else here.setdefault(name, {})
    if isinstance(here, list):
        here[int(path[-1])] = value
    else:
        here[path[-1]] = value
