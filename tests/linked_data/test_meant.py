"""Which entries of the registers the lines of a version mean, as linked data says it."""

import pytest

from khedmat.cards.checking import store_findings
from khedmat.cards.lines.meaning import meant_in, with_meant
from khedmat.cards.models import ServiceVersion
from khedmat.linked_data.facts import Meant, Named
from khedmat.linked_data.meant import entries_document, meant_of
from khedmat.registers.enums import Register
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory
from tests.factories.registers import a_document, a_law, a_system, an_audience, an_element

pytestmark = pytest.mark.django_db
BOXES = {
    "documents": ["اصل گذرنامهٔ نمونه (در صورت نیاز)", "گذرنامهٔ نمونه", "چیز دیگر"],
    "system_name": "سامانهٔ نمونهٔ ما",
    "internal_systems": [{"system": "بایگانی نمونه"}],
    "external_inquiries": [{"agency": "گمرک", "system": "سامانه جامع تجارت", "fields": "شماره ملی، شماره ملی نمونه"}],
    "audience": "صادرکنندگان و ناشناسان",
}


@pytest.fixture
def world():
    a_document("گذرنامهٔ نمونه", code="passport")
    a_system("سامانهٔ نمونهٔ ما", code="ours")
    a_system("بایگانی نمونه", code="archive")
    a_system(code="trade")
    an_element(aliases=("شمارهٔ ملی نمونه",), code="number")
    an_audience(code="exporters")


def version_with(**boxes):
    version = VersionFactory(published=True, document=forms.document(forms.card(**(BOXES | boxes))))
    store_findings(version, on=NOW.date())
    return with_meant(ServiceVersion.objects.filter(pk=version.pk)).get()


def codes(lines):
    return [one.code for one in lines]


def test_each_line_that_a_register_knows_is_told_with_its_entry_and_no_other(world):
    version = version_with()

    assert [one.use for one in meant_in(version, Register.SYSTEMS)] == ["own", "inside", "asked"]
    assert codes(meant_in(version, Register.DOCUMENTS)) == ["passport", "passport"]
    assert codes(meant_in(version, Register.AUDIENCES)) == ["exporters"]


def test_of_a_card_without_such_lines_nothing_is_told(world):
    said = meant_of(version_with(**dict.fromkeys(BOXES)), forms.document(forms.card(**dict.fromkeys(BOXES))))

    assert said == Meant({}, (), (), (), (), ())


def test_facts_hold_an_entry_once_and_systems_by_what_they_are_to_the_service(world):
    version = version_with()

    said = meant_of(version, version.document)

    assert said.documents == dict.fromkeys(BOXES["documents"][:2], Named("passport", "گذرنامهٔ نمونه"))
    assert (codes(said.systems), codes(said.inside), codes(said.asked)) == (["ours"], ["archive"], ["trade"])
    assert (codes(said.elements), codes(said.audiences)) == (["number"], ["exporters"])


def test_a_province_that_writes_a_box_otherwise_says_nothing_of_the_lines_that_stood_in_it(world):
    version = version_with()
    local = forms.document(forms.card(**(BOXES | {"system_name": "سامانهٔ استان", "documents": ["چیز دیگر"]})))

    said = meant_of(version, local)

    assert (said.documents, said.systems) == ({}, ())
    assert (codes(said.inside), codes(said.audiences)) == (["archive"], ["exporters"])


def test_all_of_it_comes_with_the_versions(world, assert_same_cost):
    def read():
        for version in with_meant(ServiceVersion.objects.published()):
            meant_of(version, version.document)

    version_with()

    assert_same_cost(read, lambda: [version_with(title=f"خدمت {number}") for number in range(3)])


def test_a_register_without_linked_data_has_no_document():
    with pytest.raises(KeyError):
        entries_document(Register.LAWS, a_law())
