"""What is foreseen for many is what each would be told alone, in as many questions for many as for one."""

from types import SimpleNamespace

import pytest
from django.utils.timezone import localdate

from khedmat.cards.bulk.acts import ACTS, in_the_way
from khedmat.cards.bulk.foreseeing import foreseen, offered
from khedmat.cards.enums import Say, Stage
from khedmat.cards.models import Remark, ServiceVersion
from tests.factories.cards import NOW, FindingFactory, ServiceFactory, VersionFactory, identified
from tests.factories.people import OrganizationFactory, centre, person

pytestmark = pytest.mark.django_db
ON = localdate(NOW)
ROLES = ("author", "approver", "reviewer", "publisher")
CODE = "13011466000"


@pytest.fixture(scope="module")
def world(kept_for_the_module):
    """Versions in every stage, some with all that may stand in a way."""
    owner = OrganizationFactory()
    people = {role: person(role, centre() if role in ROLES[2:] else owner) for role in ROLES}
    for stage in Stage.values:
        VersionFactory(service__owner=owner, stage=stage)
    for stage in (Stage.SUBMITTED, Stage.APPROVED, Stage.ACCEPTED):
        blocked = VersionFactory(service=identified(ServiceFactory(owner=owner)), stage=stage)
        FindingFactory.create_batch(2, version=blocked)
        VersionFactory(service__owner=owner, stage=stage, card={"service_id": CODE})
        VersionFactory(service__owner=owner, stage=stage, created_by=people["approver"])
        VersionFactory(service__owner=owner, stage=stage, created_by=people["publisher"])
    _asked_about(VersionFactory(service__owner=owner, stage=Stage.APPROVED), people["reviewer"])
    identified(ServiceFactory(), CODE)
    older = VersionFactory(service=identified(ServiceFactory(owner=owner)), stage=Stage.ACCEPTED)
    VersionFactory(service=older.service, stage=Stage.PUBLISHED)
    return SimpleNamespace(owner=owner, people=people)


def _asked_about(version, by):
    Remark.objects.create(version=version, path="card.title", kind=Say.ASK, text="چرا؟", of_centre=True, by=by, at=NOW)


def seen_by(user):
    return list(ServiceVersion.objects.inside_for(user, ON).for_list())


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("act", ACTS)
def test_each_is_told_what_it_would_be_told_alone(world, act, role):
    user = world.people[role]

    together = {one.version.pk: one.reasons for one in foreseen(seen_by(user), act, by=user, on=ON)}

    assert together == {one.pk: in_the_way(act, one, by=user, on=ON) for one in seen_by(user)}
    assert any(together.values())


@pytest.mark.parametrize("role", ROLES)
def test_steps_are_offered_for_as_many_as_the_person_may_take_them(world, role):
    user = world.people[role]

    together = offered(seen_by(user), by=user, on=ON)

    alone = {code: sum(act.may(user, one, ON) for one in seen_by(user)) for code, act in ACTS.items()}
    assert together == {code: number for code, number in alone.items() if number}


def test_what_is_fine_has_no_reason(world):
    fine = VersionFactory(service=identified(ServiceFactory(owner=world.owner)), stage=Stage.ACCEPTED)

    (one,) = foreseen([fine], "publish", by=world.people["publisher"], on=ON)

    assert one.is_fine


def test_a_suspended_service_is_not_published_by_the_way(world):
    suspended = VersionFactory(service=identified(ServiceFactory(owner=world.owner)), stage=Stage.SUSPENDED)

    for act in ("publish", "appoint"):
        (one,) = foreseen([suspended], act, by=world.people["publisher"], on=ON)
        assert "پایان تعلیق" in one.reasons[0]


@pytest.mark.parametrize("act", ACTS)
def test_many_cost_as_many_questions_as_few(world, act, django_assert_max_num_queries):
    user = world.people["publisher"]
    versions = seen_by(user)

    with django_assert_max_num_queries(7):
        foreseen(versions, act, by=user, on=ON)


def test_nothing_is_offered_for_nothing(world):
    assert offered([], by=world.people["publisher"], on=ON) == {}
    assert foreseen([], "publish", by=world.people["publisher"], on=ON) == []
