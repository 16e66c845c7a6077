"""The page of what my agency owes: its author and reader, an author elsewhere, somebody without an agency, nobody."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories.cards import VersionFactory
from tests.factories.duty import a_round
from tests.factories.people import OrganizationFactory, UserFactory, person
from tests.factories.titles import titles_of

pytestmark = pytest.mark.django_db
PAGE = "/desk/duty/owed/"


def told(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def home():
    agency = OrganizationFactory(name="سازمان بدهکار", code="home")
    titles_of(agency)
    VersionFactory(service__owner=agency, stage="submitted", card={"title": "صدور پروانهٔ چاه"})
    return agency


@pytest.fixture
def late(home):
    today = timezone.localdate()
    days = {"opened_on": today - timedelta(days=40), "deadline": today - timedelta(days=10)}
    return a_round(owing="chosen", agencies=("home",), **days)


@pytest.mark.parametrize("role", ["author", "approver", "reader", "manager"])
def test_the_office_reads_what_is_missing_until_when_and_whose_work_it_is(client_for, home, late, role):
    page = told(client_for(person(role, home)).get(PAGE))

    assert "۱ بدهی باز" in page
    assert "سازمان بدهکار" in page
    assert "۱۰ روز دیرکرد" in page
    assert "۴۰ روز از آغاز دوره گذشته است" in page
    assert "۳ عنوان تأییدشده" in page
    assert "۲ عنوان که شناسنامهٔ آن فرستاده نشده است" in page
    assert "تمدید پروانهٔ چاه" in page
    assert "سنجیده نشده" in page
    assert f'href="/desk/duty/{late.pk}/"' in page


def test_an_office_without_titles_is_told_what_comes_first(client_for):
    agency = OrganizationFactory(code="new")
    a_round(owing="chosen", agencies=("new",), deadline=timezone.localdate() + timedelta(days=5))

    page = told(client_for(person("author", agency)).get(PAGE))

    assert "۵ روز مانده" in page
    assert "فهرست عنوان خدمت‌ها هنوز تأیید نشده است" in page


@pytest.mark.parametrize("has_office", [True, False])
def test_others_owe_nothing_of_it_and_are_told_why(client_for, late, has_office):
    user = person("author", OrganizationFactory()) if has_office else UserFactory()

    page = told(client_for(user).get(PAGE))

    assert "دستگاه شما بدهکار دوره‌ای نیست" in page
    assert "سازمان بدهکار" not in page
    assert ("شما در هیچ دستگاهی نقش ندارید" in page) != has_office


def test_nobody_is_asked_to_sign_in(client):
    assert client.get(PAGE)["Location"].startswith("/account/login/")


def test_the_queue_leads_here_with_its_age_and_its_day(client_for, home, late):
    (shown,) = [
        one
        for part in client_for(person("author", home)).get("/desk/queues/").context["parts"]
        for one in part.queues
        if one.queue.code == "duty"
    ]

    assert (shown.queue.goal, shown.count.number, shown.days) == (PAGE, 1, 40)
    assert shown.count.nearest == late.deadline


def test_the_page_asks_twelve_questions_at_most(client_for, home, late, django_assert_max_num_queries):
    for _number in range(5):
        a_round()
    browser = client_for(person("author", home))

    with django_assert_max_num_queries(12):
        page = browser.get(PAGE)

    assert len(page.context["rows"]) == 6
