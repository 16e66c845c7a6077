"""One step for several versions: each once, each by the ordinary action, whatever happens half-way."""

from contextlib import suppress
from datetime import timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.utils.timezone import localdate
from procrastinate.contrib.django.models import ProcrastinateJob

from khedmat.cards.bulk import taking
from khedmat.cards.bulk.acts import ACTS
from khedmat.cards.bulk.beginning import Wish, begin, cancel, enqueue
from khedmat.cards.bulk.taking import take_some, waiting_in
from khedmat.cards.enums import BulkAct, BulkState, Stage
from khedmat.cards.models import BulkResult, BulkRun, ServiceVersion, StageChange
from khedmat.cards.tasks import advance_bulk, take_up_bulk
from tests.factories.cards import NOW, VersionFactory, identified
from tests.factories.people import OrganizationFactory, centre, person

pytestmark = pytest.mark.django_db
BEFORE = {
    BulkAct.APPROVE: Stage.SUBMITTED,
    BulkAct.ACCEPT: Stage.APPROVED,
    BulkAct.PUBLISH: Stage.ACCEPTED,
    BulkAct.APPOINT: Stage.ACCEPTED,
    BulkAct.RETURN: Stage.APPROVED,
}
SAID = {BulkAct.RETURN: {"reason": "ناقص است."}, BulkAct.APPOINT: {"day": localdate(NOW) + timedelta(days=3)}}


@pytest.fixture(autouse=True)
def no_rules(monkeypatch):
    """Whether a card is good is asked elsewhere."""
    monkeypatch.setattr("khedmat.cards.actions.store_findings", lambda version, on: None)
    monkeypatch.setattr("khedmat.cards.checking.store_findings", lambda version, on: None)


@pytest.fixture
def office():
    owner = OrganizationFactory()
    return SimpleNamespace(
        owner=owner,
        author=person("author", owner),
        approver=person("approver", owner),
        reviewer=person("reviewer", centre()),
        publisher=person("publisher", centre()),
    )


def versions_in(office, stage, number=3):
    made = [VersionFactory(service__owner=office.owner, stage=stage) for _one in range(number)]
    for one in made:
        identified(one.service)
    return made


def begun(versions, act, by, **said):
    return begin(Wish(act, [one.pk for one in versions], said.pop("token", uuid4()), **said), by=by, at=NOW)


def taken(run, seconds=60.0):
    take_some(run, at=NOW, seconds=seconds)
    return BulkRun.objects.get(pk=run.pk)


def stages(versions):
    known = dict(ServiceVersion.objects.order_by("pk").values_list("pk", "stage"))
    return [known[one.pk] for one in versions]


def advance(run):
    """As the worker does it."""
    advance_bulk(SimpleNamespace(start_timestamp=NOW.timestamp()), run=run.pk)


@pytest.mark.parametrize("act", ACTS)
def test_every_step_is_taken_for_each_in_the_name_of_whoever_asked(office, act):
    versions = versions_in(office, BEFORE[act])
    by = office.approver if act == BulkAct.APPROVE else office.publisher

    run = taken(begun(versions, act, by, **SAID.get(act, {})))

    assert run.state == BulkState.DONE
    assert list(run.results.order_by("pk").values_list("is_done", flat=True)) == [True] * 3
    after = Stage.ACCEPTED if act == BulkAct.APPOINT else ACTS[act].target
    assert stages(versions) == [after] * 3
    lines = StageChange.objects.filter(version__in=versions, by=by)
    assert lines.count() == 3
    assert {line.reason for line in lines} == {SAID.get(act, {}).get("reason", "")}


def test_what_is_refused_keeps_its_stage_and_says_why_and_the_others_go_on(office):
    first, second, third = versions_in(office, Stage.SUBMITTED)
    StageChange.objects.create(
        version=second, source="draft", target="draft", by=office.approver, at=NOW, sha256=second.sha256
    )

    run = taken(begun([first, second, third], BulkAct.APPROVE, office.approver))

    assert stages([first, second, third]) == ["approved", "submitted", "approved"]
    refused = run.results.get(is_done=False)
    assert refused.version == second
    assert "سه نفر" in refused.reasons[0]


def test_a_right_elsewhere_takes_no_step_and_sees_no_version(office):
    versions = versions_in(office, Stage.SUBMITTED)

    with pytest.raises(ValidationError, match="برگزیده نشده"):
        begun(versions, BulkAct.APPROVE, person("approver", OrganizationFactory()))

    assert stages(versions) == ["submitted"] * 3
    assert not BulkRun.objects.exists()


def test_what_one_does_not_see_is_passed_over(office):
    mine = versions_in(office, Stage.SUBMITTED, 1)
    others = [VersionFactory(stage=Stage.SUBMITTED)]

    assert begun([*others, *mine], BulkAct.APPROVE, office.approver).versions == [mine[0].pk]


def test_the_same_page_sent_again_is_the_same_run(office):
    versions, token = versions_in(office, Stage.SUBMITTED), uuid4()
    first = taken(begun(versions, BulkAct.APPROVE, office.approver, token=token))

    again = taken(begun(versions, BulkAct.APPROVE, office.approver, token=token))

    assert again == first
    assert BulkResult.objects.count() == 3
    assert StageChange.objects.filter(target="approved").count() == 3


def test_the_token_of_somebody_else_is_not_mine(office):
    versions, token = versions_in(office, Stage.APPROVED), uuid4()
    theirs = begun(versions, BulkAct.ACCEPT, office.publisher, token=token)

    assert begun(versions, BulkAct.ACCEPT, office.reviewer, token=token) != theirs


def test_a_version_named_twice_is_taken_once(office):
    (version,) = versions_in(office, Stage.SUBMITTED, 1)

    assert begun([version, version], BulkAct.APPROVE, office.approver).versions == [version.pk]


def test_a_run_that_dies_half_way_is_taken_up_where_it_stopped(office, monkeypatch):
    versions, asked = versions_in(office, Stage.SUBMITTED, 5), []
    run, act = begun(versions, BulkAct.APPROVE, office.approver), ACTS[BulkAct.APPROVE]

    def dying(version, *rest):
        asked.append(version.pk)
        if len(asked) == 3:
            act.take(version, *rest)
            raise KeyboardInterrupt
        return act.take(version, *rest)

    monkeypatch.setitem(taking.ACTS, BulkAct.APPROVE, act._replace(take=dying))
    with suppress(KeyboardInterrupt):
        take_some(run, at=NOW, seconds=60)
    assert stages(versions) == ["approved", "approved", "submitted", "submitted", "submitted"]

    assert taken(run).state == BulkState.DONE
    assert stages(versions) == ["approved"] * 5
    assert StageChange.objects.filter(target="approved").count() == BulkResult.objects.count() == 5


def test_a_version_that_breaks_its_action_does_not_hold_up_the_others(office, monkeypatch, caplog):
    versions = versions_in(office, Stage.SUBMITTED)
    run, act = begun(versions, BulkAct.APPROVE, office.approver), ACTS[BulkAct.APPROVE]

    def breaking(version, *rest):
        if version.pk == versions[0].pk:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1 / 0")
        return act.take(version, *rest)

    monkeypatch.setitem(taking.ACTS, BulkAct.APPROVE, act._replace(take=breaking))

    assert taken(run).state == BulkState.DONE
    assert stages(versions) == ["submitted", "approved", "approved"]
    assert "خطایی" in run.results.get(is_done=False).reasons[0]
    assert "broke the bulk run" in caplog.text


def test_many_published_at_once_end_no_suspension(office):
    versions = versions_in(office, Stage.SUSPENDED, 1)

    run = taken(begun(versions, BulkAct.PUBLISH, office.publisher))

    assert stages(versions) == ["suspended"]
    assert "پایان تعلیق" in run.results.get().reasons[0]


def test_what_is_cancelled_goes_no_further_and_keeps_what_is_done(office):
    versions = versions_in(office, Stage.SUBMITTED)
    run = begun(versions, BulkAct.APPROVE, office.approver)
    take_some(run, at=NOW, seconds=-1)

    cancel(run)

    assert taken(run).state == BulkState.CANCELLED
    assert stages(versions) == ["approved", "submitted", "submitted"]
    assert len(waiting_in(run)) == 2


def test_what_has_ended_is_not_cancelled(office):
    run = taken(begun(versions_in(office, Stage.SUBMITTED, 1), BulkAct.APPROVE, office.approver))

    with pytest.raises(ValidationError, match="پایان یافت"):
        cancel(run)


def test_the_worker_takes_a_few_seconds_and_asks_for_the_next_step(office, monkeypatch):
    monkeypatch.setattr("khedmat.cards.tasks.A_STEP", -1.0)
    versions = versions_in(office, Stage.SUBMITTED, 2)
    run = begun(versions, BulkAct.APPROVE, office.approver)

    advance(run)
    assert ProcrastinateJob.objects.filter(task_name=advance_bulk.name, status="todo").count() == 1
    for _step in range(2):
        advance(run)

    assert BulkRun.objects.get().state == BulkState.DONE
    assert stages(versions) == ["approved"] * 2


def test_a_run_under_way_has_a_step_in_the_queue_whatever_became_of_the_last_one(office):
    run = begun(versions_in(office, Stage.SUBMITTED, 1), BulkAct.APPROVE, office.approver)
    jobs = ProcrastinateJob.objects.filter(task_name=advance_bulk.name)

    for _twice in range(2):
        take_up_bulk(timestamp=0)
        enqueue(run.pk)
    assert jobs.count() == 1

    cancel(run)
    take_up_bulk(timestamp=60)
    assert jobs.count() == 1


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (BulkAct.RETURN, {}),
        (BulkAct.RETURN, {"reason": "  "}),
        (BulkAct.APPOINT, {}),
        (BulkAct.ACCEPT, {"reason": "چرا"}),
    ],
)
def test_the_database_refuses_a_step_that_says_too_little_or_too_much(office, act, said):
    with pytest.raises(ValidationError):
        begun(versions_in(office, Stage.APPROVED, 1), act, office.publisher, **said)


@pytest.mark.parametrize(
    "change", [{"act": "publish"}, {"reason": "دیگر"}, {"versions": [1]}, {"at": NOW + timedelta(days=1)}]
)
def test_what_was_asked_never_changes(office, change):
    run = begun(versions_in(office, Stage.APPROVED, 1), BulkAct.ACCEPT, office.reviewer)

    with pytest.raises(DatabaseError), transaction.atomic():
        BulkRun.objects.filter(pk=run.pk).update(**change)


def test_what_became_of_a_version_never_changes_and_a_run_never_begins_again(office):
    run = taken(begun(versions_in(office, Stage.APPROVED, 1), BulkAct.ACCEPT, office.reviewer))

    for forbidden in (
        lambda: run.results.update(is_done=False, reasons=["چنین نبود"]),
        lambda: run.results.all().delete(),
        lambda: BulkRun.objects.filter(pk=run.pk).update(state=BulkState.RUNNING),
        lambda: BulkRun.objects.filter(pk=run.pk).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            forbidden()
