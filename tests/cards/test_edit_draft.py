"""Editing a draft box by box: what is written, kept, refused and remembered."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from khedmat.cards import actions
from khedmat.cards.actions import Asked
from khedmat.cards.canonical import digest_of
from khedmat.cards.form import Warning
from khedmat.cards.models import Edit, ServiceVersion
from khedmat.permits.models import PermitForm
from tests.factories import forms
from tests.factories.cards import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(office):
    return actions.create_draft(forms.document(), owner=office.owner, by=office.author, at=NOW)


@pytest.fixture
def edit(office, draft):
    def act(said=(), *, seen=0, by=office.author, at=NOW, **more):
        return actions.edit_draft(draft, Asked(dict(said), **more), seen=seen, by=by, at=at)

    return act


def again(draft):
    return ServiceVersion.objects.get(pk=draft.pk)


def test_a_box_is_written_everywhere_it_is_kept(draft, edit):
    saved = edit({"card.title": "عنوان تازه", "card.processes": ["یک", "دو"], "card.stages.request.channels": ["sms"]})

    kept = again(draft)
    assert (kept.title, kept.card.title, kept.revision) == ("عنوان تازه", "عنوان تازه", 1)
    assert list(kept.process_rows.order_by("order").values_list("title", flat=True)) == ["یک", "دو"]
    assert kept.stage_rows.get(stage="request").channels == ["sms"]
    assert kept.sha256 == digest_of(kept.document) == saved.version.sha256


def test_what_was_and_what_is_stay_in_the_log(draft, edit, office):
    edit({"card.audience": "دانشجویان", "card.title": draft.title})

    (row,) = Edit.objects.all()
    assert row.changes == {"card.audience": {"was": "عموم مردم", "now": "دانشجویان"}}
    assert (row.revision, row.by, row.version) == (1, office.author, draft)


def test_a_page_that_changes_nothing_writes_nothing(draft, edit):
    saved = edit({"card.title": draft.title, "card.documents": ["کارت ملی", "درخواست"]})

    assert (again(draft).revision, saved.is_written, Edit.objects.count()) == (0, False, 0)


def test_the_log_of_edits_is_never_changed(edit):
    edit({"card.audience": "دانشجویان"})

    for spoil in (lambda: Edit.objects.update(revision=5), lambda: Edit.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            spoil()


def test_another_box_changed_meanwhile_stays(draft, edit, office):
    edit({"card.audience": "دانشجویان"})

    saved = edit({"card.audience": "عموم مردم", "card.title": "دیگر"}, seen=0)

    assert (saved.clashes, again(draft).audience, again(draft).title) == ([], "دانشجویان", "دیگر")


def test_the_same_box_changed_by_two_is_a_clash_and_the_rest_is_written(draft, edit):
    edit({"card.audience": "دانشجویان"})

    saved = edit({"card.audience": "کارگران", "card.title": "دیگر"}, seen=0)

    assert [(clash.path, clash.mine, clash.theirs) for clash in saved.clashes] == [
        ("card.audience", "کارگران", "دانشجویان")
    ]
    assert (again(draft).audience, again(draft).title) == ("دانشجویان", "دیگر")


def test_who_saw_the_other_change_may_overwrite_it(draft, edit):
    edit({"card.audience": "دانشجویان"})

    saved = edit({"card.audience": "کارگران"}, seen=1)

    assert (saved.clashes, again(draft).audience) == ([], "کارگران")


@pytest.mark.parametrize("said", [{"card.nature": "royal"}, {"card.nothing": "x"}, {"card.recipients.count": -1}])
def test_what_no_form_offers_is_refused_in_words(draft, edit, said):
    with pytest.raises(ValidationError, match="گزینه"):
        edit(said)

    assert again(draft).revision == 0


def test_what_was_sent_is_no_longer_edited(draft, edit, office):
    actions.submit(draft, by=office.author, at=NOW)

    with pytest.raises(ValidationError, match="فرستاده شده"):
        edit({"card.title": "دیگر"})


def test_whoever_edits_has_had_a_hand_in_it(draft, edit, office):
    edit({"card.title": "دیگر"}, by=office.approver)
    actions.submit(draft, by=office.author, at=NOW)

    with pytest.raises(ValidationError, match="سه نفر"):
        actions.approve(draft, by=office.approver, at=NOW)


def test_savings_in_a_row_are_one_line_of_the_life(draft, edit):
    for place in range(3):
        edit({"card.title": f"عنوان {place}"}, seen=place, at=NOW + timedelta(minutes=place))
    edit({"card.title": "پس از ناهار"}, seen=3, at=NOW + timedelta(hours=2))

    assert draft.stage_changes.count() == 2
    assert draft.edits.count() == 4


def test_permit_forms_follow_the_document(draft, edit):
    edit({"permits": forms.PERMITS})
    assert list(PermitForm.objects.order_by("order").values_list("action", flat=True)) == ["issue", "renew"]

    edit({"permits": []}, seen=1)
    assert not PermitForm.objects.exists()


def test_a_retyped_value_is_no_longer_what_was_read(draft, edit):
    edit({"card.title": "دیگر"})

    assert draft.traces.get().state == "replaced"


def test_a_reading_that_is_agreed_with_is_accepted_and_remembered(draft, edit, office):
    edit(accepted=["card.title"])

    assert draft.traces.get().state == "accepted"
    assert Edit.objects.get().accepted == ["card.title"]


def test_a_doubt_is_settled_by_a_value_or_by_saying_that_the_form_is_silent(office):
    document = forms.document(forms.card(nature=None), undecided=["nature", "audience", "level"])
    draft = actions.create_draft(document, owner=office.owner, by=office.author, at=NOW)

    asked = Asked({"card.nature": "sovereign"}, decided=["card.audience"])
    actions.edit_draft(draft, asked, seen=0, by=office.author, at=NOW)

    assert again(draft).undecided == ["level"]


def test_findings_are_those_of_the_new_text(draft, edit):
    saved = edit({"card.title": None})

    assert "C01" in {found.rule for found in saved.findings}
    assert draft.findings.filter(rule="C01", field="card.title").exists()


def test_a_reason_why_a_box_does_not_apply_is_part_of_what_is_signed(draft, edit):
    before = draft.sha256

    edit({"not_applicable.card.audience": "این خدمت مخاطب بیرونی ندارد"})

    assert again(draft).document.not_applicable == {"card.audience": "این خدمت مخاطب بیرونی ندارد"}
    assert again(draft).sha256 != before


def test_a_keystroke_costs_few_queries(draft, edit):
    with CaptureQueriesContext(connection) as queries:
        edit({"card.audience": "دانشجویان"})

    assert len(queries) <= 21  # the last of them asks for the statutory limit of the service


@pytest.fixture
def warned(office):
    left_out = [Warning(code="filler", field="card.visits", message="-", found="---")]
    document = forms.document(forms.card(visits=None)).model_copy(update={"warnings": left_out})
    return actions.create_draft(document, owner=office.owner, by=office.author, at=NOW)


def test_a_placeholder_of_the_paper_is_no_blocker_once_its_box_is_filled_in(warned, office):
    assert warned.findings.filter(rule="K03").exists()

    actions.edit_draft(warned, Asked({"card.visits.count": 1}), seen=0, by=office.author, at=NOW)

    assert not warned.findings.filter(rule="K03").exists()


def test_a_placeholder_of_the_paper_can_be_settled_as_nothing(warned, office):
    saved = actions.edit_draft(warned, Asked(decided=["card.visits"]), seen=0, by=office.author, at=NOW)

    assert not [one for one in saved.findings if one.rule == "K03"]
    assert again(warned).document.warnings == []
    assert again(warned).revision == 1
