"""A real installation in a folder of its own: started, looked at, and killed in parts."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

PROGRAM = Path(sys.executable).with_name("khedmat")


def until(condition: Callable[[], object], seconds: float = 60.0) -> None:
    """Waits for what must come true soon."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come true in time"
        time.sleep(0.05)


def slain(pid: int) -> None:
    """As the kernel does when memory runs out. Nobody's number is 0: that would be the whole test run."""
    assert pid > 0, "there is nothing to kill"
    os.kill(pid, signal.SIGKILL)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def clean_environment(**settings: object) -> dict[str, str]:
    """Of the shell only what does not name another installation."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("KHEDMAT", "DATABASE", "DJANGO"))}
    return kept | {name: str(value) for name, value in settings.items()}


def khedmat(*arguments: object, **settings: object) -> subprocess.CompletedProcess[str]:
    """One command to its end."""
    command = [PROGRAM, *map(str, arguments)]
    environment = clean_environment(**settings)
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=90, check=False)


def command_lines() -> dict[int, tuple[int, str]]:
    """Every process: its parent and its command line; what is a zombie has none."""
    found = {}
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            parent = int((process / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        found[int(process.name)] = (parent, words)
    return found


@dataclass
class Installation:
    """`khedmat up` on a port and a folder."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None
    earlier: int = 0

    def start(self) -> None:
        environment = clean_environment(KHEDMAT_DATA=self.folder, KHEDMAT_PORT=self.port)
        with (self.folder.parent / "out").open("ab") as out:
            self.earlier = out.tell()
            self.process = subprocess.Popen(
                [PROGRAM, "up"], env=environment, stdout=out, stderr=out, start_new_session=True
            )
        # Its own server: the one of a killed predecessor may still be answering its last request.
        until(lambda: self.has_ended() or (self.server() and self.answers()), 180)
        assert not self.has_ended(), self.said()

    def has_ended(self) -> bool:
        return not self.process or self.process.poll() is not None

    def said(self) -> str:
        """In this run."""
        return (self.folder.parent / "out").read_bytes()[self.earlier :].decode()

    def answers(self) -> bool:
        """A page that needed the database."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health/", timeout=5) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def stop(self) -> int:
        assert self.process
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(30)

    def kill(self) -> None:
        assert self.process
        self.process.kill()
        self.process.wait()

    def postmaster(self) -> int:
        return int((self.folder / "postgres/data/postmaster.pid").read_text().split()[0])

    def children(self, of: int, word: str) -> list[int]:
        return [pid for pid, (parent, words) in command_lines().items() if parent == of and word in words]

    def server(self) -> int:
        """0 while it is not there; so for the workers."""
        assert self.process
        return next(iter(self.children(self.process.pid, "granian")), 0)

    def web_workers(self) -> list[int]:
        return self.children(self.server(), "granian")

    def web_worker(self) -> int:
        return next(iter(self.web_workers()), 0)

    def job_worker(self) -> int:
        assert self.process
        return next(iter(self.children(self.process.pid, "khedmat worker")), 0)

    def holders_of_the_port(self) -> list[int]:
        return [pid for pid, (_, words) in command_lines().items() if f"--port {self.port} " in words]
