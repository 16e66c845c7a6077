"""What is asked of people although another agency holds it."""

import pytest

from khedmat.cards.checking import store_findings
from khedmat.cards.documents.demand import demand, yearly
from khedmat.cards.documents.holding import given_by, online_partners
from tests.factories import forms
from tests.factories.cards import NOW, FindingFactory, VersionFactory
from tests.factories.people import OrganizationFactory
from tests.factories.registers import a_document

pytestmark = pytest.mark.django_db
ONLINE = {"agency": "سازمان ثبت احوال کشور", "modes": ["online"], "fields": "شناسنامه"}


@pytest.fixture
def holder():
    return OrganizationFactory(name="سازمان ثبت احوال کشور", code="sabteahval")


@pytest.fixture
def certificate(holder):
    return a_document("شناسنامه", aliases=("سجل",), issuer=holder, held_by="both")


def asking(*lines, owner=None, stage="published", **card):
    filled = {"documents": list(lines), "recipients": {}, "external_inquiries": []} | card
    document = forms.document(forms.card(**filled))
    version = VersionFactory(stage=stage, document=document, service__owner=owner or OrganizationFactory())
    store_findings(version, on=NOW.date())
    return version


def counted():
    return [(row.document.title, row.services, row.linked, row.found, row.yearly, row.declared) for row in demand()]


@pytest.mark.parametrize(
    ("count", "per", "expected"),
    [(10, "year", 10), (10, "season", 40), (10, "month", 120), (2, "day", 730), (0, "day", 0)]
    + [(None, "year", None), (10, "", None), (None, "", None)],
)
def test_recipients_are_reckoned_for_a_year_only_where_number_and_period_are_said(count, per, expected):
    assert yearly(count, per) == expected


def test_nothing_is_asked_of_an_empty_registry():
    assert demand() == []


def test_a_document_that_its_issuer_holds_is_counted_with_the_services_and_agencies_that_ask_for_it(certificate):
    one, other = OrganizationFactory(name="ب", sort_key="ب"), OrganizationFactory(name="الف", sort_key="الف")
    asking("اصل شناسنامه", owner=one), asking("سجل", owner=other), asking("شناسنامه", "نقشه", owner=one)

    found = demand()

    assert [(row.document, row.services) for row in found] == [(certificate, 3)]
    assert found[0].agencies == [other, one]


def test_what_two_lines_of_one_card_ask_is_one_service(certificate):
    asking("شناسنامه", "تصویر شناسنامه")

    assert counted() == [("شناسنامه", 1, 0, 0, None, 0)]


def test_its_own_issuer_may_ask_for_it(certificate, holder):
    asking("شناسنامه", owner=holder)

    assert demand() == []


@pytest.mark.parametrize("held_by", ["person"])
def test_what_only_the_person_has_must_come_from_the_person(holder, held_by):
    a_document("رسید", issuer=holder, held_by=held_by)
    asking("رسید")

    assert demand() == []


def test_where_the_register_knows_no_issuer_nobody_is_said_to_hold_it():
    a_document("رسید", held_by="both")
    asking("رسید")

    assert demand() == []


@pytest.mark.parametrize("stage", ["draft", "approved", "suspended", "replaced"])
def test_only_published_cards_ask(certificate, stage):
    asking("شناسنامه", stage=stage)

    assert demand() == []


def test_a_service_that_already_asks_the_holder_online_is_counted_apart_with_the_rule_that_says_so(certificate):
    asking("شناسنامه", external_inquiries=[ONLINE]), asking("شناسنامه", external_inquiries=[ONLINE | {"modes": []}])

    row = demand()[0]

    assert (row.services, row.linked) == (2, 1)


def test_findings_of_the_rule_are_matched_by_their_box(certificate):
    one, other = asking("نقشه", "شناسنامه"), asking("شناسنامه")
    FindingFactory(version=one, rule="D04", field="card.documents.1", order=900)
    FindingFactory(version=other, rule="D04", field="card.documents.7", order=901)

    assert demand()[0].found == 1


def test_the_yearly_figure_says_how_many_services_declare_it(certificate):
    asking("شناسنامه", recipients={"count": 100, "per": "month"}), asking("شناسنامه")

    assert counted() == [("شناسنامه", 2, 0, 0, 1200, 1)]


def test_the_most_asked_stands_first_and_of_two_alike_the_one_with_more_recipients(holder):
    for title in ("الف", "ب", "پ"):
        a_document(f"گواهی {title}", issuer=holder)
    asking("گواهی الف"), asking("گواهی ب", recipients={"count": 5, "per": "year"})
    asking("گواهی پ"), asking("گواهی پ")

    assert [row[0] for row in counted()] == ["گواهی پ", "گواهی ب", "گواهی الف"]


def test_an_agency_that_is_asked_online_is_recognised_by_its_name(certificate):
    version = asking("نقشه", external_inquiries=[ONLINE, {"agency": "جایی ناشناس", "modes": ["online"]}])

    assert online_partners() == {(version.pk, "sabteahval")}


def test_whoever_is_asked_for_a_document_is_named_with_the_number_of_cards_that_do(certificate):
    asking("نقشه", external_inquiries=[ONLINE, ONLINE | {"fields": "سجل و تاریخ تولد"}])
    asking("نقشه", external_inquiries=[ONLINE | {"fields": "نشانی"}])
    asking("نقشه", external_inquiries=[ONLINE], stage="draft")

    assert given_by(certificate) == [("سازمان ثبت احوال کشور", 1)]
