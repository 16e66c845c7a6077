"""Two people decide about one name at the same moment: one wins, the other hears what became of it."""

import pytest

from khedmat.cards.enums import NameStage
from khedmat.cards.models import NameStep, PopularName
from khedmat.cards.popular.actions import decide, propose
from tests.cards.test_races import at_once, refusals
from tests.factories.cards import NOW
from tests.factories.people import person
from tests.factories.popular import a_service, proposed
from tests.factories.registers import steward

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_accepts_and_one_refuses_and_the_second_hears_which_it_was():
    name = proposed()
    approver, centre = person("approver", name.service.owner), steward()

    results = at_once(
        lambda: decide(name, NameStage.IN_FORCE, by=approver, at=NOW),
        lambda: decide(name, NameStage.REFUSED, by=centre, at=NOW, reason="نه"),
    )

    (refusal,) = refusals(results)
    name.refresh_from_db()
    assert f"«پاسپورت» پیش از این {name.get_stage_display()}" in " ".join(refusal.messages)
    assert list(NameStep.objects.exclude(stage="proposed").values_list("stage", flat=True)) == [name.stage]


def test_one_name_proposed_by_two_at_once_is_one_name_and_the_second_is_shown_it():
    service = a_service()
    people = [person("author", service.owner) for _ in range(2)]

    results = at_once(*[lambda by=by: propose(service, "پاسپورت", by=by, at=NOW) for by in people])

    (refusal,) = refusals(results)
    assert "پیش از این برای همین خدمت پیشنهاد شد" in " ".join(refusal.messages)
    assert PopularName.objects.count() == 1
