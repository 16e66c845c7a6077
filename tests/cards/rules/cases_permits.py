"""Permit forms 1 and 2, alone and behind a card: what each rule speaks of, and what only looks like it."""

from tests.cards.rules.cases import broken, lost, passes, permits
from tests.cards.rules.example import CANCEL, INQUIRY, PERMIT

SHARED = PERMIT | {"process": "shared"}
RENEW = PERMIT | {"action": "renew"}
NO_VALIDITY = {"validity": None}
PROMISED = {"leads_to_permit": True}
TO_AGENCIES = {"service_type": ["G2G"], "life_events": []}
AT_A_DESK = {"non_electronic": True, "visit_levels": ["county"], "visit_reasons": ["document"]}
OFFLINE = {"visits": {"count": 1}} | {
    f"stages.{name}": AT_A_DESK for name in ("information", "request", "production", "delivery")
}


def taking(row, value, unit="day"):
    return row | {"duration": {"value": value, "unit": unit}}


def alone(*rows, inquiries=()):
    """The parts of a list of permits without a card."""
    return {"kind": "permit_list", "permits": list(rows), "inquiries": list(inquiries)}


def asking(title, documents):
    """A permit that is given to whoever brings these papers."""
    return PERMIT | {"title": title, "documents": documents}


BUILD, OPERATE = asking("پروانه ساخت", "نقشه، پروانۀ بهره برداری"), asking("پروانه بهره‌برداری", "کارت ملی؛ پروانه ساخت")
CARD_FIRST = asking("کارت", "شناسنامه\nپروانه ساخت")

BROKEN = [
    permits("T06", "permits.0.duration", "۴۰ روز", PERMIT, inquiries=[taking(INQUIRY, 15), taking(INQUIRY, 25)]),
    permits("T06", "permits.0.duration", "۸ ساعت", taking(PERMIT, 8, "hour"), inquiries=[taking(INQUIRY, 2)]),
    broken("T06", "card.average_duration", "۱۱ روز", inquiries=[taking({"agency": "گمرک"}, 11)]),
    permits("P01", "permits.1.validity", "پروانه آموزشگاه", PERMIT | NO_VALIDITY, RENEW | NO_VALIDITY),
    permits("P01", "permits.0.validity", "پروانه آموزشگاه", RENEW | {"validity": "-"}),
    permits("P02", "permits.0.process", "فرم شمارهٔ دو خالی", SHARED),
    permits("P02", "permits.0.process", "فرم شمارهٔ دو پر", PERMIT, inquiries=[INQUIRY]),
    permits("P02", "permits.1.process", "کارت", PERMIT, SHARED | {"title": "کارت بازرگانی"}),
    permits("P03", "permits.0.action", "عمل «لغو» ندارد", PERMIT),
    permits("P03", "permits.1.conditions", "علت‌های لغو", PERMIT, CANCEL | {"conditions": None, "legal_basis": None}),
    permits("P04", "permits.0.validity", "۱۰ روز", taking(PERMIT, 30) | {"validity": "10 روز"}),
    permits("P04", "permits.0.validity", "۲ ساعت", taking(PERMIT, 1) | {"validity": "2 ساعت"}),
    broken("P05", "permits.0.electronic", "پروانه آموزشگاه", OFFLINE, permits=[PERMIT]),
    permits("P06", "permits.0.documents", "پروانه ساخت ← پروانه بهره‌برداری ← پروانه ساخت", BUILD, OPERATE),
    permits(
        "P06",
        "permits.1.documents",
        "پروانه ساخت ← کارت ← پروانه ساخت",
        OPERATE,
        asking("پروانه ساخت", "کارت"),
        CARD_FIRST,
    ),
    permits(
        "P06",
        "permits.0.documents",
        "پروانه ساخت ← کارت",
        asking("پروانه ساخت", None),
        asking("کارت", "پروانه ساخت"),
        inquiries=[INQUIRY | {"permit": "پروانه ساخت", "name": "کارت", "action": "issue"}],
    ),
    broken("P07", "permits.0.applicants", "«حقیقی»، «حقوقی»", TO_AGENCIES, permits=[PERMIT]),
    broken("P07", "permits.0.applicants", "G2C", permits=[PERMIT | {"applicants": ["legal"]}]),
    permits("P08", "inquiries.0.notes", "ثبت احوال", SHARED, inquiries=[INQUIRY | {"name": None, "notes": None}]),
    permits("P08", "inquiries.1.notes", "این دستگاه", SHARED, inquiries=[INQUIRY, {"kind": "inquiry", "notes": "…"}]),
    permits("P09", "inquiries.0.notes", "گمرک", SHARED, inquiries=[{"kind": "other", "agency": "گمرک"}]),
    broken("P10", "permits", "فرم شمارهٔ یک", PROMISED),
]

PASSES = [
    passes("T06", "as long as the permit", **alone(PERMIT, inquiries=[taking(INQUIRY, 30)])),
    passes("T06", "inquiries without a time", **alone(PERMIT, inquiries=[{"agency": "گمرک"}] * 9)),
    passes("T06", "a permit without a time", **alone(PERMIT | {"duration": None}, inquiries=[taking(INQUIRY, 99)])),
    passes("P01", "the issue says how long", **alone(PERMIT, RENEW | NO_VALIDITY)),
    passes("P01", "for ever, and never renewed", **alone(PERMIT | NO_VALIDITY, CANCEL)),
    passes("P02", "shared with its inquiries", **alone(SHARED, inquiries=[INQUIRY])),
    passes("P02", "one of its rows is shared", **alone(SHARED, CANCEL, inquiries=[INQUIRY])),
    passes("P02", "the inquiries of another permit", **alone(PERMIT, inquiries=[INQUIRY | {"permit": "پروانه دیگر"}])),
    passes("P03", "a law is a ground", **alone(PERMIT, CANCEL | {"conditions": None})),
    passes("P03", "a row below without its title", **alone(PERMIT, CANCEL | {"title": None})),
    passes("P04", "for ever", **alone(taking(PERMIT, 30) | {"validity": "دائمی"})),
    passes("P04", "a month and thirty days", **alone(taking(PERMIT, 30) | {"validity": "یک ماه"})),
    passes("P05", "on paper", OFFLINE, permits=[PERMIT | {"electronic": False}]),
    passes("P05", "a list has no channels to compare with", **alone(PERMIT)),
    passes(
        "P07",
        "a natural person of a business",
        {"service_type": ["G2B"]},
        permits=[PERMIT | {"applicants": ["natural"]}],
    ),
    passes("P06", "one after the other", **alone(BUILD, asking("پروانه بهره‌برداری", "نقشه"))),
    passes("P06", "the permit that is renewed", **alone(RENEW | {"documents": RENEW["title"]}, PERMIT)),
    passes("P06", "who renews has the other already", **alone(BUILD, OPERATE | {"action": "renew"})),
    passes("P07", "one of the applicants fits", permits=[PERMIT]),
    passes("P08", "the name in its own box", **alone(SHARED, inquiries=[INQUIRY | {"notes": None}])),
    passes("P08", "another kind of row", **alone(SHARED, inquiries=[{"kind": "other", "notes": "نقشه"}])),
    passes("P09", "explained", **alone(SHARED, inquiries=[{"kind": "other", "notes": "دریافت نقشه"}])),
    passes("P10", "no permit promised", {"leads_to_permit": False}),
    passes("P10", "the form is there", PROMISED, permits=[PERMIT]),
    passes("G01", "a legal basis in each row", **alone(PERMIT, CANCEL)),
    passes("O01", "one agency a row", **alone(SHARED, inquiries=[INQUIRY])),
    passes("K03", "a filled row", **alone(PERMIT)),
    passes("C02", "a list of permits has no audience to name", **alone(PERMIT)),
    passes("I01", "a list of permits has no ID", **alone(PERMIT)),
]

LOST = [
    lost("P05", "stages.request.electronic", OFFLINE, permits=[PERMIT]),
    lost("P07", "service_type", TO_AGENCIES, permits=[PERMIT]),
]
