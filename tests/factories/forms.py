"""Filled forms as the reader gives them."""

from typing import Any

from khedmat.cards import form

A_CARD: dict[str, Any] = {
    "title": "صدور گواهی سوء پیشینه",
    "executive_agency": "سازمان برنامه و بودجه کشور",
    "description": "گواهی نداشتن پیشینهٔ کیفری برای متقاضی پس از استعلام صادر و به نشانی او فرستاده می‌شود.",
    "service_type": ["G2C", "G2B"],
    "audience": "عموم مردم",
    "nature": "sovereign",
    "level": ["national"],
    "life_events": ["certificates"],
    "start_trigger": ["request"],
    "documents": ["کارت ملی", "درخواست"],
    "laws": ["مادهٔ ۲ آیین‌نامهٔ توسعهٔ خدمات الکترونیکی"],
    "recipients": {"count": 1000, "per": "month"},
    "average_duration": {"text": "سه روز", "value": 3, "unit": "day"},
    "frequency": {"times": 1, "per": "year"},
    "visits": {"count": 1},
    "cost": {"items": [{"amount_rial": 250_000, "account": "IR-4000", "electronic": True}]},
    "url": "https://service.example.ir/record",
    "system_name": "سامانهٔ گواهی",
    "stages": {
        "information": {"electronic": True, "channels": ["website"]},
        "request": {
            "electronic": True,
            "non_electronic": True,
            "channels": ["website"],
            "visit_levels": ["county"],
            "visit_reasons": ["identity"],
        },
        "delivery": {"electronic": True, "channels": ["post"]},
    },
    "internal_systems": [{"system": "بایگانی", "fields": "شمارهٔ ملی", "modes": ["online"]}],
    "external_inquiries": [
        {"agency": "سازمان ثبت احوال کشور", "fields": "هویت", "modes": ["online"], "fee": {"amount_rial": 0}}
    ],
    "processes": ["دریافت درخواست", "استعلام", "صدور گواهی"],
    "diagram": {"boxes": ["شروع", "استعلام", "پایان"], "links": [["شروع", "استعلام"], ["استعلام", "پایان"]]},
    "filled_by": {"name": "مسئول نمونه", "phone": "00000000", "unit": "دفتر نمونه"},
}
PERMITS = [
    {
        "title": "پروانهٔ نمونه",
        "action": "issue",
        "applicants": ["natural", "legal"],
        "process": "shared",
        "fee": {"text": "رایگان", "amount_rial": 0},
        "duration": {"value": 5, "unit": "day"},
        "electronic": True,
    },
    {"title": "پروانهٔ نمونه", "action": "renew", "validity": "یک سال", "non_electronic": False},
]
INQUIRIES = [{"permit": "پروانهٔ نمونه", "agency": "سازمان امور مالیاتی کشور", "kind": "inquiry", "name": "مفاصاحساب"}]


def card(**changes: Any) -> form.Card:
    """A well-filled card; `changes` in the contract's words."""
    return form.card_from_contract({**A_CARD, **changes})


def document(filled: form.Card | None = None, **changes: Any) -> form.Document:
    """The document of a card, with a step of trace."""
    plain = {"kind": "service_card", "edition": "1393", "source": {"name": "card.html", "media_type": "text/html"}}
    made = form.from_contract({**plain, **changes})
    trace = {"card.title": form.Trace(raw="صدور گواهی", label="عنوان خدمت", block=1, start=0, end=10, sure=0.9)}
    return made.model_copy(update={"card": filled or card(), "trace": trace})


def permit_list(**changes: object) -> form.Document:
    """Forms 1 and 2 without a card."""
    return form.from_contract(
        {
            "kind": "permit_list",
            "permits": PERMITS,
            "inquiries": INQUIRIES,
            "source": {"name": "permits.html", "media_type": "text/html"},
            **changes,
        }
    )
