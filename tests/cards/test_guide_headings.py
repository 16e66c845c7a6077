"""Heading by heading: all that the printed guidance explains, our own guide explains too, with the points it makes."""

import re
from pathlib import Path

import pytest

from khedmat.cards.guide import GUIDE, by_anchor
from khedmat.core.persian import key, squeeze

SEEDS = Path(__file__).parents[3] / "shared" / "forms" / "seeds"
# A heading of the printed guidance, where ours is, and words without which its point is not made.
PRINTED = {
    "خدمت": ("service", "پیوسته کارمند سامانه"),
    "عنوان خدمت": ("title", "فهرست بالاترین مقام تأیید شمارشان"),
    "عناوین استاندارد": ("standard-title", "تأیید یکتا"),
    "شناسه خدمت": ("service-id", "یازده‌رقمی یکتا سازمان برنامه‌ریزی"),
    "نام دستگاه اجرایی": ("executive-agency", "سازمان شرکت نهاد"),
    "نام دستگاه مادر": ("parent-agency", "بالادستِ"),
    "شرح خدمت": ("description", "آغاز ختم"),
    "نوع خدمت": ("service-type", "شهروند بنگاه دستگاه دولتیِ"),
    "نوع مخاطبین": ("audience", "دانشجویان بازنشستگان نانوایی‌ها دستگاه‌های اجرایی"),
    "ماهیت خدمت": ("nature", "دولت"),
    "حاکمیتی": ("nature", "اقتدارِ همه سهمِ"),
    "تصدی گری": ("nature", "هر کارِ دیگر"),
    "سطح خدمت": ("level", "گستره‌ای"),
    "ملی": ("level", "برای همه"),
    "منطقه ای": ("level", "پهنه‌ای"),
    "استانی": ("level", "استان"),
    "شهری": ("level", "شهر"),
    "روستایی": ("level", "روستا"),
    "رویداد مرتبط": ("life-event", "زندگیِ سازمان"),
    "نحوه آغاز خدمت": ("start", "درخواستِ انتخابات سیل قانون"),
    "مدارک لازم برای انجام خدمت": ("documents", "بی‌کم‌وکاست"),
    "قوانین و مقررات مربوط": ("laws", "قانون نیست"),
    "آمار تعداد خدمت گیرندگان": ("recipients", "روز ماه سال"),
    "مدت زمان ارائه خدمت": ("duration", "کامل نتیجه"),
    "تواتر": ("frequency", "بار بازه‌ای"),
    "تعداد بار مراجعه": ("visits", "یک نفر چند بار"),
    "هزینه مستقیم ارائه خدمت": ("cost", "گیرنده ریال"),
    "نحوه دسترسی فعلی شهروندان به خدمت": ("access", "امروز برخط حضوری"),
    "آدرس دقیق و مستقیم خدمت در وب سایت": ("url", "برخط همان صفحه‌ای"),
    "ذکر ضرورتهای مراجعه حضوری": ("visit-reason", "برخط"),
    "ارتباط خدمت با سایر سامانهها (بانکهای اطلاعاتی) در همان دستگاه": ("internal-systems", "سامانهٔ همان دستگاه داده‌ای"),
    "ارتباط خدمت با سایر سامانهها (بانکهای اطلاعاتی) در دستگاههای دیگر": ("external-inquiries", "دستگاهی داده‌ای"),
    "عناوین فرایندهای خدمت": ("processes", "ترتیبی ملّی"),
    "نمودار ارتباطی فرایندهای خدمت": ("diagram", "پیکان‌هایی زیرفرایندها"),
    "معاونت": ("permit-database", "چه کسی هزینه زمانی لغو زنده"),
    "مجوز": ("permit", "گواهی پروانه جواز استعلام موافقت"),
    "فرم شماره یک": ("permit-action", "ردیفی"),
    "فرم شماره دو": ("inquired-agency", "دستگاه"),
    "*اگر مراحل مجوز": ("shared-note", "فرم دو"),
    "** نام استعلام": ("inquiry-name", "توضیحاتِ"),
    "*** اگر نوع فرایند سایر": ("inquiry-other", "توضیحات"),
}
DEFINED = ["standard-title", "semi-electronic", "counter-office", "macro-process", "sub-process", "arrows"]


def guidance() -> list[str]:
    """The lines of the printed guidance that begin with a heading and a colon."""
    for file in sorted(SEEDS.glob("002*.txt")):
        _card, _found, text = file.read_text("utf-8").partition("توضیح عناوین مندرج")
        return re.findall(r"^[-* ]*([^:\n*]{2,80}):", text, re.MULTILINE)
    return []


@pytest.mark.parametrize(("anchor", "points"), PRINTED.values(), ids=PRINTED)
def test_our_heading_makes_the_points_of_the_printed_one(anchor, points):
    heading = by_anchor(anchor)
    written = squeeze(" ".join([heading.title, heading.text, *heading.options.values()]))

    assert [point for point in points.split() if squeeze(point) not in written] == []


@pytest.mark.parametrize("anchor", DEFINED)
def test_what_the_form_takes_for_known_is_defined(anchor):
    heading = by_anchor(anchor)

    assert heading.title.endswith("چیست؟") or anchor == "arrows"
    assert len(heading.text) > 100


@pytest.mark.skipif(not guidance(), reason="the printed forms are not beside this checkout")
def test_no_heading_of_the_printed_guidance_is_missing():
    known = {squeeze(name) for name in PRINTED}

    missing = [name for name in guidance() if squeeze(name.partition("،")[0]) not in known]

    assert missing == []
    assert len(guidance()) > 30


def test_the_printed_guidance_has_about_thirty_five_headings_and_ours_has_more():
    assert 35 <= len(PRINTED) <= len(GUIDE)


@pytest.mark.parametrize(
    "path", ["permits.0.steps", "inquiries.2.name", "inquiries.0.fee.text", "permits.1.applicants"]
)
def test_a_column_of_the_permit_forms_is_explained_by_its_own_heading(path):
    names = {field for heading in GUIDE for field in heading.fields}

    assert re.sub(r"\.\d+", ".*", path).removesuffix(".text") in names


def test_texts_are_in_our_own_words_about_the_form_and_never_empty_of_advice():
    assert [heading.anchor for heading in GUIDE if len(key(heading.text).split()) < 6] == []
