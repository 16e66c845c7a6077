"""What a preview says of services and lists of titles, and where each goes."""

import pytest
from django.utils import timezone

from khedmat.organizations.changing.kinds import Case
from khedmat.organizations.changing.preview import preview
from tests.factories.cards import VersionFactory
from tests.factories.changes import planned
from tests.factories.people import OrganizationFactory
from tests.factories.titles import titles_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def old():
    return OrganizationFactory(name="پیشین")


@pytest.fixture
def new():
    return OrganizationFactory(code="new", name="جانشین")


def group_of(plan, name):
    groups = preview(Case.of(plan, at=timezone.now()))
    return next(group for group in groups if group.name == name)


def fates(plan):
    return [(item.label, item.fate, item.taker) for item in group_of(plan, "services").items]


def test_a_service_is_called_by_its_newest_title_that_was_not_discarded(old, new):
    service = VersionFactory(service__owner=old, title="عنوان نخست", stage="published").service
    VersionFactory(service=service, number=2, title="عنوان کنارگذاشته", stage="discarded")
    plan = planned("merge", [old], [new])

    assert fates(plan) == [("عنوان نخست", "جابه‌جا می‌شود", new)]
    VersionFactory(service=service, number=3, title="عنوان دوم", stage="draft")
    assert fates(plan) == [("عنوان دوم", "جابه‌جا می‌شود", new)]


def test_services_of_others_are_not_there(old, new):
    VersionFactory(service__owner=new)
    VersionFactory(service__owner=OrganizationFactory())

    assert fates(planned("merge", [old], [new])) == []


@pytest.mark.parametrize(("kind", "fate"), [("closing", "بی دستگاه می‌ماند"), ("merge", "جابه‌جا می‌شود")])
def test_what_becomes_of_a_service_is_said(old, new, kind, fate):
    VersionFactory(service__owner=old)

    plan = planned(kind, [old], [new] if kind == "merge" else [])

    assert [one[1] for one in fates(plan)] == [fate]


def test_of_a_split_those_that_stay_are_told_apart(old, new):
    stays, goes = VersionFactory(service__owner=old).service, VersionFactory(service__owner=old).service
    plan = planned("split", [old], [old, new])
    plan.choices = {f"services-{goes.pk}": "new"}

    items = {item.key: (item.fate, item.taker) for item in group_of(plan, "services").items}

    assert items == {stays.pk: ("می‌ماند", old), goes.pk: ("جابه‌جا می‌شود", new)}


def test_a_rename_moves_no_service(old):
    VersionFactory(service__owner=old)

    assert fates(planned("rename", [old], new_name="نو")) == []


def test_the_list_of_an_ended_agency_gives_way(old, new):
    titles = titles_of(old)

    (item,) = group_of(planned("merge", [old], [new]), "titles").items

    assert item.key == titles.pk
    assert "پیشین" in item.label
    assert "ویرایش ۱" in item.label


def test_the_list_of_an_agency_that_stays_is_left_alone(old, new):
    titles_of(old)

    assert group_of(planned("split", [old], [old, new]), "titles").items == []
