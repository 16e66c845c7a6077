"""Sections 5 to 10 of the form: what each rule speaks of, and what only looks like it."""

from tests.cards.rules.cases import broken, lost, passes
from tests.cards.rules.example import ONLINE, warning

COMING = {"non_electronic": True, "visit_levels": ["county"], "visit_reasons": ["document"]}
ONE_VISIT = {"visits": {"count": 1}}
OFFLINE = ONE_VISIT | {f"stages.{name}": COMING for name in ("information", "request", "production", "delivery")}
CUSTOMS = {"agency": "گمرک", "system": "سامانهٔ گمرک", "fields": "کوتاژ", "modes": ["online"]}
HAJ = {"url": "https://www.haj.ir/services/5"}
MODES = {"external_inquiries": [CUSTOMS | {"modes": []}]}
OWN_MODES = {"internal_systems": [{"system": "بایگانی", "fields": "شماره"}]}


def lasting(**duration):
    return {"average_duration": duration}


def costing(*amounts, **cost):
    return {"cost": {"items": [{"amount_rial": amount, "electronic": True} for amount in amounts], **cost}}


def asking(agency):
    return {"external_inquiries": [CUSTOMS | {"agency": agency}]}


def drawn(*boxes):
    return {"diagram": {"boxes": list(boxes)}}


BROKEN = [
    broken("M01", "card.cost", "نه مبلغی", {"cost": None}),
    broken("M01", "card.cost", "دفترچه تعرفه", {"cost": {"text": "طبق دفترچه تعرفه"}}),
    broken("M01", "card.cost", "نه مبلغی", {"cost": {"free": False}}),
    broken("M02", "card.cost.items.0", "صفر", {"cost": {"items": [{"amount_rial": 0, "text": "صفر ریال"}]}}),
    broken("M03", "card.cost.items.0", "۱۰۰٬۰۰۰", costing(100_000, free=True)),
    broken("M03", "card.cost.items.1", "۷٬۰۰۰", costing(0, 7_000, free=True)),
    broken("M04", "card.cost.items.0", "۲۶۰٬۰۰۰", {"cost": {"items": [{"amount_rial": 260_000}]}}),
    broken(
        "M05",
        "card.cost.items.0",
        "۵٬۰۰۰",
        {
            "cost": {"items": [{"amount_rial": 5000, "electronic": True, "account": "40010"}]},
            "url": None,
            "system_name": None,
        },
    ),
    broken("M07", "card.cost", "پلکانی", {"cost": {"text": "پلکانی از 1000 ریال"}}),
    broken("M07", "card.cost", "بعد از شش ماه", {"cost": {"text": "300000 ریال و بعد از شش ماه 500000 ریال"}}),
    broken(
        "M08",
        "card.cost.items.0",
        "سازمان ثبت احوال",
        costing(50_000) | {"external_inquiries.0.fee": {"amount_rial": 50_000}},
    ),
    broken("T01", "card.average_duration", "۱۵", lasting(value=15)),
    broken("T01", "card.average_duration", "حدود ۳", lasting(text="حدود 3")),
    broken("T02", "card.average_duration", "در هر مراجعه", lasting(text="نیم ساعت در هر مراجعه")),
    broken("T02", "card.average_duration", "هر جلسه", lasting(text="دو ساعت هر جلسه", value=2, unit="hour")),
    broken("T02", "card.average_duration", "هر مراجعه", lasting(value=1, unit="hour", basis="visit")),
    broken(
        "T03",
        "card.average_duration",
        "۲۴٬۰۰۰",
        lasting(value=3, unit="year") | {"recipients": {"count": 8000, "per": "year"}},
    ),
    broken("T03", "card.average_duration", "معلوم نیست", lasting(max=30, unit="month") | {"recipients": None}),
    broken("T04", "card.average_duration", "۲۰", lasting(min=20, max=10, unit="day")),
    broken("F01", "card.frequency", "۲ بار در ماه", {"frequency": {"once": True, "times": 2, "per": "month"}}),
    broken("F01", "card.frequency", "«سال»", {"frequency": {"once": True, "per": "year"}}),
    broken("F02", "card.frequency", "۵ بار", {"frequency": {"times": 5}}),
    broken("F03", "card.frequency", "در فصل", {"frequency": {"per": "season"}}),
    broken("F04", "card.recipients", "۷۰۰ نفر", {"recipients": {"count": 700}}),
    broken("F04", "card.recipients", "در روز", {"recipients": {"per": "day"}}),
    broken("V01", "card.visits", "درخواست خدمت", {"visits": {"count": 0}, "stages.request": COMING}),
    broken(
        "V01", "card.visits", "اطلاع‌رسانی", {"visits": {"count": 0}, "stages.information": {"visit_levels": ["county"]}}
    ),
    broken("V02", "card.visits", "ارائهٔ خدمت", {"visits": None, "stages.delivery": COMING}),
    broken("V02", "card.visits", "ارائهٔ خدمت", {"visits": {"text": "-"}, "stages.delivery": COMING}),
    broken(
        "V03", "card.stages.request.visit_reasons", "ضرورت آن نوشته نشده", {"stages.request": {"non_electronic": True}}
    ),
    broken(
        "V03",
        "card.stages.delivery.visit_reasons",
        "متنی ندارد",
        {"stages.delivery": COMING | {"visit_reasons": ["other"]}},
    ),
    broken(
        "V03",
        "card.stages.request.visit_reasons",
        "اقدام مشترک",
        {"stages.request": COMING | {"visit_reasons": ["other"], "visit_reason_text": "اقدام مشترک"}},
    ),
    broken(
        "V04", "card.stages.production.visit_reason_text", "تولید خدمت", {"stages.production": {"non_electronic": True}}
    ),
    broken(
        "V05",
        "card.stages.information.visit_reasons",
        "اطلاع‌رسانی",
        {"stages.information": ONLINE | {"visit_reasons": ["document"]}},
    ),
    broken("V06", "card.visits", "به میزان نیاز", {"visits": {"text": "به میزان نیاز"}}),
    broken("V07", "card.stages", "هیچ مرحله‌ای", OFFLINE),
    broken("X01", "card.stages.request", "«الکترونیکی» تیک ندارد", {"stages.request": {"channels": ["website"]}}),
    broken("X01", "card.stages.delivery", "شهرستانی", {"stages.delivery": ONLINE | {"visit_levels": ["county"]}}),
    broken(
        "X01",
        "card.stages.production",
        "هم «الکترونیکی»",
        {"stages.production": {"electronic": True, "non_electronic": True, "visit_reasons": ["identity"]}},
    ),
    broken("X02", "card.stages.production", "تولید خدمت", {"stages.production": None}),
    broken("X02", "card.stages", "اطلاع‌رسانی", {"stages": None}),
    broken("X03", "card.stages.request", "ارائهٔ خدمت الکترونیکی", ONE_VISIT | {"stages.request": COMING}),
    broken("X03", "card.stages.delivery", "درخواست خدمت الکترونیکی", ONE_VISIT | {"stages.delivery": COMING}),
    broken("U01", "card.url", "درخواست خدمت", {"url": None}),
    broken("U01", "card.url", "ارائهٔ خدمت", {"url": "—"}),
    broken("U02", "card.url", "WWW.", {"url": "WWW."}),
    broken("U02", "card.url", "نرم‌افزار داخلی", {"url": "نرم‌افزار داخلی"}),
    broken("U02", "card.url", "www.xxx.ir", {"url": "www.xxx.ir"}),
    broken("U03", "card.url", "صفحهٔ نخست", {"url": "https://www.irantvto.ir/"}),
    broken("U03", "card.url", "صفحه‌ای کلی", {"url": "https://www.irantvto.ir/index.php"}),
    broken("U03", "card.url", "صفحه‌ای کلی", {"url": "https://www.irantvto.ir/fa/home"}),
    broken("U04", "card.url", "http://", {"url": "http://www.irantvto.ir/a/5"}),
    broken("U04", "card.url", "irantvto", {"url": "www.irantvto.ir/a/5"}),
    broken("U05", "card.url", "سازمان حج و زیارت", HAJ),
    broken("U05", "card.url", "سازمان حج و زیارت", {"url": "HTTPS://WWW.HAJ.IR/services/5"}),
    broken("U08", "card.system_name", "نام سامانه", {"system_name": None}),
    broken("U08", "card.system_name", "نام سامانه", {"system_name": "..."}),
    broken(
        "H01",
        "card.stages.delivery.counter_contract",
        "ارائهٔ خدمت",
        {"stages.delivery": ONLINE | {"channels": ["counter_office"]}},
    ),
    broken("O01", "card.external_inquiries.0.agency", "۳۱ سازمان", asking("31 سازمان استانی")),
    broken("O01", "card.external_inquiries.0.agency", "وزارت نفت", asking("وزارت نیرو و وزارت نفت")),
    broken("O01", "inquiries.0.agency", "کلیه", inquiries=[{"agency": "کلیه دستگاه‌های اجرایی"}]),
    broken("O02", "card.external_inquiries.0", "شیوهٔ تبادل", MODES),
    broken("O02", "card.external_inquiries.0", "نام سامانه", {"external_inquiries": [CUSTOMS | {"system": "---"}]}),
    broken("O02", "card.internal_systems.0", "شیوهٔ تبادل", OWN_MODES),
    broken("O03", "card.external_inquiries.0.agency", "بنادر و دریانوردی", asking("سازمان بنادر و کشتی رانی")),
    broken("O03", "inquiries.0.agency", "نامی نزدیک", inquiries=[{"agency": "کهکشان پنجم"}]),
    broken(
        "O04",
        "card.external_inquiries.0.paper_by",
        "مراجعه‌کننده",
        warnings=[warning("both", "card.external_inquiries.0.paper_by", "☑☑")],
    ),
    broken("O05", "card.documents.0", "کوتاژ", {"documents": ["برگ کوتاژ"], "external_inquiries": [CUSTOMS]}),
    broken("O06", "card.executive_agency", "وزارت نفت", {"executive_agency": "وزارت نیرو، وزارت نفت"}),
    broken("B01", "card.diagram.boxes", "پایش سند", drawn("شروع", "پایش سند", "پایان")),
    broken("B01", "card.diagram.boxes", "صدور گواهینامه", drawn("ثبت درخواست", "بررسی نتیجه آزمون")),
    broken("B02", "card.diagram.boxes.1", "ارجاع به کارشناس", drawn("شروع", "ارجاع به کارشناس")),
    broken("B02", "card.diagram.boxes.0", "کامل است؟", drawn("مدارک کامل است؟")),
    broken("B02", "card.diagram.boxes.0", "زیرفرایند", drawn("زیرفرایند ثبت درخواست")),
]

PASSES = [
    passes("M01", "free in words", {"cost": {"text": "هزینه‌ای ندارد"}}),
    passes("M01", "an amount in words", {"cost": {"text": "پنجاه هزار تومان"}}),
    passes("M01", "zero is a figure", {"cost": {"items": [{"amount_rial": 0}]}}),
    passes("M02", "zero and free agree", costing(0, free=True)),
    passes("M02", "nothing is not zero", {"cost": {"items": [{"text": "بر پایهٔ تعرفه"}]}}),
    passes("M03", "free and zero", costing(0, free=True)),
    passes("M03", "free is crossed out", costing(500, free=False)),
    passes(
        "M04",
        "one of two prices says how",
        {"cost": {"items": [{"amount_rial": 5}, {"amount_rial": 6, "account": "4001"}]}},
    ),
    passes("M04", "nothing to pay", costing(0)),
    passes(
        "M05",
        "a system to pay in",
        {"cost": {"items": [{"amount_rial": 5, "electronic": True, "account": "40010"}]}, "url": None},
    ),
    passes("M07", "after a deed, not a time", {"cost": {"text": "پس از تأیید کارشناس 50000 ریال"}}),
    passes("M07", "steps without any figure", {"cost": {"text": "به ازای هر روز تأخیر طبق تعرفه"}}),
    passes("M08", "two amounts", costing(50_000) | {"external_inquiries.0.fee": {"amount_rial": 60_000}}),
    passes("M08", "nothing on both sides", costing(0) | {"external_inquiries.0.fee": {"amount_rial": 0}}),
    passes("T01", "a unit in the words", lasting(text="15 روز", value=15)),
    passes("T01", "no figure at all", lasting(text="بی‌درنگ")),
    passes("T02", "after a visit", lasting(text="یک هفته پس از مراجعه")),
    passes("T02", "the whole is said", lasting(text="یک ساعت در هر مراجعه", value=1, unit="hour", basis="whole")),
    passes("T03", "exactly two years", lasting(value=24, unit="month")),
    passes("T03", "no unit, no years", lasting(value=900)),
    passes("T04", "equal ends", lasting(min=3, max=3, unit="day")),
    passes("T04", "only a least", lasting(min=30, unit="day")),
    passes("F01", "once", {"frequency": {"once": True}}),
    passes("F01", "once is crossed out", {"frequency": {"once": False, "times": 2, "per": "year"}}),
    passes("F02", "no times", {"frequency": {"per": "year"}}),
    passes("F03", "no period", {"frequency": {"times": 4}}),
    passes("F04", "nobody a year", {"recipients": {"count": 0, "per": "year"}}),
    passes("F04", "nothing said is another rule's", {"recipients": None}),
    passes("V01", "zero to one", {"visits": {"count": 0, "max": 1}, "stages.request": COMING}),
    passes("V01", "paper inside the agency", {"visits": {"count": 0}, "stages.production": {"non_electronic": True}}),
    passes("V02", "a most is enough", {"visits": {"max": 2}, "stages.request": COMING}),
    passes("V02", "nobody comes", {"visits": None}),
    passes(
        "V03",
        "an exam is a reason",
        {"stages.request": COMING | {"visit_reasons": ["other"], "visit_reason_text": "برگزاری آزمون عملی"}},
    ),
    passes("V03", "no infrastructure", {"stages.request": COMING | {"visit_reasons": ["infrastructure"]}}),
    passes(
        "V04", "a written reason", {"stages.production": {"non_electronic": True, "visit_reason_text": "بازدید از محل"}}
    ),
    passes(
        "V05",
        "a level of a visit is a visit",
        {"stages.request": {"visit_levels": ["county"], "visit_reasons": ["document"]}},
    ),
    passes("V06", "a span", {"visits": {"text": "1 تا 2 بار", "count": 1, "max": 2}}),
    passes("V06", "only dashes", {"visits": {"text": "---"}}),
    passes("V07", "one stage is electronic", OFFLINE | {"stages.information": ONLINE}),
    passes("V07", "electronic inside the agency", OFFLINE | {"stages.production": {"electronic": True}}),
    passes(
        "X01",
        "post needs no screen",
        ONE_VISIT | {"stages.delivery": COMING | {"channels": ["post", "counter_office"]}},
    ),
    passes("X01", "both boxes crossed out", {"stages.production": {"electronic": False, "non_electronic": False}}),
    passes("X02", "a reason alone is something", {"stages.production": {"visit_reason_text": "امضا"}}),
    passes("X03", "both ways open", ONE_VISIT | {"stages.request": ONLINE | COMING}),
    passes("X03", "the other end says nothing", ONE_VISIT | {"stages.request": COMING, "stages.delivery": None}),
    passes("U01", "electronic only inside", OFFLINE | {"stages.production": {"electronic": True}, "url": None}),
    passes("U02", "an address without a scheme", {"url": "irantvto.ir/services/9"}),
    passes("U02", "an address with a port", {"url": "https://e.irantvto.ir:8443/request"}),
    passes("U03", "a page of its own below «portal»", {"url": "https://irantvto.ir/portal/certificate"}),
    passes("U03", "a number in the query", {"url": "https://irantvto.ir/?id=5"}),
    passes("U03", "no address at all", {"url": None}),
    passes("U04", "capital letters", {"url": "HTTPS://irantvto.ir/a/5"}),
    passes("U04", "a placeholder is another rule's", {"url": "http://"}),
    passes("U05", "the parent's domain", {"url": "https://mcls.gov.ir/services/5"}),
    passes("U05", "a domain that nobody registered", {"url": "https://notirantvto.ir/services/5"}),
    passes("U05", "the agency's name within another host", {"url": "https://haj.ir.example.com/services/5"}),
    passes("U08", "nothing electronic", OFFLINE | {"system_name": None}),
    passes("H01", "an office of another name", {"stages.delivery": ONLINE | {"channels": ["counter_office_like"]}}),
    passes(
        "H01",
        "the contract is there",
        {"stages.delivery": ONLINE | {"channels": ["counter_office"], "counter_contract": "12/ق"}},
    ),
    passes("O01", "«و» within one name", asking("وزارت علوم، تحقیقات و فناوری")),
    passes("O01", "dashes name nobody", asking("---")),
    passes(
        "O02",
        "a letter needs no system",
        {"external_inquiries": [{"agency": "گمرک", "fields": "کوتاژ", "modes": ["paper"]}]},
    ),
    passes("O03", "an alias", asking("گمرک ایران")),
    passes("O03", "a municipality", asking("شهرداری تبریز")),
    passes("O03", "a training school", asking("آموزشگاه رانندگی مهر")),
    passes("O04", "one of the two", {"external_inquiries": [CUSTOMS | {"modes": ["paper"], "paper_by": "agency"}]}),
    passes("O05", "other data", {"documents": ["کارنامه"], "external_inquiries": [CUSTOMS]}),
    passes("O06", "a long registered name", {"executive_agency": "سازمان راهداری و حمل و نقل جاده‌ای"}),
    passes(
        "B01",
        "start and end are no processes",
        drawn("شروع", "ثبت درخواست", "بررسی نتیجه آزمون", "صدور گواهینامه", "خاتمه"),
    ),
    passes("B01", "an empty diagram is another rule's", {"diagram": None}),
    passes("B02", "a main process", drawn("بررسی و تأیید درخواست‌ها")),
]

LOST = [
    lost("M01", "cost", {"cost": None}),
    lost("M04", "cost.items", {"cost": {"items": [{"amount_rial": 260_000}]}}),
    lost("T01", "average_duration.unit", lasting(value=15)),
    lost("F02", "frequency.per", {"frequency": {"times": 5}}),
    lost("F03", "frequency.times", {"frequency": {"per": "season"}}),
    lost("F04", "recipients.per", {"recipients": {"count": 700}}),
    lost("F04", "recipients", {"recipients": {"per": "day"}}),
    lost("V02", "visits", {"visits": None, "stages.delivery": COMING}),
    lost("V03", "stages.request.visit_reasons", {"stages.request": {"non_electronic": True}}),
    lost("V04", "stages.production.visit_reasons", {"stages.production": {"non_electronic": True}}),
    lost("V05", "stages.delivery.non_electronic", {"stages.delivery": ONLINE | {"visit_reasons": ["document"]}}),
    lost("V07", "stages.delivery.electronic", OFFLINE),
    lost("X01", "stages.request.electronic", {"stages.request": {"channels": ["website"]}}),
    lost("X01", "stages.delivery", {"stages.delivery": ONLINE | {"visit_levels": ["county"]}}),
    lost("X02", "stages.production", {"stages.production": None}),
    lost("X02", "stages.production.channels", {"stages.production": None}),
    lost("X03", "stages.request.electronic", ONE_VISIT | {"stages.request": COMING}),
    lost("U01", "url", {"url": None}),
    lost("U08", "system_name", {"system_name": None}),
    lost("H01", "stages.delivery.channels", {"stages.delivery": ONLINE | {"channels": ["counter_office"]}}),
    lost("O02", "external_inquiries.0.modes", MODES),
    lost("O02", "internal_systems.0.modes", OWN_MODES),
]
