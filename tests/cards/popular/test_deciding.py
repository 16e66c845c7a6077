"""A proposal is accepted by a second person; a name is taken away with a reason, and its row stays."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from khedmat.cards.enums import NameStage
from khedmat.cards.popular.actions import decide, propose
from tests.factories.cards import NOW
from tests.factories.people import MembershipFactory, OrganizationFactory, person
from tests.factories.popular import a_service, accepted, proposed
from tests.factories.registers import steward

pytestmark = pytest.mark.django_db


def test_an_approver_of_the_owner_accepts():
    name = accepted()

    assert name.stage == "in_force"
    assert list(name.steps.order_by("pk").values_list("stage", flat=True)) == ["proposed", "in_force"]


def test_a_steward_of_the_centre_refuses_with_a_reason():
    name = decide(proposed(), NameStage.REFUSED, by=steward(), at=NOW, reason="این نام خدمت دیگری است.")

    assert name.stage == "refused"
    assert name.steps.get(stage="refused").reason == "این نام خدمت دیگری است."


def test_nobody_accepts_what_they_proposed():
    service = a_service()
    both = person("author", service.owner)
    MembershipFactory(user=both, organization=service.owner, role="approver")
    name = propose(service, "پاسپورت", by=both, at=NOW)

    with pytest.raises(ValidationError, match="خود شما پیشنهاد"):
        decide(name, NameStage.IN_FORCE, by=both, at=NOW)


@pytest.mark.parametrize(("role", "at_home"), [("author", True), ("approver", False), ("steward", False)])
def test_others_do_not_accept(role, at_home):
    name = proposed()
    by = person(role, name.service.owner if at_home else OrganizationFactory())

    with pytest.raises(ValidationError, match="تأییدکنندگان"):
        decide(name, NameStage.IN_FORCE, by=by, at=NOW)


def test_an_author_takes_a_name_away_with_a_reason_and_may_propose_it_again():
    name = accepted()
    author = person("author", name.service.owner)

    with pytest.raises(ValidationError, match="علت"):
        decide(name, NameStage.REMOVED, by=author, at=NOW)
    assert decide(name, NameStage.REMOVED, by=author, at=NOW, reason="دیگر نمی‌گویند.").stage == "removed"
    assert proposed(service=name.service).stage == "proposed"


def test_a_stranger_takes_nothing_away():
    with pytest.raises(ValidationError, match="نویسندگان و"):
        decide(accepted(), NameStage.REMOVED, by=person("author", OrganizationFactory()), at=NOW, reason="نه")


def test_of_two_who_decide_at_once_the_second_is_told():
    name = proposed()
    decide(name, NameStage.REFUSED, by=steward(), at=NOW, reason="نه")

    with pytest.raises(ValidationError, match="پیش از این رد شد"):
        decide(name, NameStage.IN_FORCE, by=steward(), at=NOW)


@pytest.mark.parametrize(
    "change",
    [
        lambda name: type(name).objects.update(term="دیگر"),
        lambda name: name.steps.all().delete(),
        lambda name: name.steps.update(reason="دیگر"),
    ],
)
def test_what_was_proposed_and_decided_never_changes(change):
    name = accepted()

    with pytest.raises(DatabaseError), transaction.atomic():
        change(name)
