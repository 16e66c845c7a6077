"""The shipped laws, as agencies cite them: each line is the law it means, or none of them. Judged by hand."""

import pytest

from khedmat.cards.laws.binding import law_of
from khedmat.registers.loading import law_rows, replaced_laws
from khedmat.registers.models import LegalSource

MEANT = (
    ("قانون مدنی", "civil-code"),
    ("ماده ۱۰ قانون مدنی", "civil-code"),
    ("قانون اساسی", "constitution"),
    ("قانون اساسی جمهوری اسلامی ایران", "constitution"),
    ("قانون تجارت", "commercial-code"),
    ("قانون تجارت مصوب 1311", "commercial-code"),
    ("قانون ثبت مصوب 1310/12/26", "registration"),
    ("قانون ثبت اسناد و املاک", "registration"),
    ("قانون شهرداری مصوب 1334", "municipalities"),
    ("قانون شهرداری‌ها", "municipalities"),
    ("قانون دریایی ایران مصوب 1343/6/29", "maritime"),
    ("قانون دریایی", "maritime"),
    ("قانون تملک آپارتمانها مصوب 1343", "apartments"),
    ("قانون برنامه و بودجه مصوب 1351", "plan-budget"),
    ("قانون گذرنامه مصوب 1351/12/10", "passport-law"),
    ("قانون حفاظت و بهسازی محیط زیست مصوب 1353/3/28", "environment"),
    ("قانون تامین اجتماعی مصوب 1354", "social-security"),
    ("ماده 28 قانون تأمین اجتماعی", "social-security"),
    ("قانون ثبت احوال مصوب 1355/4/16", "civil-registration"),
    ("قانون صدور چک مصوب 1355", "cheques"),
    ("قانون توزیع عادلانه آب مصوب 1361", "water"),
    ("قانون توزیع عادلانه آب، ماده 5", "water"),
    ("ماده ۵ قانون توزیع عادلانه آب", "water"),
    ("قانون خدمت وظیفه عمومی مصوب 1363", "conscription-law"),
    ("قانون محاسبات عمومی مصوب 1366", "public-accounts"),
    ("قانون محاسبات عمومی کشور", "public-accounts"),
    ("قانون مالیاتهای مستقیم مصوب 1366", "direct-taxes"),
    ("ماده 187 قانون مالیات‌های مستقیم", "direct-taxes"),
    ("قانون کار مصوب 1369", "labour"),
    ("قانون کار جمهوری اسلامی ایران", "labour"),
    ("قانون رسیدگی به تخلفات اداری", "administrative-offences"),
    ("قانون مقررات صادرات و واردات مصوب 1372", "export-import"),
    ("قانون نظام مهندسی و کنترل ساختمان مصوب 1374", "engineering-order"),
    ("قانون روابط موجر و مستاجر مصوب 1376", "landlord-tenant"),
    ("قانون معادن مصوب 1377", "mines"),
    ("قانون تجارت الکترونیکی مصوب 1382", "electronic-commerce"),
    ("قانون نظام صنفی کشور مصوب 1382", "guilds-law"),
    ("قانون نظام صنفی", "guilds-law"),
    ("قانون مدیریت پسماندها مصوب 1383", "waste"),
    ("قانون مدیریت خدمات کشوری مصوب 1386/7/8", "civil-service"),
    ("ماده 25 قانون مدیریت خدمات کشوری", "civil-service"),
    ("قانون انتشار و دسترسی آزاد به اطلاعات مصوب 1387", "free-information"),
    ("قانون مالیات بر ارزش افزوده مصوب 1387", "vat-1387"),
    ("قانون مالیات بر ارزش افزوده مصوب 1400/3/2", "vat-1400"),
    ("قانون حمایت از حقوق مصرف‌کنندگان مصوب 1388", "consumers"),
    ("قانون جرایم رایانه ای", "computer-crimes"),
    ("قانون ارتقاء سلامت نظام اداری و مقابله با فساد مصوب 1390", "administrative-health"),
    ("قانون امور گمرکی مصوب 1390", "customs-law"),
    ("قانون بهبود مستمر محیط کسب و کار مصوب 1390", "business-environment"),
    ("قانون احکام دائمی برنامه های توسعه کشور", "permanent-provisions"),
    ("قانون هوای پاک", "clean-air"),
    ("قانون حمایت از حقوق معلولان مصوب 1396", "disabled"),
)
NONE_OF_THEM = (
    "قانون معادن مصوب 1362",
    "قانون کار مصوب 1337",
    "قانون تجارت مصوب 1303",
    "قانون مالیات بر ارزش افزوده",
    "قانون مالیات بر درآمد",
    "قانون ثبت علائم",
    "آیین‌نامه اجرایی قانون کار",
    "آیین نامه اجرایی قانون مدیریت خدمات کشوری",
    "اساسنامه سازمان",
    "بخشنامه شماره 1234",
    "دستورالعمل داخلی",
    "قانون بودجه سال 1402",
    "قانون نظام صنفی رایانه‌ای",
    "قانون هوا",
    "قانون آب",
    "قانون برنامه هفتم",
    "شرح وظایف سازمان",
    "ندارد",
)
LAWS = [LegalSource(**row) for row in law_rows()]


@pytest.mark.parametrize(("line", "code"), MEANT)
def test_a_citation_is_the_law_that_a_person_reads_in_it(line, code):
    assert law_of(line, LAWS).code == code


@pytest.mark.parametrize("line", NONE_OF_THEM)
def test_an_older_law_a_regulation_of_it_or_half_a_name_is_none_of_them(line):
    assert law_of(line, LAWS) is None


def test_every_law_is_found_by_each_of_its_names_with_its_year():
    written = [(law, f"{name} مصوب {law.year}" if law.year else name) for law in LAWS for name in law.names()]

    assert [line for law, line in written if law_of(line, LAWS) != law] == []


def test_each_law_has_a_code_of_its_own_and_successors_are_in_the_list():
    codes = [law.code for law in LAWS]

    assert len(codes) == len(set(codes))
    assert set(replaced_laws().values()) <= set(codes)
