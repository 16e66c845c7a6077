"""Keeps processes alive: an ended one is started again whatever its exit status, a stop reaches all of them."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

TICK = 0.5
AT_MOST_EVERY = 2.0  # seconds between two starts of one child
PATIENCE = 15.0  # seconds between a polite stop and a rude one
_libc = ctypes.CDLL(None)
_PR_SET_PDEATHSIG = 1


@dataclass
class Child:
    """One process and how it is started."""

    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    started: float = -AT_MOST_EVERY

    def keep(self, now: float) -> None:
        """Starts it when it does not run, never in a hurry: a child that dies at once must not eat the machine."""
        ended = self.process is None or self.process.poll() is not None
        if ended and now - self.started >= AT_MOST_EVERY:
            self.process, self.started = spawn(self.command), now

    def end(self, number: signal.Signals) -> None:
        if self.process and self.process.poll() is None:
            self.process.send_signal(number)

    def wait(self, until: float) -> None:
        if self.process:
            try:
                self.process.wait(max(0.0, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def spawn(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """A session of its own, so that Ctrl-C in the terminal reaches the supervisor alone and the order is kept."""
    parent = os.getpid()
    return subprocess.Popen(command, start_new_session=True, preexec_fn=lambda: _die_with(parent))  # noqa: PLW1509


def _die_with(parent: int) -> None:
    """After kill -9 of the supervisor nothing of it stays and holds the port."""
    if sys.platform == "linux":
        _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(1)


def supervise(children: Sequence[Child], tick: Callable[[], None]) -> None:
    """Until KeyboardInterrupt. `tick` is called twice a second, and mends what is not a child."""
    try:
        while True:
            tick()
            for child in children:
                child.keep(time.monotonic())
            time.sleep(TICK)
    except KeyboardInterrupt:
        pass
    finally:
        stop(children)


def stop(children: Sequence[Child]) -> None:
    """All are asked at once, so the wait is the longest, not the sum. Deaf to a second Ctrl-C: half a stop is none."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    until = time.monotonic() + PATIENCE
    for child in children:
        child.end(signal.SIGTERM)
    for child in children:
        child.wait(until)
