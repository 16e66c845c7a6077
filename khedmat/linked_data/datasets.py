"""What open data there is: each dataset with the columns of its table and what they are called in Persian. Pure."""

from typing import NamedTuple


class Dataset(NamedTuple):
    """`name`: that with which its files begin. `columns`: name of the column → its Persian head."""

    name: str
    title: str
    about: str
    columns: dict[str, str]


SERVICES = Dataset(
    "services",
    "شناسنامهٔ خدمت‌های منتشرشده",
    "هر خدمت با همهٔ پاسخ‌های شناسنامه‌اش: یک ردیف در جدول، متن کامل در JSON Lines، و دادهٔ پیوندی با الگوی CPSV-AP.",
    {
        "number": "شناسه",
        "title": "عنوان",
        "agency_code": "کد دستگاه",
        "agency": "دستگاه",
        "description": "شرح",
        "service_type": "نوع خدمت",
        "level": "سطح",
        "life_events": "رویدادها",
        "documents": "مدارک",
        "laws": "قوانین",
        "electronic": "مرحلهٔ الکترونیکی دارد",
        "free": "رایگان",
        "average_duration": "مدت انجام",
        "visits": "دفعه‌های مراجعه",
        "version": "نسخه",
        "published_on": "روز انتشار",
        "page": "صفحه",
    },
)
PERMITS = Dataset(
    "permits",
    "ردیف‌های مجوز",
    "هر ردیف فرم یک: یک کار (صدور، تمدید، اصلاح، لغو، احیا) روی یک مجوز، چنان‌که شناسنامهٔ منتشرشده می‌گوید.",
    {
        "number": "شناسهٔ خدمت",
        "agency_code": "کد دستگاه",
        "title": "عنوان مجوز",
        "action": "کار",
        "legal_basis": "مستند قانونی",
        "documents": "مدارک",
        "validity": "مدت اعتبار",
        "fee": "هزینه",
        "fee_rial": "هزینه (ریال)",
        "applicants": "متقاضی",
        "duration": "زمان",
        "duration_unit": "واحد زمان",
        "electronic": "الکترونیکی",
        "page": "صفحه",
    },
)
AGENCIES = Dataset(
    "agencies",
    "دستگاه‌های اجرایی",
    "همهٔ دستگاه‌های دفتر، آنها که پایان یافته‌اند هم، با شمار شناسنامه‌های منتشرشده.",
    {
        "code": "کد",
        "name": "نام",
        "other_names": "نام‌های دیگر",
        "kind": "گونه",
        "scope": "گستره",
        "parent_code": "کد دستگاه مادر",
        "place_code": "کد استان",
        "valid_from": "معتبر از",
        "valid_to": "معتبر تا",
        "services": "شناسنامهٔ منتشرشده",
        "page": "صفحه",
    },
)
DOCUMENTS = Dataset(
    "documents",
    "گونه‌های مدرک",
    "مدارکی که خدمت‌ها می‌خواهند: صادرکننده، مدت اعتبار، و شمار شناسنامه‌هایی که هر یک را می‌خواهند.",
    {
        "code": "نام در نشانی",
        "title": "عنوان",
        "other_names": "نام‌های دیگر",
        "issuer_code": "کد دستگاه صادرکننده",
        "held_by": "نزد چه کسی است",
        "validity": "مدت اعتبار",
        "personal_data": "دادهٔ شخصی",
        "services": "شناسنامه‌هایی که می‌خواهند",
        "given_by": "شناسهٔ خدمت‌هایی که می‌دهند",
        "page": "صفحه",
    },
)
SYSTEMS = Dataset(
    "systems",
    "سامانه‌ها",
    "سامانه‌هایی که خدمت‌ها در آنها داده یا از آنها استعلام می‌شود: صاحب، نشانی، وضع، و شمار شناسنامه‌هایی که نام می‌برند.",
    {
        "code": "نام در نشانی",
        "title": "عنوان",
        "other_names": "نام‌های دیگر",
        "owner_code": "کد دستگاه صاحب",
        "url": "نشانی وب",
        "state": "وضع",
        "replaced_by_code": "نام جایگزین در نشانی",
        "services": "شناسنامه‌هایی که نام می‌برند",
        "page": "صفحه",
    },
)
ELEMENTS = Dataset(
    "elements",
    "اقلام داده",
    "داده‌هایی که دستگاه‌ها از هم می‌گیرند: سامانه‌ای که می‌دهد، دستگاهی که دارد، و شمار شناسنامه‌هایی که مبادله می‌کنند.",
    {
        "code": "نام در نشانی",
        "title": "عنوان",
        "other_names": "نام‌های دیگر",
        "system_code": "نام سامانه در نشانی",
        "holder_code": "کد دستگاه دارنده",
        "services": "شناسنامه‌هایی که مبادله می‌کنند",
    },
)
AUDIENCES = Dataset(
    "audiences",
    "گیرندگان خدمت",
    "گروه‌های مردم، کسب‌وکارها و دستگاه‌هایی که خدمت‌ها برای آنهاست، و شمار شناسنامه‌هایی که خود گروه را نام می‌برند.",
    {
        "code": "نام در نشانی",
        "title": "عنوان",
        "other_names": "نام‌های دیگر",
        "broader_code": "نام گروه بزرگ‌تر در نشانی",
        "service_type": "نوع خدمت در فرم",
        "about": "توضیح",
        "services": "شناسنامه‌هایی که نام می‌برند",
        "page": "صفحه",
    },
)
CODES = Dataset(
    "codes",
    "فهرست‌های کد",
    "گزینه‌های خانه‌های فرم با برچسب فارسی و انگلیسی؛ هر فهرست جداگانه به صورت SKOS هم هست.",
    {"list": "فهرست", "value": "کد", "fa": "فارسی", "en": "انگلیسی"},
)
STATISTICS = Dataset(
    "statistics",
    "آمار",
    "شمار شناسنامه‌های منتشرشده به تفکیک پاسخ هر خانه، در روز ساخت پرونده.",
    {"table": "جدول", "row": "ردیف", "services": "شناسنامهٔ منتشرشده", "counted_on": "شمرده در"},
)
COUNTS = Dataset(
    "counts",
    "شمار درخواست‌ها در هر دوره",
    "آنچه دستگاه‌ها از خدمت‌های منتشرشده گزارش کرده‌اند: در هر ماه، فصل یا سال چند درخواست رسید، انجام شد و رد شد. "
    "خانهٔ خالی نامعلوم است، صفر یعنی هیچ، و «ارائه نشده» یعنی خدمت در آن دوره نبوده است.",
    {
        "report": "گزارش",
        "number": "شناسهٔ خدمت",
        "agency_code": "کد دستگاه گزارش‌دهنده",
        "period": "دوره",
        "kind": "گونهٔ دوره",
        "first_day": "از روز",
        "last_day": "تا روز",
        "channel": "راه",
        "received": "درخواست رسیده",
        "done": "انجام‌شده",
        "refused": "ردشده",
        "mean_days": "میانگین روز تا انجام",
        "median_days": "میانهٔ روز تا انجام",
        "not_offered": "ارائه نشده",
        "source": "مأخذ",
        "reported_on": "روز گزارش",
        "corrects": "اصلاح گزارش",
    },
)
_ALL = (SERVICES, PERMITS, AGENCIES, DOCUMENTS, SYSTEMS, ELEMENTS, AUDIENCES, CODES, STATISTICS, COUNTS)
DATASETS = {one.name: one for one in _ALL}
BETWEEN = " | "


def dataset_of(file: str) -> Dataset:
    """Which dataset a file belongs to, by the beginning of its path; what tells of all files stands with services."""
    return DATASETS.get(file.replace("/", ".").partition(".")[0], SERVICES)
