"""The code lists of the printed form: value, Persian and English label, in printed order. Their one home."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

ServiceType = Literal["G2C", "G2B", "G2G", "G2E"]
Nature = Literal["sovereign", "operational"]
Level = Literal["national", "regional", "provincial", "urban", "rural", "country"]
LifeEvent = Literal[
    "birth",
    "education",
    "health",
    "tax",
    "business",
    "social_security",
    "property_registration",
    "urban_utilities",
    "insurance",
    "marriage",
    "retirement",
    "certificates",
    "death",
    "other",
]
StartTrigger = Literal["request", "time", "event", "agency", "other"]
Period = Literal["day", "month", "season", "year"]
DurationUnit = Literal["minute", "hour", "day", "week", "month", "year"]
DurationBasis = Literal["whole", "visit"]
StageName = Literal["information", "request", "production", "delivery"]
Channel = Literal[
    "website",
    "mobile_app",
    "email",
    "post",
    "phone",
    "sms",
    "counter_office",
    "counter_office_like",
    "intranet",
    "other",
]
VisitLevel = Literal["national", "provincial", "county"]
VisitReason = Literal["identity", "document", "infrastructure", "other"]
ExchangeMode = Literal["online", "batch", "paper"]
PaperBy = Literal["agency", "applicant"]
PermitAction = Literal["issue", "renew", "amend", "cancel", "revive"]
Applicant = Literal["natural", "legal", "government"]
PermitProcess = Literal["exclusive", "shared"]
InquiryKind = Literal["inquiry", "other"]
Edition = Literal["1393", "1396", "1400", "legacy", "unknown"]
DocumentKind = Literal["service_card", "service_list", "permit_list", "other"]


class Label(NamedTuple):
    """What a value is called on the printed form, and in English."""

    fa: str
    en: str


IN_PERSON = Label("مراجعهٔ حضوری", "Visit in person")  # beside the channels, which the form prints apart

VOCABULARY: dict[str, dict[str, Label]] = {
    "service_type": {
        "G2C": Label("خدمت به شهروندان (G2C)", "Government to citizens (G2C)"),
        "G2B": Label("خدمت به کسب و کار (G2B)", "Government to business (G2B)"),
        "G2G": Label("خدمت به دیگر دستگاه‌های دولتی (G2G)", "Government to government (G2G)"),
        "G2E": Label("خدمت به کارکنان دولت (G2E)", "Government to employees (G2E)"),
    },
    "nature": {"sovereign": Label("حاکمیتی", "Sovereign"), "operational": Label("تصدی‌گری", "Operational")},
    "level": {
        "national": Label("ملی", "National"),
        "regional": Label("منطقه‌ای", "Regional"),
        "provincial": Label("استانی", "Provincial"),
        "urban": Label("شهری", "Urban"),
        "rural": Label("روستایی", "Rural"),
        "country": Label("کشوری", "Countrywide"),
    },
    "life_event": {
        "birth": Label("تولد", "Birth"),
        "education": Label("آموزش", "Education"),
        "health": Label("سلامت", "Health"),
        "tax": Label("مالیات", "Tax"),
        "business": Label("کسب و کار", "Business"),
        "social_security": Label("تأمین اجتماعی", "Social security"),
        "property_registration": Label("ثبت مالکیت", "Property registration"),
        "urban_utilities": Label("تأسیسات شهری", "Urban utilities"),
        "insurance": Label("بیمه", "Insurance"),
        "marriage": Label("ازدواج", "Marriage"),
        "retirement": Label("بازنشستگی", "Retirement"),
        "certificates": Label("مدارک و گواهینامه‌ها", "Documents and certificates"),
        "death": Label("وفات", "Death"),
        "other": Label("سایر", "Other"),
    },
    "start_trigger": {
        "request": Label("تقاضای گیرندهٔ خدمت", "The recipient's request"),
        "time": Label("فرارسیدن زمانی مشخص", "A fixed time arrives"),
        "event": Label("رخداد رویدادی مشخص", "A named event occurs"),
        "agency": Label("تشخیص دستگاه", "The agency's decision"),
        "other": Label("سایر", "Other"),
    },
    "period": {
        "day": Label("روز", "Day"),
        "month": Label("ماه", "Month"),
        "season": Label("فصل", "Season"),
        "year": Label("سال", "Year"),
    },
    "duration_unit": {
        "minute": Label("دقیقه", "Minute"),
        "hour": Label("ساعت", "Hour"),
        "day": Label("روز", "Day"),
        "week": Label("هفته", "Week"),
        "month": Label("ماه", "Month"),
        "year": Label("سال", "Year"),
    },
    "duration_basis": {
        "whole": Label("ارائهٔ کامل خدمت", "The whole service"),
        "visit": Label("هر مراجعه", "One visit"),
    },
    "stage": {
        "information": Label("اطلاع‌رسانی خدمت", "Information"),
        "request": Label("درخواست خدمت", "Request"),
        "production": Label("تولید خدمت", "Production"),
        "delivery": Label("ارائهٔ خدمت", "Delivery"),
    },
    "channel": {
        "website": Label("اینترنتی (وبگاه دستگاه)", "Website"),
        "mobile_app": Label("تلفن همراه (برنامهٔ کاربردی)", "Mobile application"),
        "email": Label("پست الکترونیک", "E-mail"),
        "post": Label("ارسال پستی", "Post"),
        "phone": Label("تلفن گویا یا مرکز تماس", "Voice response or call centre"),
        "sms": Label("پیام کوتاه", "Text message"),
        "counter_office": Label("دفاتر پیشخوان", "Counter offices"),
        "counter_office_like": Label("عناوین مشابه دفاتر پیشخوان", "Offices like counter offices"),
        "intranet": Label("اینترانتی (شبکهٔ داخلی دستگاه یا ERP)", "Intranet or ERP"),
        "other": Label("سایر", "Other"),
    },
    "visit_level": {
        "national": Label("ملی", "National"),
        "provincial": Label("استانی", "Provincial"),
        "county": Label("شهرستانی", "County"),
    },
    "visit_reason": {
        "identity": Label("جهت احراز اصالت فرد", "To verify the person"),
        "document": Label("جهت احراز اصالت مدرک", "To verify a document"),
        "infrastructure": Label("نبود زیرساخت ارتباطی مناسب", "No suitable communication infrastructure"),
        "other": Label("سایر", "Other"),
    },
    "exchange_mode": {
        "online": Label("برخط (online)", "Online"),
        "batch": Label("دسته‌ای (batch)", "Batch"),
        "paper": Label("غیرالکترونیکی", "Not electronic"),
    },
    "paper_by": {"agency": Label("دستگاه", "The agency"), "applicant": Label("مراجعه‌کننده", "The applicant")},
    "permit_action": {
        "issue": Label("صدور", "Issue"),
        "renew": Label("تمدید", "Renew"),
        "amend": Label("اصلاح", "Amend"),
        "cancel": Label("لغو", "Cancel"),
        "revive": Label("احیا", "Revive"),
    },
    "applicant": {
        "natural": Label("حقیقی", "Natural person"),
        "legal": Label("حقوقی", "Legal person"),
        "government": Label("دولتی", "Government body"),
    },
    "permit_process": {"exclusive": Label("اختصاصی", "Exclusive"), "shared": Label("مشترک", "Shared")},
    "inquiry_kind": {"inquiry": Label("استعلام با ذکر نام", "Inquiry, named"), "other": Label("سایر", "Other")},
    "edition": {
        "1393": Label("پیوست یک، ۱۳۹۳", "Annex 1 of 1393"),
        "1396": Label("صفحهٔ کوتاه، ۱۳۹۶", "Short page of 1396"),
        "1400": Label("فرم دههٔ ۱۴۰۰", "Form of the 1400s"),
        "legacy": Label("فرم‌های پیش از ۱۳۹۳", "Forms before 1393"),
        "unknown": Label("نامعلوم", "Unknown"),
    },
    "document_kind": {
        "service_card": Label("شناسنامهٔ خدمت", "Service card"),
        "service_list": Label("فهرست خدمات", "List of services"),
        "permit_list": Label("فهرست مجوزها", "List of permits"),
        "other": Label("سندی دیگر", "Another document"),
    },
}


def values(list_name: str) -> tuple[str, ...]:
    """The values of one code list, in printed order. KeyError for a list that does not exist."""
    return tuple(VOCABULARY[list_name])


def label(list_name: str, value: str) -> str:
    """The Persian label of a value; KeyError when either is unknown."""
    return VOCABULARY[list_name][value].fa


def labels(list_name: str, values: Iterable[str]) -> list[str]:
    """The Persian labels of some values."""
    return [label(list_name, value) for value in values]
