"""The workers of the queue in one process: who waits for a stranger holds up nobody else, and all stop together."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued

from khedmat.core.tasks import retry_stalled
from khedmat.site import processes
from khedmat.site.processes import APART, BESIDE, shares
from khedmat.webhooks.tasks import deliver
from tests.site.installation import command_lines, slain, until
from tests.site.workers import worker

# `khedmat worker` as it is, with receivers that answer only when the test lets them.
SILENT = """
import os, time, django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "khedmat.site.settings")
django.setup()
from khedmat.webhooks import tasks
from khedmat.site.cli import main
def silent(subscription, *, at, how):
    while not os.path.exists(GATE):
        time.sleep(0.05)
tasks.deliver_next = silent
raise SystemExit(main(["worker"]))
"""


def test_every_queue_is_the_work_of_one_worker():
    taken = [name for share in shares() for name in share["queues"]]

    assert sorted(taken) == sorted({task.queue for task in app.tasks.values()})
    assert APART.keys() < set(taken)


GROUP = Path("/proc/self/autogroup")
STANDS_BACK = f"from khedmat.site.processes import _give_way; _give_way(); print(open('{GROUP}').read().split()[-1])"


@pytest.mark.skipif(not GROUP.exists(), reason="sessions are not weighed here")
@pytest.mark.parametrize("is_its_own", [True, False])
def test_the_session_of_a_worker_stands_back_unless_it_is_somebody_elses(is_its_own):
    shell = (
        f"import subprocess, sys; print(subprocess.check_output([sys.executable, '-c', {STANDS_BACK!r}], text=True))"
    )
    program = STANDS_BACK if is_its_own else shell
    said = subprocess.check_output([sys.executable, "-c", program], text=True, start_new_session=True)

    assert (int(said) == BESIDE) == is_its_own


def statuses(task):
    return set(ProcrastinateJob.objects.filter(task_name=task.name).values_list("status", flat=True))


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_silent_receivers_hold_up_no_other_work_and_the_process_ends_what_it_is_at(tmp_path):
    gate = tmp_path / "answered"
    for number in range(APART["webhooks"]):
        deliver.defer(subscription=number)

    with worker(f"GATE = {str(gate)!r}\n{SILENT}") as process:
        until(lambda: statuses(deliver) == {"doing"})
        threads = map(int, os.listdir(f"/proc/{process.pid}/task"))
        assert {os.getpriority(os.PRIO_PROCESS, one) for one in threads} == {BESIDE}
        with suppress(AlreadyEnqueued):  # the worker's own clock may have been first
            retry_stalled.defer(timestamp=0)
        until(lambda: "succeeded" in statuses(retry_stalled))
        assert statuses(deliver) == {"doing"}
        process.send_signal(signal.SIGTERM)
        gate.touch()

        assert process.wait(timeout=60) == 0
    assert statuses(deliver) == {"succeeded"}
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_workers")
        assert cursor.fetchone() == (0,)


# A supervisor that started such a worker, and waits.
SUPERVISOR = """
import sys, time
from khedmat.site import supervisor
print(supervisor.spawn([sys.executable, "-c", WORKER]).pid, file=open(TOLD, "w"), flush=True)
time.sleep(600)
"""


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_an_orphan_does_not_stay_for_a_job_that_takes_long(tmp_path):
    gate, told = tmp_path / "never", tmp_path / "pid"
    deliver.defer(subscription=1)
    hurried = f"from khedmat.site import processes\nprocesses.ORPHAN_PATIENCE = 1\nGATE = {str(gate)!r}\n{SILENT}"

    with worker(f"WORKER = {hurried!r}\nTOLD = {str(told)!r}\n{SUPERVISOR}") as process:
        until(lambda: statuses(deliver) == {"doing"})
        orphan = int(told.read_text())
        assert orphan in command_lines()
        slain(process.pid)

        until(lambda: orphan not in command_lines(), processes.ORPHAN_PATIENCE)


# What a program does where an exception is ignored: nearly all of its time is that of finalizers.
FINALIZERS = """
import time, weakref
def work(*_, **__):
    open(GATE, "w").close()
    while True:
        weakref.finalize(lambda: None, time.sleep, 0.05)
"""
PREPARES = "from khedmat.site import prepare\nprepare.STEPS = {'x': work}\nraise SystemExit(prepare.main())"
FOLLOWS = """
from khedmat.site import cli, indexing
indexing.keeping.Follower.step = work
raise SystemExit(cli.main(["index", "--follow"]))
"""


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("program", [PREPARES, FOLLOWS], ids=["prepares", "follows"])
def test_a_stop_is_not_lost_in_a_finalizer(program, tmp_path):
    gate = tmp_path / "at work"

    with worker(f"GATE = {str(gate)!r}\n{FINALIZERS}\n{program}") as process:
        until(gate.exists)
        process.send_signal(signal.SIGTERM)

        assert process.wait(timeout=30) == -signal.SIGTERM
