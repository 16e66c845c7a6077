"""The public pages of systems: whose each is, what it gives, which services use it."""

import pytest

from khedmat.cards.lines.actions import merge, preview
from khedmat.registers.models import System
from tests.cards.lines.test_kinds import ASKED, document, version_with
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import OrganizationFactory
from tests.factories.registers import a_system, an_element, steward

pytestmark = pytest.mark.django_db
LIST, PAGE = "/systems/", "/systems/trade/"


def told(response):
    return " ".join(response.content.decode().split())


def test_a_system_says_whose_it_is_what_it_gives_and_who_uses_it(client):
    owner = OrganizationFactory(name="وزارت نمونه")
    system = a_system(code="trade", owner=owner, url="https://example.com/trade", aliases=("تجارت‌خانه",))
    an_element(aliases=("کد ملی",), system=system, holder=OrganizationFactory(name="ثبت نمونه"))
    version = version_with()
    VersionFactory(document=document(title="پیش‌نویس پنهان"))

    page = told(client.get(PAGE))

    expected = (version.title, "وزارت نمونه", "تجارت‌خانه", "https://example.com/trade", "نزد ثبت نمونه")
    assert all(words in page for words in (*expected, "۱ خدمت منتشرشده", "۱ خدمت آن را مبادله می‌کند"))
    assert "پیش‌نویس پنهان" not in page


def test_what_nobody_said_of_a_system_is_said_to_be_unsaid(client):
    a_system(code="trade")

    page = told(client.get(PAGE))

    assert page.count("گفته نشده") == 2
    assert "هنوز قلم داده‌ای" in page
    assert "هیچ خدمت منتشرشده‌ای" in page


@pytest.mark.parametrize(
    ("query", "count"),
    [("", 2), ("?use=own", 1), ("?use=asked", 1), ("?use=inside", 0), ("?use=x", 2), ("?use=%00", 2)],
)
def test_services_are_told_apart_by_what_the_system_is_to_them(client, query, count):
    a_system(code="trade")
    version_with(), version_with(system_name="سامانه جامع تجارت", external_inquiries=[])

    assert len(client.get(PAGE + query).context["page"].object_list) == count


def test_the_list_counts_published_services_and_begins_with_the_most_used(client):
    a_system(), a_system("آمار")
    version_with()

    page = told(client.get(LIST))

    assert page.index("سامانهٔ جامع تجارت</a>") < page.index("آمار</a>")
    assert "۱ خدمت" in page
    assert "هیچ خدمتی" in page


@pytest.mark.parametrize(("words", "count"), [("تجارت", 1), ("تجارت‌خانه", 1), ("هیچ", 0)])
def test_the_list_is_searched_by_any_name(client, words, count):
    a_system(aliases=("تجارت‌خانه",)), a_system("آمار")

    page = client.get(LIST, {"q": words})

    assert len(page.context["page"].object_list) == count
    assert ("سامانه‌ای با این نام نیست" in told(page)) == (count == 0)


def test_the_address_of_a_merged_system_answers_with_its_successor(client):
    gone, kept = a_system(code="old"), a_system("پنجره", code="trade")
    merge(gone, kept, seen=preview(gone, kept).seen, by=steward(), at=NOW)

    response = client.get("/systems/old/")

    assert response.status_code == 410
    assert f'href="{PAGE}"' in told(response)


def test_a_system_that_was_replaced_leads_to_what_came_after_it(client):
    after = a_system("پنجره", code="window")
    System.objects.filter(pk=a_system(code="trade").pk).update(state="replaced", replaced_by=after)

    assert 'جایگزین‌شده: <a href="/systems/window/">پنجره</a>' in told(client.get(PAGE))
    assert "جایگزین‌شده" in told(client.get(LIST))


def test_the_pages_cost_the_same_whatever_the_rows(client, assert_same_cost):
    system = a_system(code="trade")
    an_element(aliases=("کد ملی",), system=system)
    version_with()

    def grow():
        number = System.objects.count()
        an_element(f"قلم {number}", system=system, holder=OrganizationFactory())
        a_system(f"سامانهٔ {number}", owner=OrganizationFactory())
        version_with(external_inquiries=[ASKED])

    assert_same_cost(lambda: client.get(LIST), grow)
    assert_same_cost(lambda: client.get(PAGE), grow)


def test_the_site_map_and_the_search_know_systems(client):
    a_system(code="trade")

    assert "/systems/trade/" in told(client.get("/sitemap-pages.xml"))
    assert f'href="{PAGE}"' in told(client.get("/search/?q=تجارت"))
