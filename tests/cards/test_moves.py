"""From draft to published: who may, what is logged, what a refusal says."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from khedmat.cards import actions
from khedmat.cards.models import ServiceVersion
from khedmat.organizations.models import Membership
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory, identified
from tests.factories.people import MembershipFactory, OrganizationFactory, UserFactory, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("rules")]
CODE = "10031093000"


def draft(office, **card):
    return actions.create_draft(forms.document(forms.card(**card)), owner=office.owner, by=office.author, at=NOW)


def published(office, **card):
    version = draft(office, **card)
    actions.submit(version, by=office.author, at=NOW)
    actions.approve(version, by=office.approver, at=NOW)
    actions.accept(version, by=office.reviewer, at=NOW)
    if not (version.service.code or card.get("service_id")):
        identified(version.service)
    return actions.publish(version, by=office.publisher, at=NOW)


def said(caught):
    return " ".join(caught.value.messages)


def test_four_people_take_a_card_to_the_public(office):
    version = published(office)

    steps = version.stage_changes.values_list("source", "target", "by", "as_role")
    assert list(steps) == [
        ("", "draft", office.author.pk, "author"),
        ("draft", "submitted", office.author.pk, "author"),
        ("submitted", "approved", office.approver.pk, "approver"),
        ("approved", "accepted", office.reviewer.pk, "reviewer"),
        ("accepted", "published", office.publisher.pk, "publisher"),
    ]
    assert (version.submitted_by, version.approved_by, version.accepted_by, version.published_by) == (
        office.author,
        office.approver,
        office.reviewer,
        office.publisher,
    )
    assert set(version.stage_changes.values_list("sha256", flat=True)) == {version.sha256}


def test_a_newer_version_replaces_the_one_in_force(office):
    first = published(office)
    second = published(office, description="شرحی که از شرح پیشین درست‌تر و کامل‌تر است.")

    first.refresh_from_db()

    assert (first.stage, first.replaced_at, second.number) == ("replaced", NOW, 2)
    assert first.stage_changes.last().target == "replaced"
    assert first.service == second.service


def test_the_id_of_the_form_becomes_the_services_own_when_published(office):
    version = draft(office, service_id=CODE)
    assert version.service.code is None

    published(office, service_id="10031093001", title="خدمتی دیگر")
    actions.submit(version, by=office.author, at=NOW)
    actions.approve(version, by=office.approver, at=NOW)
    actions.accept(version, by=office.reviewer, at=NOW)

    assert actions.publish(version, by=office.publisher, at=NOW).service.code == CODE


def test_an_id_of_another_agency_is_not_published(office, django_assert_num_queries):
    other = VersionFactory(published=True)
    type(other.service).objects.filter(pk=other.service.pk).update(code=CODE)

    with pytest.raises(ValidationError) as caught:
        published(office, service_id=CODE)

    assert CODE in said(caught)
    assert "سازمان نمونه" in said(caught)


@pytest.mark.parametrize("who", ["author", "approver", "reader", "publisher"])
def test_only_authors_send(office, who):
    version = draft(office)

    if who == "author":
        assert actions.submit(version, by=office.author, at=NOW).stage == "submitted"
        return
    with pytest.raises(ValidationError, match="نویسندگان «سازمان نمونه»"):
        actions.submit(version, by=getattr(office, who), at=NOW)


@pytest.mark.parametrize("who", ["author", "reader", "publisher"])
def test_only_approvers_of_the_agency_approve(office, who):
    version = actions.submit(draft(office), by=office.author, at=NOW)

    with pytest.raises(ValidationError, match="تأییدکنندگان «سازمان نمونه»"):
        actions.approve(version, by=getattr(office, who), at=NOW)


def test_a_stranger_with_the_same_right_elsewhere_is_refused(office):
    elsewhere = OrganizationFactory()
    version = draft(office)

    for role, move in [("author", actions.submit), ("approver", actions.approve), ("publisher", actions.publish)]:
        with pytest.raises(ValidationError):
            move(version, by=person(role, elsewhere), at=NOW)

    assert ServiceVersion.objects.get().stage == "draft"
    assert version.stage_changes.count() == 1


def test_nobody_takes_two_parts_even_with_every_role(office):
    centre = office.publisher.memberships.get().organization
    for organization, role in [(office.owner, "approver"), (centre, "publisher")]:
        MembershipFactory(user=office.author, organization=organization, role=role)
    version = actions.submit(draft(office), by=office.author, at=NOW)

    with pytest.raises(ValidationError, match="سه نفر"):
        actions.approve(version, by=office.author, at=NOW)
    actions.approve(version, by=office.approver, at=NOW)
    with pytest.raises(ValidationError, match="سه نفر"):
        actions.accept(version, by=office.author, at=NOW)
    actions.accept(version, by=office.reviewer, at=NOW)
    with pytest.raises(ValidationError, match="سه نفر"):
        actions.publish(version, by=office.author, at=NOW)


def test_an_editor_in_between_had_a_hand_too(office):
    version = draft(office)
    Membership.objects.create(user=office.approver, organization=office.owner, role="author", starts_on=NOW.date())
    actions.replace_draft(version, forms.document(), by=office.approver, at=NOW)
    actions.submit(version, by=office.author, at=NOW)

    with pytest.raises(ValidationError, match="سه نفر"):
        actions.approve(version, by=office.approver, at=NOW)


@pytest.mark.parametrize(("stage", "step"), [("approved", "accept"), ("accepted", "publish")])
def test_a_blocker_stops_acceptance_and_publication_and_is_named(office, rules, stage, step):
    rules("B", "B", "A")
    version = VersionFactory(service__owner=office.owner, stage=stage)

    with pytest.raises(ValidationError) as caught:
        getattr(actions, step)(version, by=office.publisher, at=NOW)

    assert "۲ مانع" in said(caught)
    assert "X01، X02" in said(caught)


def test_findings_of_older_rules_are_made_anew_before_publishing(office, rules):
    version = VersionFactory(service__owner=office.owner, stage="accepted", checked_with="older")
    rules("B")

    with pytest.raises(ValidationError, match="مانع"):
        actions.publish(version, by=office.publisher, at=NOW)


def test_one_person_of_the_centre_may_accept_and_publish(office):
    version = VersionFactory(service__owner=office.owner, stage="approved")
    identified(version.service)
    actions.accept(version, by=office.publisher, at=NOW)

    assert actions.publish(version, by=office.publisher, at=NOW).stage == "published"


def test_an_older_text_does_not_take_the_place_of_a_newer(office):
    older = VersionFactory(service__owner=office.owner, stage="accepted")
    VersionFactory(service=older.service, published=True)

    with pytest.raises(ValidationError, match="تازه"):
        actions.publish(older, by=office.publisher, at=NOW)


def test_a_refusal_says_every_unmet_condition(office):
    with pytest.raises(ValidationError) as caught:
        actions.publish(draft(office), by=office.author, at=NOW)

    assert len(caught.value.messages) == 3
    assert "میز کار" in said(caught)


def test_a_membership_that_ended_gives_no_right(office):
    Membership.objects.filter(user=office.author).update(ends_on=NOW.date() - timedelta(days=1))

    with pytest.raises(ValidationError, match="نویسندگان"):
        actions.submit(draft(office), by=office.author, at=NOW)


def test_a_draft_is_replaced_whole_and_a_sent_version_is_not(office):
    version = draft(office)
    shorter = forms.document(forms.card(documents=[], processes=["یک"], title="عنوان تازه"))

    changed = actions.replace_draft(version, shorter, by=office.author, at=NOW)

    assert changed.title == changed.card.title == "عنوان تازه"
    assert (changed.process_rows.count(), changed.documentrequirement_rows.count()) == (1, 0)
    actions.submit(version, by=office.author, at=NOW)
    with pytest.raises(ValidationError, match="فرستاده شده"):
        actions.replace_draft(version, shorter, by=office.author, at=NOW)


def test_a_second_draft_of_one_service_is_refused_and_leaves_no_trace(office):
    draft(office)

    with pytest.raises(ValidationError, match="همان را کامل"):
        draft(office)

    assert ServiceVersion.objects.count() == 1


def test_an_unknown_person_is_refused(office):
    with pytest.raises(ValidationError):
        actions.submit(draft(office), by=UserFactory(), at=NOW)
