"""Two people at the same moment: what one of them does waits for the other, and nothing is doubled."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction

from khedmat.cards import actions
from khedmat.cards.models import Process, Service, ServiceVersion
from tests.factories import forms
from tests.factories.cards import NOW, VersionFactory, identified

LATER = NOW + timedelta(days=1)
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("rules")]


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Runs them together; an answer or the refusal of each."""
    start = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        start.wait()
        try:
            return act()
        except (ValidationError, DatabaseError) as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def refusals(results):
    return [result for result in results if isinstance(result, Exception)]


def test_one_form_taken_in_four_times_at_once_is_one_service_with_one_draft(office):
    def take():
        return actions.create_draft(forms.document(), owner=office.owner, by=office.author, at=NOW)

    results = at_once(take, take, take, take)

    assert len(refusals(results)) == 3
    assert (Service.objects.count(), ServiceVersion.objects.count()) == (1, 1)


def test_a_draft_sent_twice_at_once_is_sent_once(office):
    version = VersionFactory(service__owner=office.owner)

    results = at_once(*[lambda: actions.submit(version, by=office.author, at=NOW)] * 3)

    assert len(refusals(results)) == 2
    assert version.stage_changes.filter(target="submitted").count() == 1


def test_two_versions_published_at_once_leave_one_in_force(office):
    first = VersionFactory(service__owner=office.owner, stage="accepted")
    second = VersionFactory(service=identified(first.service), stage="accepted", card={"description": "شرحی دیگر"})

    results = at_once(
        *[lambda version=version: actions.publish(version, by=office.publisher, at=NOW) for version in (first, second)]
    )

    stages = dict(first.service.versions.values_list("number", "stage"))
    assert stages[2] == "published"
    assert stages[1] == ("accepted" if refusals(results) else "replaced")


def test_one_accepts_and_one_returns_at_once_and_the_second_hears_of_the_first(office):
    version = VersionFactory(service__owner=office.owner, stage="approved")

    results = at_once(
        lambda: actions.accept(version, by=office.reviewer, at=LATER),
        lambda: actions.send_back(version, reason="ناقص است.", by=office.publisher, at=LATER),
    )

    stage = ServiceVersion.objects.get(pk=version.pk).stage
    first = {"accepted": office.reviewer, "returned": office.publisher}[stage]
    told = [str(refusal) for refusal in refusals(results)]
    assert stage == "returned" or str(first) in " ".join(told)
    assert version.stage_changes.filter(target__in=["accepted", "returned"]).count() == 2 - len(told)


def test_a_version_is_accepted_once_by_two_at_once(office):
    version = VersionFactory(service__owner=office.owner, stage="approved")

    results = at_once(
        *[lambda by=by: actions.accept(version, by=by, at=LATER) for by in (office.reviewer, office.publisher)]
    )

    (refusal,) = refusals(results)
    assert str(ServiceVersion.objects.get(pk=version.pk).accepted_by) in str(refusal)
    assert version.stage_changes.filter(target="accepted").count() == 1


def test_a_row_cannot_slip_in_beside_a_submission(office):
    version = VersionFactory(service__owner=office.owner)
    sent, tried = Barrier(2), []

    def submit():
        with transaction.atomic():
            actions.submit(version, by=office.author, at=NOW)
            sent.wait()
            connection.cursor().execute("SELECT pg_sleep(0.3)")

    def slip_in():
        sent.wait()
        tried.append(True)
        Process.objects.create(version=version, order=99, title="ردیف دیررس")

    results = at_once(submit, slip_in)

    assert tried
    assert isinstance(results[1], DatabaseError)
    assert not Process.objects.filter(order=99).exists()


def test_four_savings_of_different_boxes_at_once_are_all_kept(office):
    version = VersionFactory(service__owner=office.owner)
    boxes = {"card.title": "عنوان", "card.audience": "همه", "card.url": "https://a.ir/x", "card.system_name": "سامانه"}

    results = at_once(
        *[
            lambda path=path, text=text: actions.edit_draft(
                version, actions.Asked({path: text}), seen=0, by=office.author, at=NOW
            )
            for path, text in boxes.items()
        ]
    )

    kept = ServiceVersion.objects.get(pk=version.pk)
    assert refusals(results) == []
    assert (kept.title, kept.audience, kept.url, kept.system_name) == tuple(boxes.values())
    assert sorted(kept.edits.values_list("revision", flat=True)) == [1, 2, 3, 4]


def test_one_box_saved_by_two_at_once_keeps_the_first_and_tells_the_second(office):
    version = VersionFactory(service__owner=office.owner)

    saved = at_once(
        *[
            lambda text=text: actions.edit_draft(
                version, actions.Asked({"card.title": text}), seen=0, by=office.author, at=NOW
            )
            for text in ("یکی", "دیگری")
        ]
    )

    title = ServiceVersion.objects.get(pk=version.pk).title
    (clash,) = [clash for one in saved for clash in one.clashes]
    assert {title, clash.mine} == {"یکی", "دیگری"}
    assert clash.theirs == title


def test_a_saving_beside_a_submission_is_either_in_it_or_refused(office):
    version = VersionFactory(service__owner=office.owner)

    edited, sent = at_once(
        lambda: actions.edit_draft(version, actions.Asked({"card.title": "دیر"}), seen=0, by=office.author, at=NOW),
        lambda: actions.submit(version, by=office.author, at=NOW),
    )

    signed = ServiceVersion.objects.get(pk=version.pk)
    assert signed.stage == "submitted"
    assert (signed.title == "دیر") == (not isinstance(edited, ValidationError))
    assert not isinstance(sent, Exception)
