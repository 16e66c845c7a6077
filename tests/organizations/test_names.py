"""Agencies as people name them on forms: spelling, short names, brackets, tails, units, and strangers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khedmat.core.persian import key
from khedmat.organizations import directory

WRITTEN = """
sabteahval: ثبت احوال كشور
sabteahval: سازمان ثبت‌احوال کشور
sabteahval: سازمان ثبت احوال کشور (اداره هویت)
sabteahval: سازمان ثبت احوال کشور - معاونت اسناد
sabteahval: سازمان ثبت اهوال کشور
pbo: سازمان برنامه و بودجه كشور
pbo: سازمان برنامه‌وبودجه کشور
pbo: سازمان مدیریت و برنامه‌ریزی کشور
pbo: سازمان برنامه و بودجه
aro: سازمان اداری و استخدامی کشور.
aro: سازمان اداری واستخدامی کشور
doe: سازمان حفاظت محيط زيست
doe: سازمان محیط‌زیست
medu: وزارت آموزش و پرورش
medu: وزارت آموزش وپرورش
msrt: وزارت علوم، تحقیقات و فن‌آوری
msrt: وزارت علوم
behdasht: وزارت بهداشت، درمان و آموزش پزشكي
behdasht: وزارت بهداشت درمان وآموزش پزشکی
mcls: وزارت تعاون کار و رفاه اجتماعی
mcls: وزارت کار
maj: وزارت جهادکشاورزی
maj: جهاد كشاورزي
mimt: وزارت صمت
mimt: وزارت صنعت معدن و تجارت
mimt: وزارت صنعت، معدن و تجارت (معاونت امور معادن)
mimt: وزارت صنعت، معدن و تجارت - دفتر صنایع
msrt: وزارت علوم، تحقیقات و فناوری/ معاونت آموزشی
mrud: وزارت راه و شهر سازی
moe: وزارت نیرو
mop: وزارت نفت
ict: وزارت ارتباطات
ict: وزارت ارتباطات و فن آوری اطلاعات
farhang: وزارت فرهنگ و ارشاد اسلامي
mcth: سازمان میراث فرهنگی، صنایع دستی و گردشگری
mcth: وزارت میراث فرهنگی گردشگری و صنایع‌دستی
mefa: وزارت اقتصاد
mefa: وزارت امور اقتصادی ودارایی
police: ناجا
police: نیروی انتظامی جمهوری اسلامی ایران
traffic-police: پلیس راهور
conscription: نظام وظیفه
tax: اداره دارایی
tax: سازمان امور مالیاتی کشور
tax: سازمان امور مالیاتي
customs: گمرک ج.ا.ایران
customs: گمرک
centinsur: بیمه مرکزی
iran-insurance: بیمه ایران
bank-melli: بانک ملی ایران
cbi: بانک مرکزی
cbi: بانک مرکزی ج.ا.ا
judiciary: قوه قضائیه
ssaa: ثبت اسناد و املاک
ssaa: سازمان ثبت اسناد و املاك كشور
lmo: پزشکی قانونی
bazresi: سازمان بازرسی کل کشور
post: شرکت ملی پست
tci: مخابرات
pmo: سازمان بنادر و دریانوردی
pmo: سازمان بنادر ودریانوردی کشور
rmto: سازمان راهداری و حمل‌ونقل جاده‌ای
rmto: سازمان راهداری و حمل و نقل جاده ای
cao: سازمان هواپیمایی کشوری
rai: راه آهن
rai: راه‌آهن ج . ا . ا
police: نیروی انتظامی ج.ا.ا.
rai: راه‌آهن جمهوری اسلامی ایران
housing-foundation: بنیاد مسکن
tavanir: توانیر
nww: آبفا
nigc: شرکت ملی گاز ایران
nigc: شرکت ملی گاز
nioc: شرکت ملی نفت ایران
isipo: سازمان صنایع کوچک و شهرک های صنعتی ایران
imidro: ایمیدرو
gsi: سازمان زمین شناسی و اکتشافات معدنی کشور
ivo: سازمان دامپزشکی کشور
frw: سازمان جنگلها، مراتع و آبخیزداری کشور
frw: سازمان منابع طبیعی و آبخیزداری کشور
behzisti: بهزیستی
tamin: تامین اجتماعی
tamin: سازمان تأمین اجتماعي
tvto: سازمان فنی و حرفه ای
tvto: سازمان آموزش فنی وحرفه‌ای کشور
health-insurance: بیمه سلامت
fda: سازمان غذا و دارو
rcs: هلال احمر
irimc: نظام پزشکی
azad: دانشگاه آزاد اسلامی
pnu: دانشگاه پیام نور
emdad: کمیته امداد
iccima: اتاق بازرگانی
libraries: نهاد کتابخانه های عمومی کشور
inso: سازمان ملی استاندارد ایران
inso: سازمان استاندارد
irib: صدا و سیما
tehran-municipality: شهرداری تهران
governorate-yazd: استانداری يزد
gas-golestan: شرکت گاز استان گلستان
gas-lorestan: شركت گاز استان لرستان
water-qom: شرکت آب و فاضلاب استان قم
plan-yazd: سازمان مدیریت و برنامه ریزی استان یزد
water-board-hamadan: شرکت سهامی آب منطقه‌ای همدان
""".strip().splitlines()
NOBODY = """
وزارت
وزارت‌خانه
سازمان مرکزی
شرکت ملی
بانک
بانک ملت
بانک پاسارگاد
دانشگاه تهران مرکز
شهرداری
شهرداری میبد
استانداری
فرمانداری خاتم
دستگاه‌های اجرایی
کلیه دستگاه‌ها
سازمان‌های مرتبط
سازمان ملی فضای سبز
وزارت امور کهکشان‌ها
شرکت گاز پارسیان دریا
اداره برق و گاز
دهیاری‌ها
اتحادیه نانوایان
ندارد
ذکر نشده
-
1234
www.irantvto.ir
سازمان بنادر و کشتیرانی ایران
سازمان توسعه معادن ایران
""".strip().splitlines()
UNITS = """
sabteahval: اداره ثبت احوال شهرستان میبد
tvto: اداره کل آموزش فنی و حرفه‌ای استان یزد
behzisti: اداره بهزیستی شهرستان تفت
doe: اداره کل حفاظت محیط زیست استان گیلان
ivo: اداره کل دامپزشکی استان همدان
pmo: اداره کل بنادر و دریانوردی استان بوشهر
ssaa: اداره ثبت اسناد و املاک شهرستان میبد
mrud: اداره کل راه و شهرسازی استان کرمان
tax: اداره کل امور مالیاتی استان قم
medu: اداره آموزش و پرورش شهرستان بافق
irimo: اداره کل هواشناسی استان سمنان
inso: اداره کل استاندارد استان یزد
""".strip().splitlines()
HOSTS = """
irantvto.ir: tvto
www.irantvto.ir: tvto
WWW.IRANTVTO.IR: tvto
e-service.irantvto.ir: tvto
irantvto.ir.: tvto
tax.gov.ir: tax
my.tax.gov.ir: tax
vazifeh.police.ir: conscription
police.ir: police
rahvar120.ir: traffic-police
eadl.ir: judiciary
iau.ac.ir: azad
tehran.ir: tehran-municipality
enamad.ir: ecommerce
zanjan.maj.ir: agriculture-zanjan
ostan-qz.ir: governorate-qazvin
a.b.c.d.e.f.haj.ir: haj
""".strip().splitlines()
NO_HOSTS = [
    "",
    ".",
    "ir",
    "gov.ir",
    "ac.ir",
    "co.ir",
    "xtax.gov.ir.com",
    "tvto",
    "irantvto.com",
    "haj.ir.example.com",
    "myhaj.ir",
    "نشانی",
    "-haj.ir",
]
CODED = [tuple(line.split(": ", 1)) for line in WRITTEN]
NAMES = st.text("سازمانوزارتشکبدهیلگ فعتپژآ ‌-،()۱2", max_size=60)


@pytest.mark.parametrize(("code", "name"), CODED, ids=lambda value: value)
def test_a_name_as_people_write_it_is_recognised(code, name):
    assert directory.find(name) == directory.get(code)


@pytest.mark.parametrize("name", NOBODY)
def test_nobody_is_taken_for_a_neighbour(name):
    assert directory.find(name) is None


@pytest.mark.parametrize(("code", "name"), [line.split(": ", 1) for line in UNITS], ids=lambda value: value)
def test_a_unit_is_recognised_as_its_national_agency(code, name):
    assert directory.recognise(name) == directory.get(code)


@pytest.mark.parametrize("province", directory.provinces().values())
def test_each_governorate_is_found_with_and_without_the_word_province(province):
    found = {directory.find(f"استانداری {province}"), directory.find(f"استانداری استان {province}")}

    assert [agency.province for agency in found] == [
        code for code, name in directory.provinces().items() if name == province
    ]


@pytest.mark.parametrize(("host", "code"), [line.split(": ") for line in HOSTS])
def test_a_host_belongs_to_the_agency_of_its_domain(host, code):
    assert directory.by_domain(host) == directory.get(code)


@pytest.mark.parametrize("host", NO_HOSTS)
def test_a_host_of_no_agency_belongs_to_nobody(host):
    assert directory.by_domain(host) is None


@pytest.mark.parametrize(
    ("host", "shared"),
    [
        ("mojavez.ir", True),
        ("g4b.ir", True),
        ("new.setadiran.ir", True),
        ("my.gov.ir", True),
        ("gov.ir", False),
        ("smojavez.ir", False),
        ("mojavez.ir.com", False),
        ("", False),
    ],
)
def test_a_platform_of_many_is_known_by_its_whole_domain(host, shared):
    assert directory.is_shared(host) == shared


@pytest.mark.parametrize(
    ("host", "province"),
    [
        ("tabriz.irantvto.ir", "آذربایجان شرقی"),
        ("esfahan.medu.ir", "اصفهان"),
        ("fars.frw.ir", "فارس"),
        ("east-azerbaijan.doe.ir", "آذربایجان شرقی"),
        ("ostan-mz.ir", "مازندران"),
        ("irantvto.ir", None),
        ("fars.ir", None),
        ("portal.irantvto.ir", None),
        ("", None),
    ],
)
def test_a_label_before_a_national_domain_names_the_province(host, province):
    assert directory.province_of_host(host) == province


def test_lineage_ends_at_the_top_and_never_turns_in_a_circle():
    for agency in directory.agencies():
        line = directory.lineage(agency)

        assert line[0] == agency
        assert line[-1].parent is None
        assert len(set(line)) == len(line) <= 5


@pytest.mark.parametrize("name", ["سازمان " * 100, "و " * 500, "(" * 400, "سازمان ثبت احوال کشور " + "و " * 300])
def test_prose_in_the_box_of_a_name_is_compared_with_none(name):
    assert directory.find(name) is None
    assert directory.national_of(name) is None


@given(NAMES)
def test_whatever_is_written_answers_with_an_agency_or_none(name):
    found = directory.find(name)

    assert found is None or found == directory.find(f"  {name}  ")
    assert all(0 <= likeness <= 1 for _, likeness in directory.similar(name))


@given(st.sampled_from(directory.agencies()), st.sampled_from(["{}", " {} ", "{} (ستاد)", "{}.", "«{}»"]))
def test_brackets_blanks_and_quotes_around_a_name_change_nothing(agency, shape):
    assert directory.find(shape.format(agency.name)) == agency


@given(st.sampled_from(directory.agencies()))
def test_an_agency_is_the_likest_to_itself(agency):
    best, likeness = directory.similar(agency.name, 1)[0]

    assert likeness == 1
    assert key(best.name) == key(agency.name)
