"""An installation of its own with a whole country's cards, full durability and all the product's own processes.

Imported before anything of Django: the settings read the environment once. With a folder in BENCH_DATA it stays, and
the next run with as many cards fills nothing in.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

KEPT = os.environ.get("BENCH_DATA", "")
FOLDER = Path(KEPT or tempfile.mkdtemp())
FOLDER.mkdir(parents=True, exist_ok=True)
FOLDER.chmod(0o755)  # the database runs as somebody else
PORT = 8979
SITE = f"http://127.0.0.1:{PORT}"
os.environ |= {
    "KHEDMAT_DATA": str(FOLDER),
    "KHEDMAT_PORT": str(PORT),
    "DJANGO_SETTINGS_MODULE": "khedmat.site.settings",
}

import django  # noqa: E402

django.setup()

from bench.registry.filling import fill  # noqa: E402
from khedmat.core import postgres  # noqa: E402
from khedmat.site import env  # noqa: E402
from tests.site.installation import until  # noqa: E402

PROGRAM = Path(sys.executable).with_name("khedmat")


@contextmanager
def filled(cards: int) -> Iterator[None]:
    """While its database runs; in the end all of it is gone, unless it is to stay."""
    cluster = env.cluster()
    assert cluster is not None
    with nullcontext() if KEPT else _gone_afterwards(), postgres.held(cluster):
        subprocess.run([PROGRAM, "up", "--no-serve"], check=True, stdout=subprocess.DEVNULL)
        told = FOLDER / "filled"
        if not told.exists():
            _fill(cards)
            told.write_text(str(cards))
        assert told.read_text() == str(cards), f"{FOLDER} holds {told.read_text()} cards"
        yield


@contextmanager
def _gone_afterwards() -> Iterator[None]:
    try:
        yield
    finally:
        shutil.rmtree(FOLDER)


def _fill(cards: int) -> None:
    start = time.perf_counter()
    fill(cards)
    subprocess.run([PROGRAM, "index", "--rebuild"], check=True, stdout=subprocess.DEVNULL)
    print(f"{cards:,} cards were filled in and indexed in {time.perf_counter() - start:.0f} s", flush=True)


@contextmanager
def program(command: list[str | Path], port: int, env: dict[str, str] | None = None) -> Iterator[None]:
    """While it serves at this port."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env) as server:
        try:
            until(lambda: socket.socket().connect_ex(("127.0.0.1", port)) == 0)
            yield
        finally:
            server.terminate()


def served() -> AbstractContextManager[None]:
    """With the worker and the follower of the index beside the server, as anywhere."""
    return program([PROGRAM, "up"], PORT)
