"""Who may attach, choose what is public and take away: every role at every stage, in one table each."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from khedmat.cards.attaching.perms import can_attach, can_publish, can_take_away
from khedmat.cards.attaching.place import Place
from khedmat.cards.models import Attachment
from khedmat.cards.reviewing import Words, remark
from tests.factories.attachments import attached, given
from tests.factories.cards import NOW, ServiceFactory, VersionFactory
from tests.factories.people import OrganizationFactory, person
from tests.factories.titles import confirmed, drafted
from tests.factories.titles import office as office_of_titles

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("rules")]
TODAY = localdate(NOW)
PEOPLE = ("author", "approver", "reader", "reviewer", "publisher")
BOTH_SIDES = {"author", "approver", "reviewer", "publisher"}
ATTACH = {
    "draft": {"author"},
    "submitted": BOTH_SIDES,
    "approved": BOTH_SIDES,
    "accepted": BOTH_SIDES,
    "published": set(),
    "suspended": set(),
    "replaced": set(),
    "retired": set(),
    "returned": set(),
    "discarded": set(),
}
TAKE_AWAY = {
    "draft": {"author"},
    "submitted": {"publisher"},
    "approved": {"publisher"},
    "accepted": {"publisher"},
    "published": {"publisher"},
    "suspended": {"publisher"},
    "replaced": {"publisher"},
    "retired": {"publisher"},
    "returned": {"publisher"},
    "discarded": set(),
}


def at_stage(office, stage):
    return VersionFactory(service=ServiceFactory(owner=office.owner), stage=stage)


def those(office, may):
    return {who for who in PEOPLE if may(getattr(office, who))}


def sent_with(version):
    """What was there before the version was sent, whoever attached it."""
    return Attachment.objects.create(version=version, **given()._asdict(), by=version.created_by, at=early(version))


def early(version):
    return (version.submitted_at or NOW) - timedelta(days=1)


@pytest.mark.parametrize("stage", ATTACH)
def test_who_attaches(office, stage):
    place = Place(at_stage(office, stage))

    assert those(office, lambda user: can_attach(user, place, TODAY)) == ATTACH[stage]


@pytest.mark.parametrize("stage", ATTACH)
def test_who_chooses_what_is_public(office, stage):
    place = Place(at_stage(office, stage))

    chosen = those(office, lambda user: can_publish(user, place, TODAY))

    assert chosen == ({"author"} if stage == "draft" else set())


@pytest.mark.parametrize("stage", TAKE_AWAY)
def test_who_takes_away_what_was_sent(office, stage):
    found = sent_with(at_stage(office, stage))

    assert those(office, lambda user: can_take_away(user, found, TODAY)) == TAKE_AWAY[stage]


@pytest.mark.parametrize("stage", ["submitted", "approved", "accepted"])
@pytest.mark.parametrize("who", ["author", "approver", "reviewer"])
def test_whoever_attached_later_takes_it_away_and_no_colleague_does(office, stage, who):
    found = attached(at_stage(office, stage), by=getattr(office, who), at=NOW + timedelta(days=2))

    assert those(office, lambda user: can_take_away(user, found, TODAY)) == {who, "publisher"}


@pytest.mark.parametrize("stage", ATTACH)
@pytest.mark.parametrize("role", PEOPLE)
def test_a_stranger_with_the_same_role_elsewhere_may_nothing(office, stage, role):
    version, stranger = at_stage(office, stage), person(role, OrganizationFactory())

    assert not can_attach(stranger, Place(version), TODAY)
    assert not can_publish(stranger, Place(version), TODAY)
    assert not can_take_away(stranger, sent_with(version), TODAY)


@pytest.mark.parametrize("stage", ATTACH)
@pytest.mark.parametrize("who", PEOPLE)
def test_the_twin_shows_what_is_seen_from_inside(office, stage, who):
    version, user = at_stage(office, stage), getattr(office, who)
    found = sent_with(version)

    sees = who in ("author", "approver", "reader") or stage not in ("draft", "discarded")

    assert Attachment.objects.visible_to(user, TODAY).filter(pk=found.pk).exists() == sees


def test_only_whoever_said_it_attaches_to_a_remark(office):
    version = at_stage(office, "approved")
    said = remark(version, Words("card.title", "ask", "چرا؟"), by=office.reviewer, at=NOW)
    place = Place(version, said)

    assert those(office, lambda user: can_attach(user, place, TODAY)) == {"reviewer"}
    assert those(office, lambda user: can_publish(user, place, TODAY)) == set()


@pytest.mark.parametrize(("make", "may"), [(drafted, {"author", "approver"}), (confirmed, set())])
def test_who_attaches_to_a_list_of_titles(make, may):
    here = office_of_titles()
    place = Place(titles=make(here))
    people = ("author", "approver", "reader", "other_author", "other_approver")

    found = {who for who in people if can_attach(getattr(here, who), place, TODAY)}

    assert found == may
    assert not can_publish(here.author, place, TODAY)
