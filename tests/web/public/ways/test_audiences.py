"""Whom services are for: the groups of the register, by their names in cards and by the boxes of the form."""

import pytest

from khedmat.cards.checking import store_findings
from khedmat.cards.lines.actions import merge, preview
from tests.factories.cards import NOW, VersionFactory
from tests.factories.registers import an_audience, steward

pytestmark = pytest.mark.django_db
LIST, PAGE = "/audiences/", "/audiences/firms/"


def told(response):
    return " ".join(response.content.decode().split())


def card_for(audience, title="صدور کارت", published=True, **more):
    version = VersionFactory(published=published, card={"title": title, "audience": audience} | more)
    store_findings(version, on=NOW.date())
    return version


@pytest.fixture
def tree():
    """Firms over merchants over exporters; firms are those for whom G2B is ticked."""
    firms = an_audience("کسب‌وکارها", code="firms", service_type="G2B", about="شرکت‌ها و صنف‌ها.")
    merchants = an_audience("بازرگانان", code="merchants", broader=firms)
    return firms, merchants, an_audience("صادرکنندگان", code="exporters", broader=merchants)


def test_a_group_of_the_form_counts_the_box_and_a_named_one_those_that_name_it_or_a_narrower(client, tree):
    card_for("صادرکنندگان", service_type=["G2B"]), card_for("بازرگانان، صادرکنندگان", service_type=["G2C"])
    card_for("بازرگانان", published=False)

    (row,) = client.get(LIST).context["rows"]

    assert (row.group, row.services) == (tree[0], 1)
    assert [(one.group, one.services) for one in row.under] == [(tree[1], 2)]


def test_the_page_of_a_group_lists_what_is_for_narrower_ones_too(client, tree):
    card_for("صادرکنندگان", "ثبت صادرات"), card_for("بازرگانان", "ثبت بازرگان"), card_for("والدین", "ثبت تولد")

    page, narrow = told(client.get("/audiences/merchants/")), told(client.get("/audiences/exporters/"))

    assert "ثبت صادرات" in page
    assert "ثبت بازرگان" in page
    assert "ثبت تولد" not in page
    assert "ثبت بازرگان" not in narrow


def test_a_group_shows_what_stands_over_and_under_it(client, tree):
    page = client.get("/audiences/merchants/")

    assert page.context["above"] == [tree[0]]
    assert [row.group for row in page.context["under"]] == [tree[2]]
    assert client.get("/audiences/exporters/").context["above"] == [tree[0], tree[1]]
    assert "شرکت‌ها و صنف‌ها." in told(client.get(PAGE))


def test_groups_of_the_form_come_first_as_it_prints_them(client, tree):
    people, others = an_audience("مردم", service_type="G2C"), an_audience("آبزیان")

    rows = client.get(LIST).context["rows"]

    assert [row.group for row in rows] == [people, tree[0], others]


def test_the_most_named_group_comes_first_under_a_broader_one(client, tree):
    an_audience("اصناف", broader=tree[0])
    card_for("بازرگانان")

    (row,) = client.get(LIST).context["rows"]

    assert [one.group.title for one in row.under] == ["بازرگانان", "اصناف"]


def test_the_address_of_a_merged_group_answers_with_its_successor(client, tree):
    gone = an_audience("تجار", code="traders")
    merge(gone, tree[1], seen=preview(gone, tree[1]).seen, by=steward(), at=NOW)

    response = client.get("/audiences/traders/")

    assert response.status_code == 410
    assert 'href="/audiences/merchants/"' in told(response)


@pytest.mark.parametrize("query", ["?page=99", "?page=-1", "?named=%00"])
def test_any_address_is_answered(client, tree, query):
    assert client.get(PAGE + query).status_code == 200


def test_a_group_that_no_service_names_says_so_and_so_does_an_empty_register(client):
    assert "گروهی در فهرست مخاطبان نیست" in told(client.get(LIST))
    an_audience(code="firms")

    assert "هیچ خدمت منتشرشده‌ای این گروه را نام نمی‌برد" in told(client.get(PAGE))
    assert client.get("/audiences/nobody/").status_code == 404


def test_the_pages_ask_as_many_questions_for_many_services(client, tree, assert_same_cost):
    def grow():
        card_for("صادرکنندگان", service_type=["G2B"])
        an_audience(f"گروه {card_for('بازرگانان').pk}", broader=tree[1])

    grow()
    for page in (LIST, PAGE, "/audiences/merchants/"):
        assert_same_cost(lambda page=page: client.get(page), grow)


def test_a_group_of_the_form_says_that_its_number_is_of_the_box_for_a_narrower_one_may_have_more(client, tree):
    card_for("بازرگانان", service_type=["G2C"])

    whole, page = told(client.get(LIST)), told(client.get(PAGE))

    assert "۰ خدمت با این نوع در فرم" in whole
    assert "بازرگانان <b>۱</b>" in whole
    assert "این نوع را در فرم تیک نزده است" in page
    assert "این گروه را نام نمی‌برد" not in page
