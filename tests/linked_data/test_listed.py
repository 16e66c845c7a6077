"""Agencies, entries of the registers, codes, statistics and permits as rows."""

import pytest

from khedmat.cards.checking import store_findings
from khedmat.cards.enums import counted_channels
from khedmat.cards.lines.actions import merge, preview
from khedmat.linked_data.datasets import DATASETS, PERMITS
from khedmat.linked_data.listed import LISTED, permits
from khedmat.linked_data.published import number_of
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory
from tests.factories.counts import counted, told
from tests.factories.people import OrganizationFactory
from tests.factories.registers import a_document, a_system, an_audience, an_element, steward

pytestmark = pytest.mark.django_db
ROWS = {dataset.name: rows for dataset, rows in LISTED}
TODAY = NOW.date()


def rows(name, **wanted):
    found = list(ROWS[name](TODAY))
    return [row for row in found if all(row[key] == value for key, value in wanted.items())]


def bound(**boxes):
    """A published card whose lines are bound to the registers."""
    version = VersionFactory(published=True, document=forms.document(forms.card(**boxes)))
    store_findings(version, on=TODAY)
    return version


@pytest.fixture
def version():
    above = OrganizationFactory(code="above", name="وزارت بالا")
    owner = OrganizationFactory(code="owner", name="سازمان مالک", parent=above, aliases=["نام دیگر"])
    document = forms.document(permits=forms.PERMITS)
    return VersionFactory(published=True, service__owner=owner, document=document)


@pytest.mark.parametrize("name", ROWS)
def test_a_row_has_every_column_of_its_dataset_and_no_other(version, name):
    a_document(code="birth-sample")
    an_element(system=a_system())
    an_audience()
    counted(version)

    assert rows(name)
    assert all(row.keys() == DATASETS[name].columns.keys() for row in rows(name))


def test_an_agency_comes_with_the_one_above_and_what_it_has_published(version):
    VersionFactory(service__owner=version.service.owner)

    (row,) = rows("agencies", code="owner")

    assert (row["parent_code"], row["services"], row["other_names"]) == ("above", 1, ["نام دیگر"])
    assert row["page"].endswith("/agencies/owner/")


def test_a_document_comes_with_what_asks_for_it(version):
    a_document("شناسنامهٔ نمونه", code="birth-sample")

    (row,) = rows("documents", code="birth-sample")

    assert (row["title"], row["services"]) == ("شناسنامهٔ نمونه", 0)


def test_entries_of_registers_come_with_what_they_point_at_and_what_names_them(version):
    system = a_system(code="trade", owner=version.service.owner)
    an_element(code="number", system=system, holder=version.service.owner)
    an_audience("کشاورزان نمونه", code="farmers", broader=an_audience("مردم نمونه", code="everybody"))
    bound(system_name="سامانهٔ جامع تجارت", audience="کشاورزان نمونه")

    (trade,), (number,), (farmers,) = (
        rows(name, code=code) for name, code in (("systems", "trade"), ("elements", "number"), ("audiences", "farmers"))
    )

    assert (trade["owner_code"], trade["state"], trade["services"]) == ("owner", "running", 1)
    assert (number["system_code"], number["holder_code"], number["services"]) == ("trade", "owner", 1)
    assert (farmers["broader_code"], farmers["services"]) == ("everybody", 1)
    assert trade["page"].endswith("/systems/trade/")
    assert farmers["page"].endswith("/audiences/farmers/")


def test_an_entry_that_was_merged_is_no_row(version):
    gone, kept = a_system("سامانهٔ رفته", code="gone"), a_system("سامانهٔ مانده", code="kept")
    merge(gone, kept, seen=preview(gone, kept).seen, by=steward(), at=NOW)

    assert (rows("systems", code="gone"), len(rows("systems", code="kept"))) == ([], 1)


def test_every_code_has_words_in_two_languages():
    (row,) = rows("codes", list="level", value="national")

    assert (row["fa"], row["en"]) == ("ملی", "National")


def test_a_channel_of_counts_is_a_code_with_words():
    codes = {row["value"]: row["fa"] for row in rows("codes", list="counted_channel")}

    assert codes == {value: label for value, label in counted_channels() if value}


def test_reports_are_told_as_they_stand_today_of_what_is_published(version):
    retired = VersionFactory(stage="retired")
    (first,) = counted(version)
    counted(version, told(version, corrects=first.row.pk, received=0))
    counted(retired)

    (row,) = rows("counts")

    assert (row["number"], row["period"], row["kind"], row["channel"]) == (number_of(version), "1404-05", "month", "")
    assert (row["received"], row["done"], row["corrects"], row["agency_code"]) == (0, None, first.row.pk, "owner")


def test_statistics_say_when_they_were_counted(version):
    (row,) = rows("statistics", row="ملی")

    assert (row["services"], row["counted_on"]) == (1, TODAY.isoformat())


def test_permits_are_those_of_form_1_with_the_service_they_belong_to(version):
    found = permits(version)

    assert [row["action"] for row in found] == ["issue", "renew"]
    assert all(row.keys() == PERMITS.columns.keys() for row in found)
    assert {row["number"] for row in found} == {f"n{version.service_id}"}


def test_a_row_without_a_title_is_no_permit(version):
    untitled = [{**forms.PERMITS[0], "title": None}]
    other = VersionFactory(published=True, document=forms.document(permits=untitled))

    assert permits(other) == []
