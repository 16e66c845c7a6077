"""The columns of the sheets: a printed label for people, under its group, and the name of the contract for readers."""

from typing import NamedTuple

from khedmat.cards.vocabulary import VOCABULARY

KEY = "card"  # on the sheets of lists: to which row of the first sheet a row belongs


class Column(NamedTuple):
    """`name` is a path of the contract; in a row of a list «*» stands for its number."""

    name: str
    label: str
    group: str = ""


_SPECIFICATION = "مشخصات خدمت"
_NUMBERS = "جزئیات خدمت"
_OTHER_EDITIONS = "خانه‌های ویرایش‌های دیگر فرم"
_FOOT = "تکمیل‌کنندهٔ فرم"
_STAGE = {
    "electronic": "الکترونیکی",
    "non_electronic": "غیرالکترونیکی",
    "channels": "رسانهٔ ارتباطی",
    "channel_other_text": "سایر رسانه‌ها",
    "counter_contract": "شمارهٔ قرارداد واگذاری به دفاتر پیشخوان",
    "counter_office_like_title": "عناوین مشابه دفاتر پیشخوان",
    "visit_reasons": "ضرورت مراجعهٔ حضوری",
    "visit_reason_text": "ضرورت دیگر",
    "visit_levels": "مراجعه به دستگاه",
}


def _named(group: str, **labels: str) -> tuple[Column, ...]:
    """`average_duration__text` names «card.average_duration.text»."""
    return tuple(Column(f"card.{name.replace('__', '.')}", label, group) for name, label in labels.items())


def _stages() -> tuple[Column, ...]:
    return tuple(
        Column(f"card.stages.{stage}.{name}", label, f"مرحلهٔ {words.fa}")
        for stage, words in VOCABULARY["stage"].items()
        for name, label in _STAGE.items()
    )


CARD = (
    *_named(
        "",
        title="عنوان خدمت",
        service_id="شناسهٔ خدمت",
        executive_agency="نام دستگاه اجرایی",
        parent_agency="نام دستگاه مادر",
    ),
    *_named(
        _SPECIFICATION,
        description="شرح خدمت",
        service_type="نوع خدمت",
        audience="نوع مخاطبین",
        nature="ماهیت خدمت",
        level="سطح خدمت",
        life_events="رویداد مرتبط با",
        life_event_text="رویداد دیگر",
        start_trigger="نحوهٔ آغاز خدمت",
        start_trigger_text="زمان، رویداد یا آغاز دیگر",
        leads_to_permit="آیا خدمت منجر به صدور مجوز می‌شود",
        documents="مدارک لازم برای انجام خدمت",
        laws="قوانین و مقررات بالادستی",
    ),
    *_named(
        _NUMBERS,
        recipients__count="آمار تعداد خدمت‌گیرندگان",
        recipients__per="خدمت‌گیرندگان در هر",
        average_duration__text="متوسط مدت زمان ارائهٔ خدمت",
        average_duration__value="مدت به عدد",
        average_duration__min="دست‌کم مدت",
        average_duration__max="بیشترین مدت",
        average_duration__unit="یکای مدت",
        average_duration__working="مدت به روز کاری",
        average_duration__basis="مدت برای",
        frequency__once="یک‌بار برای همیشه",
        frequency__times="تواتر: چند بار",
        frequency__per="تواتر: در هر",
        visits__text="تعداد بار مراجعهٔ حضوری",
        visits__count="مراجعه به عدد",
        visits__max="بیشترین مراجعه",
        cost__text="هزینهٔ ارائهٔ خدمت",
        cost__free="رایگان",
    ),
    *_named("نحوهٔ دسترسی به خدمت", url="آدرس دقیق و مستقیم خدمت در وبگاه", system_name="نام سامانهٔ مربوط به خدمت"),
    *_stages(),
    *_named("فرایندها", processes="عناوین فرایندهای خدمت", diagram__boxes="نمودار ارتباطی فرایندهای خدمت"),
    *_named(
        _OTHER_EDITIONS,
        local_id="کد محلی",
        parent_service_id="شناسهٔ خدمت مادر",
        parent_service_title="عنوان خدمت مادر",
        service_pattern="الگوی خدمت",
        maturity="سطح بلوغ خدمت",
        service_hours="ساعات ارائهٔ خدمت",
        sla_url="توافق‌نامهٔ سطح خدمت",
        complaint_url="نحوهٔ دسترسی به شکایت از خدمت",
        forms="فرم‌های مورد نیاز",
        faq="پرسش‌های متداول",
        responsible_unit="واحد پاسخگو",
    ),
    *_named(
        _FOOT,
        filled_by__name="نام و نام خانوادگی تکمیل‌کنندهٔ فرم",
        filled_by__phone="تلفن",
        filled_by__email="پست الکترونیک",
        filled_by__unit="واحد مربوط",
    ),
)
PAPER = tuple(
    Column(name, label, "دربارهٔ این فرم")
    for name, label in (
        ("kind", "نوع سند"),
        ("edition", "ویرایش فرم"),
        ("undecided", "خانه‌هایی که در فرم روشن نیستند"),
        ("not_applicable", "خانه‌هایی که برای این خدمت نیستند"),
    )
)
PRIVATE = ("card.filled_by.", "card.cost.items.*.account")


class List(NamedTuple):
    """A sheet of rows: its name, the list of the contract, and its columns."""

    sheet: str
    path: str
    columns: tuple[Column, ...]


def _listed(sheet: str, path: str, **labels: str) -> List:
    columns = (Column(f"{path}.*.{name.replace('__', '.')}", label) for name, label in labels.items())
    return List(sheet, path, tuple(columns))


_TERMS = {
    "documents": "مدارک مورد نیاز",
    "validity": "مدت اعتبار",
    "fee__text": "هزینه",
    "fee__amount_rial": "هزینه به ریال",
}
_TIMES = {
    "duration__text": "زمان تقریبی",
    "duration__value": "زمان به عدد",
    "duration__unit": "یکای زمان",
    "electronic": "الکترونیکی",
    "non_electronic": "غیرالکترونیکی",
}
LISTS = (
    _listed(
        "هزینه‌ها",
        "card.cost.items",
        amount_rial="مبلغ (ریال)",
        text="بابت",
        account="شمارهٔ حساب بانکی",
        electronic="پرداخت به‌صورت الکترونیک",
    ),
    _listed(
        "سامانه‌های دیگر",
        "card.internal_systems",
        system="نام سامانه‌های دیگر",
        fields="فیلدهای مورد تبادل",
        modes="شیوهٔ استعلام",
    ),
    _listed(
        "دستگاه‌های دیگر",
        "card.external_inquiries",
        agency="نام دستگاه دیگر",
        system="نام سامانه‌های دستگاه دیگر",
        fields="فیلدهای مورد تبادل",
        fee__text="مبلغ (در صورت پرداخت هزینه)",
        fee__amount_rial="مبلغ به ریال",
        modes="شیوهٔ استعلام",
        paper_by="استعلام غیرالکترونیکی توسط",
        notes="توضیحات",
    ),
    List(
        "پیکان‌های نمودار",
        "card.diagram.links",
        tuple(Column(f"card.diagram.links.*.{end}", label) for end, label in enumerate(("از", "به"))),
    ),
    _listed(
        "مجوزها",
        "permits",
        title="عنوان مجوز",
        kind="قالب سند",
        organization="وزارتخانه یا سازمان",
        action="نوع مجوز",
        legal_basis="مستندات قانونی",
        **_TERMS,
        applicants="متقاضی مجوز",
        process="فرایند صدور مجوز",
        supervisors="مراجع ناظر",
        **_TIMES,
        steps="مراحل انجام کار",
        conditions="شرایط",
        notes="توضیحات",
    ),
    _listed(
        "استعلام‌های مجوز",
        "inquiries",
        permit="عنوان مجوز",
        action="نوع مجوز",
        agency="عنوان دستگاه استعلام‌شونده",
        kind="نوع فرایند",
        name="نام استعلام",
        **_TERMS,
        **_TIMES,
        notes="توضیحات",
    ),
    _listed(
        "خدمات",
        "services",
        title="عنوان خدمت",
        service_id="شناسهٔ خدمت",
        parent_service_id="شناسهٔ خدمت مادر",
        executive_agency="نام دستگاه اجرایی",
    ),
)
