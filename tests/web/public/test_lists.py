"""Home, list, search, agencies, permits, guide."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from khedmat.cards.guide import GUIDE
from khedmat.permits.models import PermitForm
from khedmat.web.facts import published
from khedmat.web.public.by_agency import AgencyPaginator
from khedmat.web.public.forms import SORTS
from tests.factories.cards import VersionFactory
from tests.factories.people import OrganizationFactory

pytestmark = pytest.mark.django_db
LISTS = ["/", "/services/", "/search/?q=گواهی", "/agencies/", "/permits/", "/guide/", "/api/"]


def titles(client, address):
    return [version.title for version in client.get(address).context["page"].object_list]


@pytest.mark.parametrize("address", LISTS)
def test_lists_open_with_nothing_in_them(client, address):
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", LISTS)
def test_lists_cost_at_most_four_questions_whatever_they_hold(client, assert_same_cost, address):
    VersionFactory(published=True)
    page = lambda: client.get(address)  # noqa: E731

    assert_same_cost(page, lambda: VersionFactory.create_batch(3, published=True))

    page()
    with CaptureQueriesContext(connection) as queries:
        response = page()
    assert len(queries) <= 4
    assert not response.cookies


def test_home_counts_the_services_of_every_option(client):
    VersionFactory(published=True, card={"level": ["urban"]})
    VersionFactory(card={"level": ["urban"]})

    rows = {row.title: row.choices for row in client.get("/").context["rows"]}

    assert {choice.text: choice.count for choice in rows["سطح خدمت"]}["شهری"] == 1


def test_a_draft_is_in_no_list(client):
    VersionFactory()

    assert titles(client, "/services/") == []
    assert titles(client, "/search/?q=گواهی") == []


@pytest.mark.parametrize(
    ("query", "change"),
    [
        ("type=G2E", {"service_type": ["G2E"]}),
        ("nature=operational", {"nature": "operational"}),
        ("level=rural", {"level": ["rural"]}),
        ("event=death", {"life_events": ["death"]}),
        ("start=event", {"start_trigger": ["event"]}),
        ("electronic=no", {"stages": {"request": {"electronic": False, "non_electronic": True}}}),
        ("q=ماهیگیری", {"title": "پروانهٔ ماهیگیری"}),
    ],
)
def test_each_filter_keeps_what_fits_and_drops_the_rest(client, query, change):
    VersionFactory(published=True)
    wanted = VersionFactory(published=True, card=change)

    assert titles(client, f"/services/?{query}") == [wanted.title]


def test_services_that_do_not_say_are_neither_electronic_nor_not(client):
    VersionFactory(published=True, card={"stages": None})

    assert titles(client, "/services/?electronic=yes") == titles(client, "/services/?electronic=no") == []


def test_the_list_of_one_agency(client):
    wanted = VersionFactory(published=True, service__owner=OrganizationFactory(code="sabt"))
    VersionFactory(published=True)

    found = client.get("/services/?agency=sabt").context["page"].object_list

    assert [version.pk for version in found] == [wanted.pk]


def test_an_unknown_filter_is_said_and_narrows_nothing(client):
    VersionFactory(published=True)

    response = client.get("/services/?level=galactic")

    assert response.context["form"].errors["level"]
    assert len(response.context["page"].object_list) == 1


@pytest.mark.parametrize("page", ["0", "-1", "999999999999", "x", "۲"])
def test_any_page_number_gives_a_page(client, page):
    assert client.get("/services/", {"page": page}).status_code == 200


def test_pages_keep_the_filters(client):
    VersionFactory.create_batch(21, published=True)

    page = client.get("/services/?level=national").content.decode()

    assert "?level=national&amp;page=2" in page


def test_the_part_of_a_list_is_the_same_list(client):
    VersionFactory(published=True)

    whole = client.get("/services/").content.decode()
    part = client.get("/services/", headers={"HX-Request": "true"}).content.decode()

    assert part.strip() in whole
    assert "<html" not in part


@pytest.mark.parametrize("words", ["گواهي", "گواهی پیشینه", "  گواهی   سوء ", "سوءپیشینه"])
def test_search_folds_letters_and_spaces(client, words):
    VersionFactory(published=True)

    assert len(client.get("/search/", {"q": words}).context["page"].object_list) == 1


def test_a_search_that_finds_nothing_offers_shorter_ones(client):
    response = client.get("/search/", {"q": "گواهینامهٔ زرافه"})

    assert response.context["shorter"] == ["گواهینامهٔ", "زرافه"]


@pytest.mark.parametrize("words", ["", " ", "%", "'\"<>", "\x00", "ا" * 5000, "و " * 400])
def test_no_query_breaks_the_search(client, words):
    assert client.get("/search/", {"q": words}).status_code == 200


def test_the_guide_explains_every_heading(client):
    page = client.get("/guide/").content.decode()

    assert not [heading.anchor for heading in GUIDE if f'id="{heading.anchor}"' not in page]


def test_agencies_with_published_cards_are_listed_with_their_number(client):
    VersionFactory(published=True, service__owner=OrganizationFactory(name="سازمان ثبت", code="sabt"))
    OrganizationFactory(name="سازمان خاموش")

    page = client.get("/agencies/").content.decode()

    assert "سازمان ثبت" in page
    assert "سازمان خاموش" not in page
    assert page.count("<path") == 31


def test_the_page_of_an_agency_shows_its_services(client):
    agency = OrganizationFactory(code="sabt", parent=OrganizationFactory(name="وزارت کشور"), domains=["sabt.example"])
    version = VersionFactory(published=True, service__owner=agency)

    page = client.get("/agencies/sabt/").content.decode()

    assert version.title in page
    assert "وزارت کشور" in page
    assert client.get("/agencies/none/").status_code == 404


def test_permits_show_what_form_one_says(client):
    agency = OrganizationFactory()
    version = VersionFactory()
    PermitForm.objects.create(
        version=version, organization=agency, order=1, title="پروانهٔ نمونه", action="issue", fee_rial=0
    )

    assert "پروانهٔ نمونه" not in client.get("/permits/").content.decode()


def test_health_answers_with_the_database(client):
    assert client.get("/health/").json() == {"status": "ok"}


def test_an_address_that_leads_nowhere_says_so_in_persian(client):
    response = client.get("/nowhere/")

    assert response.status_code == 404
    assert "چنین صفحه‌ای نیست" in response.content.decode()


def test_by_agency_every_service_stands_once_page_by_page():
    alike = [OrganizationFactory(name="سازمان") for _ in range(2)]
    for owner in [*alike, OrganizationFactory(name="اداره"), alike[0], alike[1], alike[0]]:
        VersionFactory(published=True, service__owner=owner)
    rows = published().order_by(*SORTS["agency"])
    pages = AgencyPaginator(rows, 2)

    shown = [version.pk for number in pages.page_range for version in pages.page(number)]

    assert shown == [version.pk for version in rows]
