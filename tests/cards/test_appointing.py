"""A day for the publication: set by a publisher, taken back, kept by the clock, or missed and told."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from khedmat.cards import actions, appointing
from khedmat.cards.enums import Stage
from khedmat.cards.models import ServiceVersion
from khedmat.notices.models import Notice
from khedmat.organizations.models import Membership
from tests.factories.cards import NOW, ServiceFactory, VersionFactory, identified
from tests.factories.people import OrganizationFactory, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("rules")]
DAY = localdate(NOW) + timedelta(days=3)
THEN = NOW + timedelta(days=3)


@pytest.fixture
def accepted(office):
    return VersionFactory(service=identified(ServiceFactory(owner=office.owner)), stage="accepted")


def as_kept(version):
    return ServiceVersion.objects.values("stage", "publish_on", "published_at").get(pk=version.pk)


def appointed(version, office, day=DAY):
    return appointing.appoint(version, day=day, by=office.publisher, at=NOW)


def test_a_day_is_set_in_the_role_of_the_publisher_and_logged(accepted, office):
    appointed(accepted, office)

    line = accepted.stage_changes.latest("pk")
    assert (line.source, line.target, line.publish_on) == ("accepted", "accepted", DAY)
    assert (line.by, line.as_role, line.sha256) == (office.publisher, "publisher", accepted.sha256)


def test_it_is_published_on_its_day_and_not_before(accepted, office):
    appointed(accepted, office)

    assert appointing.publish_due(THEN - timedelta(days=1)) == 0
    assert as_kept(accepted)["stage"] == "accepted"
    assert appointing.publish_due(THEN) == 1
    assert as_kept(accepted) == {"stage": "published", "publish_on": None, "published_at": THEN}
    assert appointing.publish_due(THEN) == 0


def test_it_is_published_in_the_name_of_whoever_set_the_day_last(accepted, office):
    other = person("publisher", office.publisher.memberships.get().organization)
    appointed(accepted, office)
    appointing.appoint(accepted, day=DAY, by=other, at=NOW + timedelta(hours=1))

    appointing.publish_due(THEN)

    assert ServiceVersion.objects.get(pk=accepted.pk).published_by == other


@pytest.mark.parametrize("who", ["author", "approver", "reader", "reviewer", "stranger"])
def test_nobody_but_publishers_of_the_centre_sets_a_day_or_takes_it_back(accepted, office, who):
    user = person("publisher", OrganizationFactory()) if who == "stranger" else getattr(office, who)

    with pytest.raises(ValidationError, match="منتشرکنندگان مرکز"):
        appointing.appoint(accepted, day=DAY, by=user, at=NOW)
    appointed(accepted, office)
    with pytest.raises(ValidationError, match="منتشرکنندگان مرکز"):
        appointing.call_off(accepted, by=user, at=NOW)
    assert as_kept(accepted)["publish_on"] == DAY


@pytest.mark.parametrize("days", [-1, 0, 367])
def test_a_day_is_neither_today_nor_farther_than_a_year(accepted, office, days):
    with pytest.raises(ValidationError, match="از فردا تا یک سال دیگر"):
        appointed(accepted, office, localdate(NOW) + timedelta(days=days))


@pytest.mark.parametrize("stage", sorted(set(Stage.values) - {"accepted"}))
def test_only_what_the_centre_accepted_has_a_day(office, stage):
    version = VersionFactory(service=identified(ServiceFactory(owner=office.owner)), stage=stage)

    with pytest.raises(ValidationError, match="[آ-ی]"):
        appointed(version, office)
    assert as_kept(version)["publish_on"] is None


def test_a_blocker_stands_in_the_way_of_a_day_too(accepted, office, rules):
    rules("B")

    with pytest.raises(ValidationError, match="مانع انتشار"):
        appointed(accepted, office)


def test_a_day_that_was_taken_back_comes_and_goes(accepted, office):
    appointed(accepted, office)
    appointing.call_off(accepted, by=office.publisher, at=NOW)

    assert appointing.publish_due(THEN) == 0
    assert accepted.stage_changes.latest("pk").publish_on is None
    with pytest.raises(ValidationError, match="نوبت انتشار ندارد"):
        appointing.call_off(accepted, by=office.publisher, at=NOW)


@pytest.mark.parametrize("move", ["publish", "send_back"])
def test_whatever_happens_before_its_day_ends_it(accepted, office, move):
    appointed(accepted, office)
    reason = {"reason": "بخش ۴ را کامل کنید."} if move == "send_back" else {}

    getattr(actions, move)(accepted, **reason, by=office.publisher, at=NOW)

    assert as_kept(accepted)["publish_on"] is None
    assert appointing.publish_due(THEN) == 0


def test_what_cannot_be_published_on_its_day_loses_it_and_is_told(accepted, office):
    appointed(accepted, office)
    Membership.objects.filter(user=office.publisher).update(ends_on=DAY - timedelta(days=1))
    successor = person("publisher", office.reviewer.memberships.get().organization)

    assert appointing.publish_due(THEN) == 0

    line = accepted.stage_changes.latest("pk")
    assert as_kept(accepted) == {"stage": "accepted", "publish_on": None, "published_at": None}
    assert "در نوبت خود" in line.reason
    assert "منتشرکنندگان مرکز" in line.reason
    notice = Notice.objects.of(successor).get(kind="card_missed")
    assert notice.context["reason"] == line.reason
    assert not Notice.objects.of(office.reader).exists()


def test_one_that_cannot_be_published_does_not_hold_up_the_others(accepted, office, monkeypatch):
    other = VersionFactory(service=identified(ServiceFactory(owner=office.owner)), stage="accepted")
    appointed(accepted, office)
    appointed(other, office)
    VersionFactory(service=accepted.service, stage="published")

    assert appointing.publish_due(THEN) == 1
    assert (as_kept(accepted)["stage"], as_kept(other)["stage"]) == ("accepted", "published")
