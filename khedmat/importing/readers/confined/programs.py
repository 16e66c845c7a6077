"""Programs of others (LibreOffice, Tesseract) on files of strangers: without network, with few means, not for long.

Nothing of them outlives the call, and nothing of our surroundings is told to them.
"""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

# Set by a shell that is gone then: between fork and exec no Python may run where there are threads.
_LIMITS = 'ulimit -c 0 && ulimit -v "$1" && ulimit -f "$2" && ulimit -t "$3" && shift 3 && exec "$@"'
_KIB, _BLOCK = 1024, 512  # what it counts memory and files in
_WITHOUT_NETWORK = ("unshare", "--map-root-user", "--net", "--")


class Means(NamedTuple):
    """Bytes of memory and of each file that it writes; seconds of the processor, and of the clock if it has others."""

    memory: int
    files: int
    seconds: int
    clock: int = 0

    @property
    def patience(self) -> int:
        """On the clock: what is waited for on a busy machine."""
        return self.clock or self.seconds


class Failed(Exception):
    """It did not end well in time."""


def run(command: Sequence[str], means: Means, *, folder: Path) -> bool:
    """Whether it ended well in time. Its home is the folder."""
    with _started(command, means, folder, pipe=subprocess.DEVNULL) as process, suppress(subprocess.TimeoutExpired):
        return process.wait(means.patience) == 0
    return False


def output_of(command: Sequence[str], means: Means, *, given: bytes, more: Mapping[str, str]) -> bytes:
    """What it prints when it is given these bytes; `more` of its surroundings is told to it. It writes no file."""
    with _started(command, means, Path("/"), pipe=subprocess.PIPE, more=more) as process:
        try:
            printed, _ = process.communicate(given, timeout=means.patience)
        except subprocess.TimeoutExpired:
            raise Failed from None
    if process.returncode:
        raise Failed
    return printed


@contextmanager
def _started(
    command: Sequence[str], means: Means, folder: Path, *, pipe: int, more: Mapping[str, str] = MappingProxyType({})
) -> Iterator[subprocess.Popen[bytes]]:
    home = {"HOME": str(folder), "TMPDIR": str(folder)}
    with subprocess.Popen(
        [*_isolation(), "sh", "-c", _LIMITS, "sh", *_figures(means), *command],
        stdin=pipe,
        stdout=pipe,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8", **home, **more},
        cwd=folder,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            _end(process)


def _figures(means: Means) -> tuple[str, str, str]:
    return str(means.memory // _KIB), str(means.files // _BLOCK), str(means.seconds)


def _end(process: subprocess.Popen[bytes]) -> None:
    """With all that it started: the starter of LibreOffice may be gone while its program goes on."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


@cache
def _isolation() -> tuple[str, ...]:
    """What cuts a program off from the network, where this machine allows it."""
    if shutil.which(_WITHOUT_NETWORK[0]) is None:
        return ()
    tried = subprocess.run([*_WITHOUT_NETWORK, "true"], capture_output=True, timeout=10, check=False)
    return _WITHOUT_NETWORK if tried.returncode == 0 else ()
