"""Sections 1 to 5 of the annex, and the boxes that only other editions of the form print."""

from khedmat.cards.printing.filled import Filled
from khedmat.cards.printing.pieces import Cell, Field, Fields, Grid, Head, Line, Section, Words

_STARTS = ("other", "event", "time")  # options of the start that ask for words
_OTHER_EDITIONS = {
    "local_id": "کد محلی",
    "parent_service_id": "شناسهٔ خدمت مادر",
    "parent_service_title": "عنوان خدمت مادر",
    "service_pattern": "الگوی خدمت",
    "maturity": "سطح بلوغ خدمت",
    "service_hours": "ساعات ارائهٔ خدمت",
    "sla_url": "توافق‌نامهٔ سطح خدمت",
    "complaint_url": "نحوهٔ دسترسی به شکایت از خدمت",
    "forms": "فرم‌های مورد نیاز",
    "faq": "پرسش‌های متداول",
    "responsible_unit": "واحد پاسخگو",
}


def sections(filled: Filled) -> tuple[Section, ...]:
    """The first five; 1 to 3 are one table."""
    return (
        Section("۱ تا ۳- عنوان، شناسه و ارائه‌دهندهٔ خدمت", (_identity(filled),)),
        Section("۴- مشخصات خدمت", (_specification(filled),)),
        Section("۵- جزئیات خدمت", (_details(filled), *_amounts(filled))),
    )


def _identity(filled: Filled) -> Fields:
    rows = (
        Field("۱- عنوان خدمت", (filled.text("card.title"),)),
        Field("۲- شناسهٔ خدمت", (filled.text("card.service_id"),)),
        Field("۳- نام دستگاه اجرایی", (filled.text("card.executive_agency"),)),
        Field("نام دستگاه مادر", (filled.text("card.parent_agency"),)),
    )
    return Fields("عنوان، شناسه و ارائه‌دهنده", rows)


def _specification(filled: Filled) -> Fields:
    event = {"other": _written(filled, "card.life_event_text")}
    rows = (
        Field("شرح خدمت", (filled.text("card.description"),)),
        Field("نوع خدمت", (filled.ticks("card.service_type"),)),
        Field("نوع مخاطبین", (filled.text("card.audience"),)),
        Field("ماهیت خدمت", (filled.ticks("card.nature"),)),
        Field("سطح خدمت", (filled.ticks("card.level"),)),
        Field("رویداد مرتبط با", (filled.ticks("card.life_events", behind=event),)),
        Field("نحوهٔ آغاز خدمت", (_start(filled),)),
        Field("آیا خدمت منجر به صدور مجوز می‌شود", (filled.yes_no("card.leads_to_permit"),)),
        Field("مدارک لازم برای انجام خدمت", (filled.lines("card.documents"),)),
        Field("قوانین و مقررات بالادستی", (filled.lines("card.laws"),)),
    )
    return Fields("مشخصات خدمت", rows)


def _start(filled: Filled) -> Line:
    """The words stand behind the option they belong to."""
    picked = filled.picked("card.start_trigger")
    asking = next(filter(picked.__contains__, _STARTS), "other")
    return filled.ticks("card.start_trigger", behind={asking: _written(filled, "card.start_trigger_text")})


def _written(filled: Filled, path: str) -> Line:
    return Words(":"), *filled.text(path)


def _details(filled: Filled) -> Fields:
    rows = (
        Field("آمار تعداد خدمت‌گیرندگان", (_per(filled, "card.recipients.count", words="نفر در"),)),
        Field("متوسط مدت زمان ارائهٔ خدمت", duration(filled, "card.average_duration")),
        Field("تواتر", (_frequency(filled),)),
        Field("تعداد بار مراجعهٔ حضوری", visits(filled)),
        Field("هزینهٔ ارائهٔ خدمت (ریال) به خدمت‌گیرندگان", (filled.text("card.cost.text"), _free(filled))),
    )
    return Fields("جزئیات خدمت", rows)


def _per(filled: Filled, count: str, *, words: str) -> Line:
    """So many in every month, season or year."""
    group, _, _ = count.rpartition(".")
    return *filled.text(count), Words(words), *filled.ticks(f"{group}.per")


def duration(filled: Filled, path: str) -> Cell:
    """In the words of the form, and in figures."""
    return filled.worded(
        f"{path}.text",
        ("", f"{path}.value", ""),
        ("دست‌کم", f"{path}.min", ""),
        ("تا", f"{path}.max", ""),
        ("", f"{path}.unit", ""),
        ("، روز کاری:", f"{path}.working", ""),
        ("، برای", f"{path}.basis", ""),
    )


def _frequency(filled: Filled) -> Line:
    once = filled.square("card.frequency.once", "یک‌بار برای همیشه")
    return *once, Words("یا"), *_per(filled, "card.frequency.times", words="بار در")


def visits(filled: Filled) -> Cell:
    """In the words of the form, and in figures."""
    return filled.worded("card.visits.text", ("", "card.visits.count", "بار"), ("تا", "card.visits.max", "بار"))


def _free(filled: Filled) -> Line:
    return filled.square("card.cost.free", "رایگان")


def _amounts(filled: Filled) -> tuple[Grid, ...]:
    """A row an amount; none where the form names none."""
    accounts = (Head("شمارهٔ حساب بانکی", 22),) if filled.is_whole else ()
    heads = (Head("مبلغ (ریال)", 16), Head("بابت", 40), *accounts, Head("پرداخت به‌صورت الکترونیک", 18))
    rows = tuple(_amount(filled, f"card.cost.items.{row}") for row in range(filled.count("card.cost.items")))
    return (Grid("مبالغ", heads, rows),) if rows else ()


def _amount(filled: Filled, path: str) -> tuple[Cell, ...]:
    accounts = ((filled.text(f"{path}.account"),),) if filled.is_whole else ()
    return (
        (filled.text(f"{path}.amount_rial"),),
        (filled.text(f"{path}.text"),),
        *accounts,
        (filled.square(f"{path}.electronic", ""),),
    )


def other_editions(filled: Filled) -> tuple[Section, ...]:
    """Printed where they are filled."""
    rows = tuple(
        Field(label, (filled.text(f"card.{name}"),))
        for name, label in _OTHER_EDITIONS.items()
        if filled.says(f"card.{name}")
    )
    return (Section("خانه‌های ویرایش‌های دیگر فرم", (Fields("خانه‌های ویرایش‌های دیگر", rows),)),) if rows else ()
