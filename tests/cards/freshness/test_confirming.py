"""«It still holds»: who says it, once a day, in a row that stays."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils.timezone import localdate

from khedmat.cards.freshness.confirming import confirm, confirm_all
from khedmat.cards.freshness.standing import ageing, freshness_of, stale
from khedmat.cards.models import Confirmation, ServiceVersion
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import OrganizationFactory, centre, person

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=200)


@pytest.fixture
def version():
    return VersionFactory(published=True)


def states(on):
    published = ServiceVersion.objects.published()
    return stale(published, on).count(), ageing(published, on).count()


@pytest.mark.parametrize("role", ["author", "approver"])
def test_the_agency_says_in_a_row_that_a_card_still_holds(version, role):
    owner = version.service.owner

    row = confirm(version, by=person(role, owner), at=LATER)

    assert (row.as_role, row.as_organization, row.sha256) == (role, owner, version.sha256)
    assert freshness_of(version, localdate(LATER)).confirmed_on == localdate(LATER)


@pytest.mark.parametrize("role", ["reader", "manager"])
def test_nobody_else_of_the_agency_says_so(version, role):
    with pytest.raises(ValidationError, match="نویسندگان و تأییدکنندگان"):
        confirm(version, by=person(role, version.service.owner), at=LATER)


@pytest.mark.parametrize("role", ["author", "publisher"])
def test_nobody_from_elsewhere_says_so(version, role):
    elsewhere = centre() if role == "publisher" else OrganizationFactory()

    with pytest.raises(ValidationError, match="نویسندگان و تأییدکنندگان"):
        confirm(version, by=person(role, elsewhere), at=LATER)

    assert not Confirmation.objects.exists()


@pytest.mark.parametrize("stage", ["draft", "accepted", "suspended", "replaced", "retired"])
def test_what_is_not_published_asks_for_no_confirmation(stage):
    version = VersionFactory(stage=stage)

    with pytest.raises(ValidationError, match="تنها نسخهٔ منتشرشده"):
        confirm(version, by=person("author", version.service.owner), at=LATER)

    assert freshness_of(version, localdate(LATER)) is None


def test_whoever_comes_second_on_a_day_hears_who_was_first(version):
    first, second = (person("author", version.service.owner) for _ in "ab")
    confirm(version, by=first, at=LATER)

    with pytest.raises(ValidationError, match=str(first)):
        confirm(version, by=second, at=LATER + timedelta(hours=1))

    confirm(version, by=second, at=LATER + timedelta(days=1))
    assert Confirmation.objects.count() == 2


def test_a_confirmation_is_never_changed_or_taken_away(version):
    row = confirm(version, by=person("author", version.service.owner), at=LATER)

    for change in (lambda: Confirmation.objects.update(sha256="0"), row.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_one_that_is_refused_stops_none_of_the_others(version):
    owner = version.service.owner
    author, other = person("author", owner), VersionFactory(published=True, service__owner=owner)
    confirm(version, by=author, at=LATER)

    done, refused = confirm_all([version, other], by=author, at=LATER)

    assert [row.version for row in done] == [other]
    assert [one for one, _reasons in refused] == [version]


@pytest.mark.parametrize(
    ("days", "counts"), [(0, (0, 0)), (165, (0, 0)), (166, (0, 1)), (179, (0, 1)), (180, (1, 1)), (400, (1, 1))]
)
def test_a_card_lapses_after_its_days_and_is_near_it_two_weeks_before(version, days, counts):
    on = localdate(version.published_at) + timedelta(days=days)

    assert states(on) == counts
    assert (freshness_of(version, on).is_stale, freshness_of(version, on).is_due_soon) == (
        counts[0] == 1,
        counts == (0, 1),
    )


def test_the_days_are_a_setting(version, settings):
    settings.CONFIRM_DAYS = 30

    assert states(localdate(version.published_at) + timedelta(days=30)) == (1, 1)
