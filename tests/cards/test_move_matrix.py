"""Every move asked of everybody at every stage: one answer is yes, all others leave no trace."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from khedmat.cards import actions
from khedmat.cards.enums import MOVES, Stage
from khedmat.cards.models import ServiceVersion
from tests.factories import forms
from tests.factories.cards import NOW, ROAD, VersionFactory
from tests.factories.people import MembershipFactory, OrganizationFactory, UserFactory, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("rules")]
LATER = NOW + timedelta(days=1)
MOVE = {"submitted": actions.submit, "approved": actions.approve, "published": actions.publish}
RIGHT = {
    ("draft", "submitted"): "author",
    ("submitted", "approved"): "approver",
    ("approved", "published"): "publisher",
}
PEOPLE = ("author", "approver", "reader", "reviewer", "publisher", "stranger", "outsider")
CASES = [(stage, target) for stage in Stage.values for target in MOVE]
TRACE = ("stage", "submitted_by", "approved_by", "published_by", "published_at", "replaced_at", "sha256")


@pytest.fixture
def people(office):
    """Those of the office, a publisher of another agency, and somebody who works nowhere."""
    return vars(office) | {"stranger": person("publisher", OrganizationFactory()), "outsider": UserFactory()}


def trace_of(version):
    kept = ServiceVersion.objects.filter(pk=version.pk).values(*TRACE).get()
    return kept, version.stage_changes.count(), version.service.versions.count()


@pytest.mark.parametrize(("stage", "target"), CASES)
def test_a_move_is_refused_without_a_trace_to_everybody_but_one(people, stage, target):
    version = VersionFactory(service__owner=people["owner"], stage=stage)
    before = trace_of(version)

    for who in set(PEOPLE) - {RIGHT.get((stage, target))}:
        with pytest.raises(ValidationError, match="[آ-ی]"):
            MOVE[target](version, by=people[who], at=LATER)
        assert trace_of(version) == before, who


@pytest.mark.parametrize(("move", "who"), RIGHT.items(), ids=str)
def test_a_move_is_signed_by_the_one_who_may(people, move, who):
    stage, target = move
    version = VersionFactory(service__owner=people["owner"], stage=stage)

    moved = MOVE[target](version, by=people[who], at=LATER)

    assert (moved.stage, getattr(moved, f"{target}_by"), getattr(moved, f"{target}_at")) == (target, people[who], LATER)
    assert trace_of(version)[0]["stage"] == target


@pytest.mark.parametrize("stage", Stage.values)
def test_only_a_draft_is_written_anew(people, stage):
    version = VersionFactory(service__owner=people["owner"], stage=stage)
    document = forms.document(forms.card(title="عنوانی تازه"))

    if stage == "draft":
        assert actions.replace_draft(version, document, by=people["author"], at=LATER).title == "عنوانی تازه"
        return
    with pytest.raises(ValidationError, match="فرستاده شده"):
        actions.replace_draft(version, document, by=people["author"], at=LATER)


def test_the_moves_are_one_road_without_a_fork_or_a_way_back():
    road = [Stage.DRAFT, *ROAD]

    assert list(MOVES.items()) == list(zip(road, road[1:], strict=False))


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
    version = VersionFactory(service__owner=people["owner"], stage="approved")

    with pytest.raises(ValidationError, match="[آ-ی]"):
        actions.publish(version, by=person(role, centre), at=LATER)


def test_five_versions_one_after_the_other_leave_one_in_force(office):
    for number in range(1, 6):
        version = actions.create_draft(
            forms.document(forms.card(description=f"شرح {number}")), owner=office.owner, by=office.author, at=NOW
        )
        for step, by in (
            (actions.submit, office.author),
            (actions.approve, office.approver),
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
    second = VersionFactory(service=first.service, stage="approved")
    rules("B")

    with pytest.raises(ValidationError, match="مانع"):
        actions.publish(second, by=office.publisher, at=LATER)

    assert first.service.published == first
    assert ServiceVersion.objects.get(pk=second.pk).stage == "approved"


@pytest.mark.parametrize("severities", ["A", "N", "AAN"])
def test_answers_and_notes_do_not_stop_a_publication(office, rules, severities):
    rules(*severities)
    version = VersionFactory(service__owner=office.owner, stage="approved")

    assert actions.publish(version, by=office.publisher, at=LATER).stage == "published"


def test_an_id_is_given_once_and_never_changed_by_a_later_form(office):
    first = VersionFactory(service__owner=office.owner, stage="approved", card={"service_id": "10031093000"})
    actions.publish(first, by=office.publisher, at=LATER)
    second = VersionFactory(service=first.service, stage="approved", card={"service_id": "10031093999"})

    with pytest.raises(ValidationError, match="10031093999"):
        actions.publish(second, by=office.publisher, at=LATER)

    first.service.refresh_from_db()
    assert first.service.code == "10031093000"


def test_a_form_without_an_id_keeps_the_id_that_its_service_has(office):
    first = VersionFactory(service__owner=office.owner, stage="approved", card={"service_id": "10031093000"})
    actions.publish(first, by=office.publisher, at=LATER)
    second = VersionFactory(service=first.service, stage="approved", card={"service_id": None})

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
