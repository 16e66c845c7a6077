"""The tree of agencies for readers, a search by any name, and what stands at the address of one that has ended."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.timezone import localdate

from khedmat.organizations.models import Organization
from tests.factories import forms
from tests.factories.cards import VersionFactory
from tests.factories.changes import DAY, carried, merged, planned
from tests.factories.people import OrganizationFactory, PlaceFactory

pytestmark = pytest.mark.django_db
LIST = "/agencies/"


@pytest.fixture
def ministry():
    return OrganizationFactory(code="ministry", name="وزارت نمونه", kind="ministry")


@pytest.fixture
def office(ministry):
    company = OrganizationFactory(code="company", name="شرکت نمونه", kind="company", parent=ministry)
    place = PlaceFactory(fa="استان نمونه")
    office = OrganizationFactory(
        code="office", name="شرکت نمونهٔ استان", kind="provincial", scope="provincial", parent=company, place=place
    )
    VersionFactory(published=True, service__owner=office)
    VersionFactory(published=True, service__owner=company)
    return office


def told(response):
    return " ".join(response.content.decode().split())


def test_the_tree_counts_what_stands_below(client, office):
    page = told(client.get(LIST))

    assert 'وزارت نمونه</a> <span class="small soft">۲ خدمت منتشرشده' in page
    assert page.count("<details") == 2
    assert "شرکت نمونهٔ استان" in page


def test_those_who_published_nothing_are_shown_when_all_are_asked_for(client, office):
    OrganizationFactory(name="سازمان خاموش")

    assert "سازمان خاموش" not in told(client.get(LIST))
    whole = told(client.get(f"{LIST}?all=1"))
    assert "سازمان خاموش" in whole
    assert "هنوز خدمتی منتشر نکرده" in whole


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("نام نخست", "با نام «نام نخست»"),
        ("نامدوم", "نام دوم</a>"),
        ("رفته", "پایان‌یافته"),
        ("زرافه", "در دفتر نیست"),
        ("نمونه", "وزارت نمونه</a>"),
    ],
)
def test_an_agency_is_found_by_any_of_its_names(client, ministry, words, sentence):
    carried(planned("rename", [OrganizationFactory(name="نام نخست")], new_name="نام دوم"))
    merged(OrganizationFactory(name="سازمان رفته"), ministry)

    assert sentence in told(client.get(LIST, {"q": words}))


def test_a_search_begins_with_the_national_agency_and_ends_with_those_that_have_ended(client, office):
    place = Organization.objects.exclude(place=None).first().place
    OrganizationFactory(name="اداره کل گل استان", place=place)
    OrganizationFactory(name="آزمون گل رفته", valid_to=DAY)
    OrganizationFactory(name="سازمان گل کشور")

    page = told(client.get(LIST, {"q": "گل"}))

    assert page.index("سازمان گل کشور") < page.index("اداره کل گل استان") < page.index("آزمون گل رفته")


def test_the_page_of_an_agency_shows_its_line_and_what_stands_below_it(client, office):
    page = told(client.get("/agencies/company/"))
    below = told(client.get("/agencies/office/"))

    assert "۱ دستگاه تابع" in page
    assert "۱ خدمت منتشرشده" in page
    assert below.index("وزارت نمونه") < below.index("شرکت نمونه<")
    assert "استان نمونه" in below


def test_a_branch_unfolds_beside_the_link_of_its_agency(client, office):
    page = told(client.get(LIST))

    unfolding = re.findall("<summary.*?</summary>", page)
    assert unfolding
    assert not [one for one in unfolding if "<a " in one]


def test_former_names_stand_there_with_their_days(client, ministry):
    carried(planned("rename", [ministry], new_name="وزارت نو"))

    page = told(client.get("/agencies/ministry/"))

    assert "نام‌های پیشین" in page
    assert "وزارت نمونه" in page
    assert "قانون نمونه" in page


def test_an_ended_agency_answers_that_it_is_gone_and_who_follows(client, ministry):
    old = OrganizationFactory(code="old", name="سازمان رفته")
    version = VersionFactory(published=True, service__owner=old)
    merged(old, ministry)

    answer = client.get("/agencies/old/")

    assert answer.status_code == 410
    assert 'href="/agencies/ministry/"' in told(answer)
    assert "همان شناسه و نشانی" in told(answer)
    assert client.get(f"/services/{version.service_id}/").status_code == 200
    assert "وزارت نمونه" in told(client.get(f"/services/{version.service_id}/"))


def test_of_a_closed_agency_it_is_said_that_nobody_follows(client):
    carried(planned("closing", [OrganizationFactory(code="old")]))

    answer = client.get("/agencies/old/")

    assert answer.status_code == 410
    assert "جانشینی برای آن ثبت نشده" in told(answer)


def test_a_subordinate_of_an_ended_agency_stands_at_the_top_until_it_moves(client, office):
    Organization.objects.filter(code="company").update(valid_to=DAY)

    page = told(client.get(LIST))

    assert "شرکت نمونهٔ استان" in page
    assert "وزارت نمونه" not in page


def test_pages_set_no_cookie_and_may_be_cached(client, office):
    for address in (LIST, f"{LIST}?all=1", "/agencies/office/"):
        answer = client.get(address)
        assert not answer.cookies
        assert "s-maxage=10" in answer["Cache-Control"]


@pytest.mark.parametrize("address", [LIST, f"{LIST}?all=1", f"{LIST}?q=نمونه", "/agencies/ministry/"])
def test_a_page_asks_as_many_questions_for_many_agencies(client, office, assert_same_cost, address):
    def grow():
        for parent in OrganizationFactory.create_batch(3, parent=office.parent):
            below = OrganizationFactory(parent=parent, name="دیگر نمونه")
            VersionFactory(published=True, service__owner=below)

    assert_same_cost(lambda: client.get(address), grow)


def test_an_old_version_says_whose_it_was_by_the_name_of_its_day(client, ministry):
    old = OrganizationFactory(name="سازمان کهن")
    version = VersionFactory(published=True, service__owner=old)
    page = f"/services/{version.service_id}/versions/{version.number}/"
    assert "در روز انتشار این نسخه" not in told(client.get(page))

    today = timezone.localdate()
    day = localdate(version.published_at)
    merged(old, ministry, effective_on=min(today, max(day + timedelta(days=1), DAY)), basis_on=DAY)

    shown = "سازمان کهن" in told(client.get(page))
    assert shown == (day < today)


def test_the_tree_asks_at_most_twelve_questions(client, office, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        client.get(f"{LIST}?q=نمونه&all=1")
    with django_assert_max_num_queries(12):
        client.get("/agencies/company/")


@pytest.mark.parametrize(
    ("provider", "together"),
    [
        ("سازمان برنامه و بودجه کشور و سازمان‌های استانی تابعه", True),
        ("سازمان برنامه و بودجه کشور", False),
        ("سازمان ناشناس و سازمان‌های استانی تابعه", False),
    ],
)
def test_a_provider_together_with_its_provincial_bodies_is_told_so(client, provider, together):
    document = forms.document(forms.card(executive_agency=provider))
    version = VersionFactory(published=True, document=document)

    page = told(client.get(f"/services/{version.service_id}/"))

    assert ("همراه با واحدهای استانی تابع" in page) == together
