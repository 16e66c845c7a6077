"""What a confined child may use. Set by itself before it looks at a file; POSIX only."""

import os
import resource
import signal
from pathlib import Path

ROOM = 240 * 1024 * 1024  # bytes of memory above what the program itself takes
MOST_SECONDS = 60
_FIRST_SECONDS = 2.0
_LIFETIME = 600  # seconds of work, over all files of one child
_FILES = 32
_GROWN = 64 * 1024 * 1024


def confine() -> None:
    """No file is written, no process started, no picture of the memory left behind."""
    for what, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, _FILES),
        (resource.RLIMIT_CPU, _LIFETIME),
    ):
        resource.setrlimit(what, (most, most))


class Memory:
    """Measured once: a child that has grown would else be allowed more with every file."""

    def __init__(self) -> None:
        self.base = _size()
        if self.base:
            resource.setrlimit(resource.RLIMIT_AS, (self.base + ROOM, self.base + ROOM))

    @property
    def has_grown(self) -> bool:
        """The next file would not have its room."""
        return _size() > self.base + _GROWN


def begin(seconds: float = _FIRST_SECONDS) -> None:
    """Work from now on, in seconds of the processor: a busy machine refuses no file. Beyond them SIGPROF ends all."""
    signal.setitimer(signal.ITIMER_PROF, min(seconds, MOST_SECONDS))


def allow(seconds: float) -> None:
    """More of it, counted from now. Outside of a confined child nothing is counted: the signal would end the caller."""
    if signal.getitimer(signal.ITIMER_PROF)[0]:
        begin(seconds)


def allow_pages(pages: int) -> None:
    """A few pages at once, a quarter of a second for each further one."""
    allow(_FIRST_SECONDS + max(pages - 4, 0) / 4)


def rest() -> None:
    signal.setitimer(signal.ITIMER_PROF, 0)


def _size() -> int:
    """Bytes of address space; 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0
