"""What is said beside a version, as facts of linked data."""

from datetime import date

import pytest

from khedmat.cards.documents.issuing import name_issuers
from khedmat.linked_data.beside import beside_of
from khedmat.linked_data.facts import Beside, Office, Paper, Term
from khedmat.linked_data.meant import entries_document, for_data
from khedmat.linked_data.published import facts_of, for_facts
from khedmat.registers.enums import Register
from tests.factories import forms
from tests.factories.beside import FEE, a_card, fetched, priced
from tests.factories.cards import NOW, VersionFactory, identified
from tests.factories.people import OrganizationFactory
from tests.factories.registers import a_document, steward

pytestmark = pytest.mark.django_db
PAPERS = ("گذرنامهٔ نمونه (در صورت نیاز)", "درخواست")


@pytest.fixture
def version():
    return a_card(*PAPERS, prices=({"text": "هزینهٔ پست"}, FEE), published=True)


def told(version):
    return for_facts(type(version).objects.filter(pk=version.pk)).get()


def given(entry, *services):
    name_issuers(entry, services, seen=entry.revision, by=steward(), at=NOW)


def test_where_nobody_said_anything_nothing_is_said(version):
    assert facts_of(told(version)).beside == Beside(dict.fromkeys(PAPERS, Paper()), {})


def test_a_way_is_that_of_its_line(version):
    fetched(version, OrganizationFactory(code="registry", name="ثبت نمونه"))
    fetched(version, None, place=1)

    said = facts_of(told(version)).beside.papers

    assert said == {PAPERS[0]: Paper(holder=Office("registry", "ثبت نمونه")), PAPERS[1]: Paper(is_brought=True)}


def test_a_term_is_that_of_its_price(version):
    priced(version, date(2027, 3, 20))

    assert facts_of(told(version)).beside.terms == {0: Term(None, date(2027, 3, 20), "مصوبهٔ هیئت وزیران")}


def test_a_document_comes_with_the_services_that_give_it_by_their_number(version):
    entry = a_document("گذرنامهٔ نمونه", code="passport")
    with_id, without = VersionFactory(published=True, card={"title": "الف"}), VersionFactory(published=True)
    identified(with_id.service, "13011234000")
    asker = a_card(*PAPERS, published=True)
    given(entry, with_id.service, without.service, VersionFactory().service)

    (found,) = for_data(Register.DOCUMENTS).filter(code="passport")
    node = next(one for one in entries_document(Register.DOCUMENTS, found)["@graph"] if "exactMatch" in one)

    numbers = ("13011234000", f"n{without.service_id}")
    assert facts_of(told(asker)).beside.papers[PAPERS[0]].givers == numbers
    assert tuple(link.rpartition("/")[2] for link in node["givenBy"]) == numbers


def test_of_a_line_that_the_document_has_no_more_nothing_is_said(version):
    fetched(version, None)
    priced(version, date(2027, 3, 20))
    other = forms.document(forms.card(documents=["چیز دیگر"], cost={"items": [{"text": "بهای دیگر"}]}))

    assert beside_of(told(version), other) == Beside({"چیز دیگر": Paper()}, {})
