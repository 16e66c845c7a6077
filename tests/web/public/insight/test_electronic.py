"""The electronic index on the page of a service and as a ranked table of agencies."""

import csv
import io

import pytest

from khedmat.cards.electronic_index import POINTS, WEIGHTS
from khedmat.cards.form import Card, card_from_contract
from khedmat.cards.vocabulary import values
from khedmat.core.persian import number
from khedmat.web.public.bars import bars
from khedmat.web.public.insight.sparing import REASONS, REMEDIES, electronic
from tests.factories.cards import VersionFactory
from tests.factories.people import OrganizationFactory

pytestmark = pytest.mark.django_db
PAGE, TABLE = "/insight/electronic/", "/insight/electronic.csv"
ONLINE = {"electronic": True}
COMING = {"non_electronic": True, "visit_reasons": ["identity"]}


def service(agency, *, published=True, **stages):
    return VersionFactory(published=published, service__owner=agency, card={"stages": stages}).service


def agency(name):
    return OrganizationFactory(name=name, sort_key=name)


def told(response):
    return " ".join(response.content.decode().split())


def rows(client, query=""):
    text = client.get(TABLE + query).content.decode().lstrip("\ufeff")
    return list(csv.DictReader(io.StringIO(text)))


def test_every_reason_of_the_form_has_a_remedy():
    assert set(REMEDIES) == set(REASONS) == {*values("visit_reason"), "unsaid"}


def test_agencies_are_ranked_by_the_mean_of_their_published_services(client):
    slow, fast, silent = agency("الف"), agency("ب"), agency("پ")
    service(slow, request=COMING), service(slow, request=ONLINE)
    service(fast, request=ONLINE), service(fast, published=False, request=COMING)
    service(silent)

    found = rows(client)

    assert [(row["دستگاه"], row["میانگین شاخص"]) for row in found] == [("ب", "100"), ("الف", "50"), ("پ", "")]
    assert [(row["سنجیده"], row["تمام‌الکترونیکی"], row["نگفته"]) for row in found] == [
        ("1", "1", "0"),
        ("2", "1", "0"),
        ("0", "0", "1"),
    ]
    assert [row["جهت احراز اصالت فرد"] for row in found] == ["0", "1", "0"]


def test_a_reason_at_two_stages_is_counted_once_for_a_service(client):
    service(agency("الف"), request=COMING, delivery=COMING)

    assert client.get(PAGE).context["bars"][0][:2] == ("جهت احراز اصالت فرد", 1)


def test_the_page_says_what_would_spare_visits_and_by_which_formula(client):
    service(agency("الف"), request=COMING)

    page = told(client.get(PAGE))

    for said in ("احراز هویت برخط", "درخواست خدمت ۳۵", "سنجیده", 'href="/insight/electronic.csv?'):
        assert said in page


@pytest.mark.parametrize(("query", "names"), [("?q=ب", ["ب"]), ("?q=هیچ", []), ("?q=%00", ["الف", "ب"])])
def test_a_name_narrows_page_and_table(client, query, names):
    service(agency("الف"), request=ONLINE), service(agency("ب"), request=ONLINE)

    assert [row["دستگاه"] for row in rows(client, query)] == names
    assert [row.agency.name for row in client.get(PAGE + query).context["page"]] == names


def test_an_empty_registry_says_so(client):
    assert "دستگاهی با این نام نیست" in told(client.get(PAGE))


def test_the_page_of_a_service_says_what_would_spare_each_visit(client):
    one = service(agency("الف"), request=COMING, delivery=ONLINE)

    page = told(client.get(f"/services/{one.pk}/"))

    assert "<strong>۴۶</strong> از ۱۰۰" in page
    assert "احراز هویت برخط به‌جای دیدن متقاضی" in page
    assert "شاخص ۱۰۰ می‌شود" in page


def test_a_card_that_says_nothing_is_not_measured():
    found = electronic(Card())

    assert (found.value, found.spared) == (None, [])
    assert [share for _, share in found.stages] == [None] * 4


def test_the_bar_of_an_index_grows_from_the_right():
    found = electronic(card_from_contract({"stages": {"request": ONLINE, "delivery": {"non_electronic": True}}}))

    assert (found.value, found.start) == (54, 46)


def test_the_page_asks_as_many_questions_for_many_agencies(client, assert_same_cost):
    service(agency("الف"), request=COMING)

    assert_same_cost(lambda: client.get(PAGE), lambda: [service(agency(name), request=COMING) for name in "بپت"])


def test_bars_are_as_long_as_their_share_of_the_largest():
    found = bars({"یک": 4, "دو": 1, "هیچ": 0})

    assert [(bar.width, bar.start) for bar in found] == [(100, 0), (25, 75), (0, 100)]
    assert bars({}) == []
    assert bars({"هیچ": 0})[0].width == 0


def test_the_formula_on_the_page_is_the_one_that_counts(client, monkeypatch):
    monkeypatch.setitem(WEIGHTS, "request", 41)

    page = " ".join(client.get("/insight/electronic/").content.decode().split())

    assert "درخواست خدمت ۴۱، تولید خدمت ۱۵" in page
    assert all(f"<dt>{number(points)}</dt>" in page for points in set(POINTS.values()))
