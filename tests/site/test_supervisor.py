"""The supervisor over small programs: what ends is started again, what must end ends."""

import signal
import sys
import time

import pytest

from khedmat.site import supervisor
from khedmat.site.supervisor import Child

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]
DEAF = [
    sys.executable,
    "-c",
    "import signal, time; signal.signal(15, signal.SIG_IGN); print(flush=True); time.sleep(60)",
]


@pytest.fixture(autouse=True)
def _signals_as_before():
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def run_for(ticks, children, then=lambda: None):
    """The loop of the supervisor for so many ticks."""
    left = iter(range(ticks))

    def tick():
        then()
        if next(left, None) is None:
            raise KeyboardInterrupt

    supervisor.supervise(children, tick)


@pytest.fixture(autouse=True)
def _fast(monkeypatch):
    monkeypatch.setattr(supervisor, "TICK", 0.02)


@pytest.mark.parametrize("status", [0, 1])
def test_a_child_that_ends_is_started_again_whatever_its_status(monkeypatch, status):
    monkeypatch.setattr(supervisor, "AT_MOST_EVERY", 0.0)
    seen = set()
    child = Child("ends", [sys.executable, "-c", f"raise SystemExit({status})"])

    run_for(30, [child], lambda: child.process and (child.process.wait(), seen.add(child.process.pid)))

    assert len(seen) > 5


def test_a_child_that_dies_at_once_is_not_started_in_a_hurry():
    child = Child("ends", ["/bin/false"])

    run_for(20, [child])
    first = child.process

    assert first is not None
    child.keep(child.started + supervisor.AT_MOST_EVERY - 0.01)
    assert child.process is first
    child.keep(child.started + supervisor.AT_MOST_EVERY)
    assert child.process is not first
    child.process.wait()


def test_stopping_ends_every_child():
    children = [Child("a", SLEEP), Child("b", SLEEP)]

    run_for(3, children)

    assert [child.process.returncode for child in children] == [-signal.SIGTERM] * 2


def test_a_child_that_does_not_listen_is_killed(monkeypatch):
    monkeypatch.setattr(supervisor, "PATIENCE", 0.2)
    child = Child("deaf", DEAF)

    run_for(2, [child], lambda: time.sleep(0.2))

    assert child.process.returncode == -signal.SIGKILL


def test_children_stand_in_a_session_of_their_own():
    process = supervisor.spawn([sys.executable, "-c", "import os; raise SystemExit(os.getsid(0) != os.getpid())"])

    assert process.wait() == 0
