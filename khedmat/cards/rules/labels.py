"""What a field is called when a finding speaks of it."""

from functools import lru_cache
from itertools import accumulate

from khedmat.cards.vocabulary import label, values
from khedmat.core.persian import persian_digits

LABELS = {
    "card.title": "عنوان خدمت",
    "card.service_id": "شناسهٔ خدمت",
    "card.parent_service_id": "شناسهٔ خدمت بالادست",
    "card.executive_agency": "نام دستگاه اجرایی",
    "card.parent_agency": "نام دستگاه مادر",
    "card.description": "شرح خدمت",
    "card.service_type": "نوع خدمت",
    "card.audience": "نوع مخاطبین",
    "card.nature": "ماهیت خدمت",
    "card.level": "سطح خدمت",
    "card.life_events": "رویداد مرتبط",
    "card.life_event_text": "رویداد مرتبط: سایر",
    "card.start_trigger": "نحوهٔ آغاز خدمت",
    "card.start_trigger_text": "نحوهٔ آغاز: سایر",
    "card.leads_to_permit": "صدور مجوز",
    "card.documents": "مدارک لازم",
    "card.laws": "قوانین و مقررات بالادستی",
    "card.recipients": "آمار خدمت‌گیرندگان",
    "card.average_duration": "متوسط مدت زمان ارائه",
    "card.frequency": "تواتر",
    "card.visits": "تعداد بار مراجعهٔ حضوری",
    "card.cost": "هزینهٔ ارائهٔ خدمت",
    "card.url": "نشانی خدمت در وبگاه",
    "card.system_name": "نام سامانه",
    "card.stages": "نحوهٔ دسترسی (چهار مرحله)",
    "card.internal_systems": "ارتباط با سامانه‌های دستگاه",
    "card.external_inquiries": "ارتباط با دستگاه‌های دیگر",
    "card.processes": "عناوین فرایندها",
    "card.diagram": "نمودار ارتباطی فرایندها",
    "card.filled_by": "تکمیل‌کنندهٔ فرم",
    "card.service_hours": "ساعات ارائهٔ خدمت",
    "card.forms": "فرم‌ها",
    "permits": "فرم شمارهٔ یک",
    "inquiries": "فرم شمارهٔ دو",
    "services": "فهرست خدمات",
}
_PARTS = {
    "visit_reasons": "ضرورت مراجعه",
    "visit_levels": "سطح مراجعه",
    "channels": "رسانه‌ها",
    "electronic": "الکترونیکی",
    "non_electronic": "غیرالکترونیکی",
    "modes": "شیوهٔ تبادل",
    "paper_by": "استعلام توسط",
    "once": "یک‌بار برای همیشه",
    "per": "واحد زمان",
    "applicants": "متقاضی مجوز",
    "process": "اختصاصی یا مشترک",
    "free": "رایگان",
    "visit_reason_text": "متن ضرورت مراجعه",
    "channel_other_text": "سایر رسانه‌ها",
}


@lru_cache(maxsize=2048)
def field_label(path: str) -> str:
    """The printed name of a dotted field, with its row and part: «فرم شمارهٔ یک، ردیف ۲، متقاضی مجوز»."""
    known = _known(path)
    rest = path.removeprefix(known).strip(".").split(".")
    head = "" if known == "card.stages" and rest[0] else LABELS.get(known, "")
    return "، ".join(filter(None, (head, *map(_part, rest))))


def _known(path: str) -> str:
    """The longest beginning of the path that has a name."""
    beginnings = accumulate(path.split("."), "{}.{}".format)
    return max(filter(LABELS.__contains__, beginnings), key=len, default="")


def _part(part: str) -> str:
    if part.isdigit():
        return f"ردیف {persian_digits(int(part) + 1)}"
    return label("stage", part) if part in values("stage") else _PARTS.get(part, "")
