"""Which law a citation means."""

from datetime import date

import pytest

from khedmat.cards.checking import store_findings
from khedmat.cards.documents.loading import load_registers
from khedmat.cards.laws.actions import change
from khedmat.cards.laws.binding import known_laws, law_of
from khedmat.cards.models import CitedLaw
from khedmat.registers.models import LegalSource
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory
from tests.factories.registers import a_law, legal_steward

pytestmark = pytest.mark.django_db
VAT = "قانون مالیات بر ارزش افزوده"


def citing(*laws, **more):
    version = VersionFactory(document=forms.document(forms.card(laws=list(laws))), **more)
    store_findings(version, on=NOW.date())
    return version


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("قانون هوای پاک مصوب 1396/4/25", "clean-air"),
        ("ماده ۵ قانون توزیع عادلانه آب مصوب 1361/12/16", "water"),
        ("قانون توزیع عادلانه آب مصوب 1361/12/16، ماده 5", "water"),
        ("قانون احکام دائمی برنامه‌های توسعه کشور مصوب 1395/11/10، ماده 31", "permanent-provisions"),
        ("قانون راجع به تاسیس شرکت شهرک‌های صنعتی ایران مصوب 1362/12/7", "industrial-estates"),
        ("قانون الزام اختصاص شماره ملی و کد پستی مصوب 1376/2/17", "national-number"),
        ("قانون مدیریت خدمات کشوری", "civil-service"),
        ("قانون اساسی", "constitution"),
        (f"{VAT} مصوب 1387/2/17", "vat-1387"),
        (f"{VAT} مصوب 1400", "vat-1400"),
    ],
)
def test_a_citation_is_the_law_of_its_name_and_day(text, code):
    load_registers(at=NOW)

    assert law_of(text, known_laws()).code == code


@pytest.mark.parametrize(
    "text",
    [
        VAT,  # two laws bear this name
        "قانون هوای پاک مصوب 1374/2/3",  # an older law
        "آیین‌نامه اجرایی قانون هوای پاک",
        "آئین نامه عملیات و شرایط عمومی تعرفه های آب و فاضلاب",
        "قانون",
        "",
    ],
)
def test_a_false_friend_is_nobody(text):
    load_registers(at=NOW)

    assert law_of(text, known_laws()) is None


def test_the_number_tells_two_of_one_name_apart():
    first, other = a_law("مصوبه کار", None, number="12/345"), a_law("مصوبه کار", None, number="99/1")

    assert law_of("مصوبه کار شماره 12/345", known_laws()) == first
    assert law_of("مصوبه کار شماره 99/1", known_laws()) == other


def test_the_shipped_list_is_loaded_once_with_what_was_replaced():
    load_registers(at=NOW)

    assert load_registers(at=NOW) == 0
    assert LegalSource.objects.count() >= 25
    assert LegalSource.objects.get(code="vat-1387").replaced_by.code == "vat-1400"


def test_a_card_is_bound_and_bound_anew_when_a_law_gets_another_name():
    law, version = a_law(), citing("قانون هوای پاک مصوب 1396", "قانون پاکی هوا")
    law.aliases = ["قانون پاکی هوا"]

    change(law, seen=1, by=legal_steward(), at=NOW)

    version.refresh_from_db()
    assert list(CitedLaw.objects.order_by("order").values_list("law", flat=True)) == [law.pk, law.pk]
    assert version.checked_with == ""
    assert str(CitedLaw.objects.earliest("order")) == "قانون هوای پاک مصوب 1396"


def test_another_day_takes_citations_away():
    law, _version = a_law(), citing("قانون هوای پاک مصوب 1396")
    law.approved_on = date(1995, 4, 23)

    change(law, seen=1, by=legal_steward(), at=NOW)

    assert CitedLaw.objects.get().law is None


def test_a_second_look_writes_no_row():
    a_law()
    version = citing("قانون هوای پاک")
    before = CitedLaw.objects.get().pk

    store_findings(version, on=NOW.date())

    assert CitedLaw.objects.get().pk == before
