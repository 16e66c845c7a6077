"""Reads one file after the other and says how each came out, how long it took and what it held."""

import os
import sys
import tempfile
import time
from collections import deque
from pathlib import Path
from typing import Any, NamedTuple

from bench.fuzz import cost
from khedmat.importing.readers.archives import is_archive, members
from khedmat.importing.readers.containers import sniffing
from khedmat.importing.readers.paper import is_scan
from khedmat.importing.readers.reading import read_bytes
from khedmat.importing.readers.unreadable import Unreadable

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
OFFICE = {"doc", "odt", "rtf"}
REACHED: list[str] = []  # what a file made us do that no file may


class Outcome(NamedTuple):
    """`how`: refused, read, or the name of an error; `seconds` of the processor; `clock`: those on it.

    `peak` in MB: above what was held before, or all that a child held. `program`: which other one reads such a file.
    """

    name: str
    how: str
    seconds: float
    clock: float
    peak: float
    program: str


def begin(folder: str) -> None:
    """What is written belongs in a folder of this run."""
    os.environ["TMPDIR"] = folder
    tempfile.tempdir = folder
    guard(Path(folder))


def judged(case: tuple[str, bytes]) -> tuple[Outcome, tuple[str, ...]]:
    """How a file came out, and what it made us do outside."""
    REACHED.clear()
    return read(*case), tuple(REACHED)


def guard(folder: Path) -> None:
    """Notes every call to the network and every file that is opened for writing outside of a folder."""

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if event in ("socket.connect", "socket.getaddrinfo"):
            REACHED.append(f"{event} {args[1:]}")
        if event == "open" and isinstance(args[2], int) and args[2] & WRITES and _is_outside(args[0], folder):
            REACHED.append(f"open {args[0]!r}")

    sys.addaudithook(hook)


def _is_outside(path: object, folder: Path) -> bool:
    allowed = (str(folder), "/dev/", "/proc/")
    return isinstance(path, str | bytes) and not os.fsdecode(path).startswith(allowed)


def read(name: str, data: bytes) -> Outcome:
    """Never raises what a file brought about."""
    program = _program(data)
    cost.forget_peak()
    held, used, start = cost.held(), cost.processor(), time.perf_counter()
    how = _outcome(name, data)
    clock, seconds = time.perf_counter() - start, cost.processor() - used
    peak = cost.largest_of_others() if program == "LibreOffice" else max(cost.peak() - held, cost.peak_of_children())
    return Outcome(name, how, seconds, clock, peak, program)


def _program(data: bytes) -> str:
    """Nobody but ourselves reads what is no file of these kinds."""
    try:
        return "LibreOffice" if sniffing.kind_of(data) in OFFICE else "Tesseract" if is_scan(data) else ""
    except Unreadable:
        return ""


def _outcome(name: str, data: bytes) -> str:
    try:
        _open(name, data)
    except Unreadable as refusal:
        return "refused" if refusal.message else "refused without a word"
    except Exception as error:  # noqa: BLE001
        return f"{type(error).__name__}: {str(error)[:80]}"
    return "read"


def _open(name: str, data: bytes) -> None:
    """Of an archive every member is unpacked: each of them is a file that is judged by itself elsewhere."""
    if is_archive(data):
        deque(members(data, name), maxlen=0)
    else:
        read_bytes(data, name)
