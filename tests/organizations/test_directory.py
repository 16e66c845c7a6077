"""The agencies that ship with the program, and how a name or a host finds one."""

import re
import subprocess
import sys

import pytest

from khedmat.core.persian import key
from khedmat.organizations import directory

KINDS = {
    "ministry",
    "organization",
    "centre",
    "company",
    "institute",
    "university",
    "bank",
    "fund",
    "council",
    "governorate",
    "provincial",
    "municipality",
    "judiciary",
    "presidency",
    "foundation",
    "force",
    "other",
}
FRIENDS = [
    ("سازمان ثبت احوال", "sabteahval"),
    ("ثبت احوال", "sabteahval"),
    ("گمرك", "customs"),
    ("بیمه ایران", "iran-insurance"),
    ("وزارت علوم تحقیقات و فناوری", "msrt"),
    ("سازمان برنامه بودجه کشور", "pbo"),
    ("سازمان صنایع کوچک و شهرکهای صنعتی ایران", "isipo"),
    ("سازمان مدیریت و برنامه ریزی کشور", "pbo"),
    ("استانداری استان یزد", "governorate-yazd"),
    ("سازمان برنامه و بودجه کشور و سازمان های استانی تابعه", "pbo"),
    ("سازمان حفاطت محیط زیست", "doe"),
    ("وزارت كشور (اداره كل امور اتباع و مهاجرين خارجي)", "moi"),
    ("شرکت آب منطقه ای همدان", "water-board-hamadan"),
    ("اداره کل فرهنگ و ارشاد اسلامی سیستان و بلوچستان", "culture-sistan-baluchestan"),
]
STRANGERS = [
    "سازمان بنادر و کشتی رانی",
    "شرکت شهرک های صنعتی کل کشور",
    "31 سازمان برنامه و بودجه استانی",
    "بانک ملت",
    "سازمان",
    "وزارت",
    "شرکت",
    "",
    "   ",
    "—",
    "ایران",
    "کشور",
    "استان",
    "استانداری",
    "سازمان ملی",
    "بیمه",
    "و",
    "شهرداری قم",
]
UNITS = [
    ("اداره کل بنادر و دریانوردی استان هرمزگان- معاونت امور دریایی", "pmo"),
    ("اداره كل دامپزشكي استان فارس", "ivo"),
    ("اداره ثبت اسناد و املاک شهرستان", "ssaa"),
    ("اداره کل راه و شهرسازی استان گلستان", "mrud"),
    ("اداره کل بهزیستی استان تهران", "behzisti"),
    ("نظام دامپزشکی استان فارس", "veterinary-system"),
]


def test_there_are_enough_agencies_and_every_province_has_its_own():
    agencies = directory.agencies()

    assert len(agencies) >= 120
    assert sum(agency.kind == "ministry" for agency in agencies) >= 19
    for prefix in ("governorate-", "plan-"):
        assert len({agency.province for agency in agencies if agency.code.startswith(prefix)}) == 31


@pytest.mark.parametrize("agency", directory.agencies(), ids=lambda agency: agency.code)
def test_every_agency_is_whole(agency):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", agency.code)
    assert agency.kind in KINDS
    assert agency.parent is None or directory.get(agency.parent)
    assert agency.province is None or agency.province in directory.provinces()
    assert (agency.scope == "provincial") == (agency.province is not None)
    assert all(re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", domain) for domain in agency.domains)


def test_codes_names_and_domains_belong_to_one_agency_each():
    agencies = directory.agencies()
    names = [key(name) for agency in agencies for name in (agency.name, *agency.aliases)]
    domains = [domain for agency in agencies for domain in agency.domains]

    assert len({agency.code for agency in agencies}) == len(agencies)
    assert sorted(set(names)) == sorted(names)
    assert sorted(set(domains)) == sorted(domains)


@pytest.mark.parametrize("agency", directory.agencies(), ids=lambda agency: agency.code)
def test_an_agency_is_found_by_each_of_its_own_names(agency):
    assert {directory.find(name) for name in (agency.name, *agency.aliases)} == {agency}


@pytest.mark.parametrize(("name", "code"), FRIENDS)
def test_a_name_as_people_write_it_finds_its_agency(name, code):
    assert directory.find(name) == directory.get(code)


@pytest.mark.parametrize("name", STRANGERS)
def test_a_name_that_is_nobodys_finds_nobody(name):
    assert directory.find(name) is None


@pytest.mark.parametrize("code", ["00", "15", "27", "28", "29"])
def test_provinces_of_like_names_are_not_mistaken(code):
    name = directory.provinces()[code]

    assert directory.find(f"شرکت گاز استان {name}").province == code


def test_one_wrong_letter_in_a_province_is_nobody_rather_than_its_neighbour():
    assert directory.find("استانداری کلستان") is None


@pytest.mark.parametrize(("name", "code"), UNITS)
def test_a_provincial_unit_leads_to_its_national_agency(name, code):
    assert directory.national_of(name) == directory.get(code)


def test_what_is_no_unit_leads_nowhere():
    assert directory.national_of("اداره کل گربه‌های استان فارس") is None
    assert directory.national_of("شهرداری تهران") is None


def test_likeness_is_offered_to_people_best_first():
    found = directory.similar("سازمان بنادر و کشتی رانی", 3)

    assert found[0][0].code == "pmo"
    assert [likeness for _, likeness in found] == sorted((likeness for _, likeness in found), reverse=True)
    assert directory.candidates("سازمان بنادر و کشتی رانی")[0].code == "pmo"
    assert directory.candidates("ققق ققق") == ()


@pytest.mark.parametrize(
    ("host", "code"),
    [
        ("azsharghi.mporg.ir", "plan-east-azerbaijan"),
        ("mporg.ir", "pbo"),
        ("www.isipo.ir", "isipo"),
        ("EN.ISIPO.IR.", "isipo"),
        ("fars.maj.ir", "maj"),
        ("zanjan.maj.ir", "agriculture-zanjan"),
        ("sistanbaloochestan.farhang.gov.ir", "culture-sistan-baluchestan"),
    ],
)
def test_the_longest_known_ending_owns_a_host(host, code):
    assert directory.by_domain(host) == directory.get(code)


@pytest.mark.parametrize("host", ["ir", "gov.ir", "notmporg.ir", "mporg.ir.evil.com", "", "...", "localhost"])
def test_a_host_that_only_looks_like_an_agencys_is_nobodys(host):
    assert directory.by_domain(host) is None


@pytest.mark.parametrize(
    ("host", "province"),
    [
        ("azsharghi.mporg.ir", "آذربایجان شرقی"),
        ("yazd.mporg.ir", "یزد"),
        ("www.mporg.ir", None),
        ("khorasan.ir", "خراسان رضوی"),
    ],
)
def test_a_host_may_speak_for_one_province(host, province):
    assert directory.province_of_host(host) == province


def test_platforms_of_many_agencies_are_nobodys_own():
    assert directory.is_shared("mojavez.ir")
    assert directory.is_shared("www.mojavez.ir")
    assert not directory.is_shared("notmojavez.ir")


def test_kinship_runs_up_and_down_a_line_but_not_across():
    gas, oil, ministry, estate = (
        directory.get(code) for code in ("gas-yazd", "nioc", "mop", "industrial-estates-yazd")
    )

    assert directory.are_kin(gas, ministry)
    assert directory.are_kin(ministry, gas)
    assert not directory.are_kin(gas, oil)
    assert not directory.are_kin(gas, estate)


def test_the_directory_needs_no_django():
    code = "import sys, khedmat.organizations.directory as d; d.agencies(); sys.exit('django' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
