"""What a hostile file might make a reader do, as functions for a confined child."""

import ctypes
import json
import os
import signal
import time
from pathlib import Path

from khedmat.importing.readers.unreadable import Unreadable

KEPT: list[bytearray] = []


def echo(data: bytes, times: int = 1) -> bytes:
    return data * times


def pid(_data: bytes) -> bytes:
    return str(os.getpid()).encode()


def sleep(data: bytes) -> bytes:
    time.sleep(float(data))
    return pid(data)


def refuse(data: bytes) -> bytes:
    raise Unreadable(data.decode())


def fail(_data: bytes) -> bytes:
    raise RuntimeError("a bug")


def crash(_data: bytes) -> bytes:
    return ctypes.string_at(0)


def loop(_data: bytes) -> bytes:
    while True:
        pass


def eat(_data: bytes) -> bytes:
    return bytes(400 * 1024 * 1024)


def grow(_data: bytes) -> bytes:
    """Memory that stays when the file is done."""
    KEPT.append(bytearray(100 * 1024 * 1024))
    return pid(b"")


def chatter(_data: bytes) -> bytes:
    print("not an answer", flush=True)
    return b"answer"


def lie(_data: bytes) -> bytes:
    """An answer of four gigabytes is announced, as code that took the child over could."""
    for number in range(3, 32):
        if _target(number).startswith("pipe"):
            os.write(number, b"d\x00\xff\xff\xff\xff")
    time.sleep(30)
    return b""


def means(data: bytes) -> bytes:
    """What the child has: open files, environment, whether it can write a file."""
    return json.dumps(
        {
            "files": sorted(filter(None, map(_target, range(64)))),
            "environment": sorted(os.environ),
            "writes": _writes(Path(data.decode())),
        }
    ).encode()


def _target(number: int) -> str:
    try:
        return os.readlink(f"/proc/self/fd/{number}")
    except OSError:
        return ""


def _writes(path: Path) -> bool:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        path.write_bytes(b"x")
    except OSError:
        return False
    return True
