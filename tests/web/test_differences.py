"""Two versions of one service side by side: inside every box that differs, outside nothing that is not published."""

import pytest

from tests.factories.cards import VersionFactory, advance
from tests.factories.people import OrganizationFactory, centre, person

pytestmark = pytest.mark.django_db
FILLER = {"filled_by": {"name": "نام تکمیل‌کننده", "unit": "دفتر نوسازی"}}


@pytest.fixture
def owner():
    return OrganizationFactory(name="سازمان نمونه")


@pytest.fixture
def published(owner):
    return VersionFactory(service__owner=owner, published=True, card={"title": "صدور گواهی", "audience": "کشاورزان"})


def later(published, stage="draft", **card):
    return VersionFactory(service=published.service, stage=stage, card={"title": "صدور گواهی", **card})


def page(client, version):
    return client.get(f"/desk/versions/{version.pk}/changes/")


def boxes(response):
    return [(change.title, change.was, change.now) for change in response.context["changes"]]


def test_a_draft_is_shown_beside_the_version_in_force(client_for, owner, published):
    response = page(client_for(person("author", owner)), later(published, audience="دامداران"))

    assert ("کشاورزان", "دامداران") in [(was, now) for _title, was, now in boxes(response)]
    assert "کشاورزان" in response.content.decode()


def test_another_version_is_chosen_by_its_number(client_for, owner, published):
    second = VersionFactory(service=published.service, stage="returned", card={"title": "صدور گواهی کشت"})
    third = later(published)

    response = client_for(person("author", owner)).get(f"/desk/versions/{third.pk}/changes/?with={second.number}")

    assert response.context["other"] == second
    assert ("صدور گواهی کشت", "صدور گواهی") in [(was, now) for _title, was, now in boxes(response)]


@pytest.mark.parametrize("asked", ["0", "x", "99", "-1", "۲"])
def test_a_number_that_is_none_gives_the_version_in_force(client_for, owner, published, asked):
    draft = later(published)

    response = client_for(person("author", owner)).get(f"/desk/versions/{draft.pk}/changes/?with={asked}")

    assert response.context["other"] == published


def test_the_only_version_of_a_service_has_nothing_beside_it(client_for, owner):
    response = page(client_for(person("author", owner)), VersionFactory(service__owner=owner))

    assert "نسخهٔ دیگری ندارد" in response.content.decode()


def test_the_centre_sees_no_draft_beside_what_was_sent(client_for, published):
    later(published, audience="دامداران")

    response = page(client_for(person("reviewer", centre())), published)

    assert response.context["other"] is None


@pytest.mark.parametrize("who", ["stranger", "outsider"])
def test_nobody_else_sees_the_differences(client_for, owner, published, who):
    user = person("author", OrganizationFactory()) if who == "stranger" else person("reader", OrganizationFactory())

    assert page(client_for(user), later(published)).status_code == 404


def test_anybody_reads_what_a_published_version_changed_but_not_who_filled_it_in(client, published):
    second = VersionFactory(
        service=published.service, stage="accepted", card={"title": "صدور گواهی", "audience": "دامداران"} | FILLER
    )
    type(published).objects.filter(pk=published.pk).update(stage="replaced", replaced_at=published.published_at)
    second = advance(second, "published")

    response = client.get(f"/services/{published.service_id}/versions/{second.number}/changes/")

    said = response.content.decode()
    assert "کشاورزان" in said
    assert "دامداران" in said
    assert "نام تکمیل‌کننده" not in said
    assert "دفتر نوسازی" not in said


def test_the_first_published_version_changed_nothing(client, published):
    response = client.get(f"/services/{published.service_id}/versions/1/changes/")

    assert "نخستین نسخهٔ منتشرشده" in response.content.decode()
