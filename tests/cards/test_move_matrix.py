"""Every move asked of everybody at every stage: one answer is yes, all others leave no trace."""

from copy import deepcopy
from datetime import timedelta
from functools import partial

import pytest
from django.core.exceptions import ValidationError

from khedmat.cards import actions
from khedmat.cards.enums import MOVES, SIGNED, Stage
from khedmat.cards.models import ServiceVersion
from tests.factories import forms
from tests.factories.cards import NOW, ROAD, ServiceFactory, VersionFactory, identified
from tests.factories.people import MembershipFactory, OrganizationFactory, UserFactory, an_office, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("rules")]
LATER = NOW + timedelta(days=1)
MOVE = {
    "submitted": actions.submit,
    "approved": actions.approve,
    "accepted": actions.accept,
    "published": actions.publish,
    "returned": partial(actions.send_back, reason="بخش ۴ را کامل کنید."),
    "discarded": actions.discard,
    "suspended": partial(actions.suspend, reason="سامانه در دست تعمیر است."),
    "retired": partial(actions.retire, reason="قانون آن نسخ شد."),
}
RIGHT = {
    ("draft", "submitted"): {"author"},
    ("draft", "discarded"): {"author"},
    ("submitted", "approved"): {"approver"},
    ("submitted", "returned"): {"approver"},
    ("approved", "accepted"): {"reviewer", "publisher"},
    ("approved", "returned"): {"reviewer", "publisher"},
    ("accepted", "published"): {"publisher"},
    ("accepted", "returned"): {"reviewer", "publisher"},
    ("published", "suspended"): {"publisher"},
    ("published", "retired"): {"publisher"},
    ("suspended", "published"): {"publisher"},
    ("suspended", "retired"): {"publisher"},
}
TAKEN = [(*move, who) for move, people in RIGHT.items() for who in sorted(people)]
PEOPLE = ("author", "approver", "reader", "reviewer", "publisher", "stranger", "outsider")
CASES = [(stage, target) for stage in Stage.values for target in MOVE]
TRACE = ("stage", *(f"{name}_by" for name in SIGNED), "published_at", "replaced_at", "sha256")


@pytest.fixture(scope="module")
def made(kept_for_the_module):
    """Those of the office, a publisher of another agency, and somebody who works nowhere; a version in every stage."""
    office = vars(an_office())
    people = office | {"stranger": person("publisher", OrganizationFactory()), "outsider": UserFactory()}
    return people, {stage: VersionFactory(service__owner=office["owner"], stage=stage) for stage in Stage.values}


@pytest.fixture
def people(db, made):
    return deepcopy(made[0])


@pytest.fixture
def versions(db, made):
    return deepcopy(made[1])


def trace_of(version):
    kept = ServiceVersion.objects.filter(pk=version.pk).values(*TRACE).get()
    return kept, version.stage_changes.count(), version.service.versions.count()


@pytest.mark.parametrize(("stage", "target"), CASES)
def test_a_move_is_refused_without_a_trace_to_everybody_else(people, versions, stage, target):
    version = versions[stage]
    before = trace_of(version)

    for who in set(PEOPLE) - RIGHT.get((stage, target), set()):
        with pytest.raises(ValidationError, match="[آ-ی]"):
            MOVE[target](version, by=people[who], at=LATER)
        assert trace_of(version) == before, who


@pytest.mark.parametrize(("stage", "target", "who"), TAKEN)
def test_a_move_is_logged_and_signed_by_those_who_may(people, versions, stage, target, who):
    version = versions[stage]
    identified(version.service)

    moved = MOVE[target](version, by=people[who], at=LATER)

    line = moved.stage_changes.get(source=stage, target=target)
    assert (line.source, line.by, line.at, line.as_role, line.sha256) == (
        stage,
        people[who],
        LATER,
        who,
        version.sha256,
    )
    assert trace_of(version)[0]["stage"] == target
    if target in SIGNED and stage != Stage.SUSPENDED:
        assert (getattr(moved, f"{target}_by"), getattr(moved, f"{target}_at")) == (people[who], LATER)


@pytest.mark.parametrize("stage", Stage.values)
def test_only_a_draft_is_written_anew(people, versions, stage):
    version = versions[stage]
    document = forms.document(forms.card(title="عنوانی تازه"))

    if stage == "draft":
        assert actions.replace_draft(version, document, by=people["author"], at=LATER).title == "عنوانی تازه"
        return
    with pytest.raises(ValidationError, match="فرستاده شده"):
        actions.replace_draft(version, document, by=people["author"], at=LATER)


def test_the_first_way_on_leads_from_a_draft_to_what_it_replaces_and_never_back():
    road = [Stage.DRAFT, *ROAD]

    assert [MOVES[stage][0] for stage in road[:-1]] == road[1:]
    assert {*RIGHT, ("published", "replaced"), ("suspended", "replaced")} == {
        (one, other) for one, others in MOVES.items() for other in others
    }


def test_a_suspension_ends_with_the_signature_and_the_day_of_the_publication(office):
    version = VersionFactory(service__owner=office.owner, published=True)
    signed = (version.published_by, version.published_at)
    actions.suspend(version, reason="سامانه در دست تعمیر است.", by=office.publisher, at=LATER)

    again = actions.publish(version, by=office.publisher, at=LATER)

    assert (again.stage, again.published_by, again.published_at) == ("published", *signed)


def test_a_new_version_takes_the_place_of_a_suspended_one(office):
    first = VersionFactory(service__owner=office.owner, stage="suspended")
    second = VersionFactory(service=identified(first.service), stage="accepted")

    actions.publish(second, by=office.publisher, at=LATER)

    first.refresh_from_db()
    assert (first.stage, first.replaced_at) == ("replaced", LATER)
    assert first.stage_changes.latest("pk").source == "suspended"


def test_a_suspension_ends_whatever_newer_rules_find(office, rules):
    version = VersionFactory(service__owner=office.owner, stage="suspended")
    rules("B")

    assert actions.publish(version, by=office.publisher, at=LATER).stage == "published"


@pytest.mark.parametrize("kind", ["itself", "draft", "retired"])
def test_a_successor_is_another_service_that_is_public(office, kind):
    version = VersionFactory(service__owner=office.owner, published=True)
    successor = version.service if kind == "itself" else VersionFactory(stage=kind).service

    with pytest.raises(ValidationError, match="جانشین"):
        actions.retire(version, reason="ادغام شد.", successor=successor, by=office.publisher, at=LATER)

    assert version.service.published == version


def test_a_retired_service_names_its_successor_and_may_come_back_by_a_new_card(office):
    version, successor = VersionFactory(service__owner=office.owner, published=True), VersionFactory(published=True)
    actions.retire(version, reason="ادغام شد.", successor=successor.service, by=office.publisher, at=LATER)
    again = VersionFactory(service=identified(version.service), stage="accepted")

    actions.publish(again, by=office.publisher, at=LATER)

    assert version.stage_changes.latest("pk").successor == successor.service
    assert list(version.service.versions.order_by("number").values_list("stage", flat=True)) == ["retired", "published"]


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_a_membership_counts_from_its_first_to_its_last_day(people, days):
    author = MembershipFactory(
        organization=people["owner"], role="author", starts_on=NOW.date(), ends_on=NOW.date()
    ).user
    version = VersionFactory(service__owner=people["owner"])
    at = NOW + timedelta(days=days)

    if days == 0:
        assert actions.submit(version, by=author, at=at).submitted_at == at
        return
    with pytest.raises(ValidationError, match="نویسندگان"):
        actions.submit(version, by=author, at=at)


def test_a_membership_that_begins_today_counts_by_the_day_of_tehran(people):
    tomorrow = NOW.date() + timedelta(days=1)
    author = MembershipFactory(organization=people["owner"], role="author", starts_on=tomorrow).user
    late = NOW.replace(hour=21)  # half past midnight in Tehran

    version = VersionFactory(service__owner=people["owner"])

    assert actions.submit(version, by=author, at=late).stage == "submitted"


@pytest.mark.parametrize("role", ["author", "approver", "reviewer", "reader"])
def test_the_centre_publishes_through_its_publishers_only(people, role):
    centre = people["publisher"].memberships.get().organization
    version = VersionFactory(service__owner=people["owner"], stage="accepted")

    with pytest.raises(ValidationError, match="[آ-ی]"):
        actions.publish(version, by=person(role, centre), at=LATER)


def test_five_versions_one_after_the_other_leave_one_in_force(office):
    for number in range(1, 6):
        version = actions.create_draft(
            forms.document(forms.card(description=f"شرح {number}")), owner=office.owner, by=office.author, at=NOW
        )
        if number == 1:
            identified(version.service)
        for step, by in (
            (actions.submit, office.author),
            (actions.approve, office.approver),
            (actions.accept, office.reviewer),
            (actions.publish, office.publisher),
        ):
            step(version, by=by, at=NOW + timedelta(days=number))

    service = version.service
    assert list(service.versions.order_by("number").values_list("number", "stage")) == [
        (1, "replaced"),
        (2, "replaced"),
        (3, "replaced"),
        (4, "replaced"),
        (5, "published"),
    ]
    assert service.published == version
    assert service.versions.get(number=2).replaced_at == NOW + timedelta(days=3)


def test_a_refused_publication_leaves_the_earlier_version_in_force(office, rules):
    first = VersionFactory(service__owner=office.owner, published=True)
    second = VersionFactory(service=first.service, stage="accepted")
    rules("B")

    with pytest.raises(ValidationError, match="مانع"):
        actions.publish(second, by=office.publisher, at=LATER)

    assert first.service.published == first
    assert ServiceVersion.objects.get(pk=second.pk).stage == "accepted"


@pytest.mark.parametrize("severities", ["A", "N", "AAN"])
def test_answers_and_notes_do_not_stop_a_publication(office, rules, severities):
    rules(*severities)
    version = VersionFactory(service=identified(ServiceFactory(owner=office.owner)), stage="accepted")

    assert actions.publish(version, by=office.publisher, at=LATER).stage == "published"


def test_an_id_is_given_once_and_never_changed_by_a_later_form(office):
    first = VersionFactory(service__owner=office.owner, stage="accepted", card={"service_id": "10031093000"})
    actions.publish(first, by=office.publisher, at=LATER)
    second = VersionFactory(service=first.service, stage="accepted", card={"service_id": "10031093999"})

    with pytest.raises(ValidationError, match="10031093999"):
        actions.publish(second, by=office.publisher, at=LATER)

    first.service.refresh_from_db()
    assert first.service.code == "10031093000"


def test_a_form_without_an_id_keeps_the_id_that_its_service_has(office):
    first = VersionFactory(service__owner=office.owner, stage="accepted", card={"service_id": "10031093000"})
    actions.publish(first, by=office.publisher, at=LATER)
    second = VersionFactory(service=first.service, stage="accepted", card={"service_id": None})

    published = actions.publish(second, by=office.publisher, at=LATER)

    assert published.service.code == "10031093000"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("صدور گواهی", "صدور گواهي", True),
        ("صدور گواهی‌نامه", "صدور گواهینامه", True),
        ("صدور گواهی نامه", "صدور گواهینامه", True),
        ("صدور گواهی", "تمدید گواهی", False),
    ],
)
def test_forms_of_one_title_are_versions_of_one_service(office, one, other, same):
    first = VersionFactory(service__owner=office.owner, published=True, card={"title": one})

    draft = actions.create_draft(
        forms.document(forms.card(title=other)), owner=office.owner, by=office.author, at=LATER
    )

    assert (draft.service == first.service) == same
    assert draft.number == (2 if same else 1)
