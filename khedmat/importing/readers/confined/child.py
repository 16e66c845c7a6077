"""One confined child as its parent sees it: asked, answered for, ended."""

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import BinaryIO, cast

import khedmat
from khedmat.importing.readers.confined.messages import Answer, Broken, Task, receive_answer, send_task

_PROGRAM = (sys.executable, "-m", "khedmat.importing.readers.confined.inside")
_ROOT = str(Path(khedmat.__file__).parents[1])
_ENVIRONMENT: Mapping[str, str] = {"PYTHONPATH": _ROOT, "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8"}
LONGEST = 90  # seconds on the clock, when even the child's own limits fail
_LAST_BREATH = 0.5


class Child:
    """A program of its own: it has neither the sockets nor the secrets of its parent."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            _PROGRAM,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env=_ENVIRONMENT,
            start_new_session=True,
        )
        self.tasks = cast(BinaryIO, self.process.stdin)
        self.answers = cast(BinaryIO, self.process.stdout)

    def ask(self, task: Task) -> Answer:
        """Broken when it dies of the task; it has ended then."""
        timer = Timer(LONGEST, self.process.kill)
        timer.start()
        try:
            send_task(self.tasks, task)
            answer = receive_answer(self.answers)
        except (Broken, OSError):
            self.end()
            raise Broken from None
        except BaseException:  # interrupted: its answer would be taken for that of the next file
            self.end()
            raise
        finally:
            timer.cancel()
        if answer.last:
            self.end()
        return answer

    @property
    def is_ready(self) -> bool:
        return self.process.poll() is None

    @property
    def died_of(self) -> int | None:
        """The signal that ended it."""
        code = self.process.returncode
        return -code if code is not None and code < 0 else None

    def end(self) -> None:
        """One that is dying by itself keeps its reason."""
        self._close()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(_LAST_BREATH)
        self.process.kill()
        self.process.wait()

    def forget(self) -> None:
        """In a forked copy of its owner: it belongs to the other process, which would else never see it end."""
        nowhere = os.open(os.devnull, os.O_RDWR)
        for pipe in (self.tasks, self.answers):
            os.dup2(nowhere, pipe.fileno(), inheritable=False)  # closing would first send what the owner was writing
        os.close(nowhere)
        self.process.returncode = 0

    def _close(self) -> None:
        for pipe in (self.tasks, self.answers):
            with suppress(OSError):
                pipe.close()
