"""Labels of the form and their synonyms → canonical field: `tables/labels.txt` and the few that are put together."""

from khedmat.importing.readers.tables import table

_MEASURES = ("آمار تعداد", "تعداد", "آمار", "متوسط تعداد", "متوسط تقریبی", "متوسط", "میانگین تعداد", "میانگین")
_PEOPLE = ("خدمت گیرندگان", "گیرندگان خدمت", "مراجعین", "مراجعان", "مراجعه کنندگان", "متقاضیان")
PERIODS = {"day": "روز", "month": "ماه", "season": "فصل", "year": "سال"}


def _recipients(tail: str = "") -> tuple[str, ...]:
    return tuple(f"{measure} {people}{tail}" for measure in _MEASURES for people in _PEOPLE)


LABELS: dict[str, tuple[str, ...]] = {
    **table("labels"),
    "recipients": _recipients(),
    **{f"recipients_{period}": _recipients(f" در {word}") for period, word in PERIODS.items()},
}

# One word of a label: elsewhere words of anything, so that it asks only where it has a place to itself.
BRIEF = {
    "عنوان": "title",
    "خدمت": "title",
    "دستگاه": "executive_agency",
    "سازمان": "executive_agency",
    "وزارتخانه": "parent_agency",
    "معرفی": "description",
    "مخاطب": "audience",
    "متقاضی": "audience",
    "نوع": "service_type",
    "مدت": "average_duration",
    "مراجعه": "visits",
    "مراحل": "processes",
    "فرآیند": "processes",
    "سایت": "url",
    "وبسایت": "url",
    "وبگاه": "url",
    "لینک": "url",
}

# Everyday words: only with a colon, or alone on their line or cell.
SHORT = {
    "title",
    "sub_title",
    "parent_title",
    "local_id",
    "provider",
    "description",
    "audience",
    "nature",
    "level",
    "documents",
    "laws",
    "frequency",
    "frequency_times",
    "cost",
    "cost_amount",
    "system_name",
    "service_hours",
    "forms",
    "faq",
    "responsible_unit",
    "stage_request",
    "stage_production",
    "processes",
    "average_duration",
    "visits",
    "details",
    "executive_agency",
    "filler",
    "permit_validity",
}
INSTRUCTIONS = table("instructions")["printed"]
