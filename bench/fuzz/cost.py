"""What this process and its children have used so far: seconds of the processor and memory."""

import os
import resource
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_SELF = Path("/proc/self")
_TICKS = os.sysconf("SC_CLK_TCK")
_PARENT, _TIMES = 1, slice(11, 15)  # in what follows the name in /proc/…/stat: of its own and of its buried children


def processor() -> float:
    """Seconds: a busy machine does not lengthen them. Of the children too, those that work and those that ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    at_work = sum(sum(map(int, stat[_TIMES])) for _folder, stat in _children())
    return time.process_time() + ended.ru_utime + ended.ru_stime + at_work / _TICKS


def held() -> float:
    """MB that this process holds now."""
    return _megabytes(_SELF, "VmRSS")


def peak() -> float:
    """The most MB that this process held since `forget_peak`."""
    return _megabytes(_SELF, "VmHWM")


def peak_of_children() -> float:
    """The same of its largest child that is still there."""
    return max((_megabytes(folder, "VmHWM") for folder, _stat in _children()), default=0.0)


def largest_of_others() -> float:
    """The most MB that any program held which this process started and which has ended."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def forget_peak() -> None:
    for folder in (_SELF, *(folder for folder, _stat in _children())):
        with suppress(OSError):
            (folder / "clear_refs").write_text("5")


def _children() -> Iterator[tuple[Path, list[str]]]:
    own = str(os.getpid())
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            stat = (folder / "stat").read_text("ascii", "replace").rpartition(")")[2].split()
            if stat[_PARENT] == own:
                yield folder, stat


def _megabytes(folder: Path, name: str) -> float:
    """0 of what is gone meanwhile."""
    with suppress(OSError):
        lines = (folder / "status").read_text("utf-8", "replace").splitlines()
        return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(name)), 0.0)
    return 0.0
