"""An installation of its own with a whole country's cards, full durability and the product's own server.

Imported before anything of Django: the settings read the environment once.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

FOLDER = tempfile.TemporaryDirectory()
Path(FOLDER.name).chmod(0o755)  # the database runs as somebody else
PORT = 8979
SITE = f"http://127.0.0.1:{PORT}"
os.environ |= {
    "KHEDMAT_DATA": FOLDER.name,
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
    """While its database runs; in the end all of it is gone."""
    cluster = env.cluster()
    assert cluster is not None
    with FOLDER, postgres.held(cluster):
        subprocess.run([PROGRAM, "up", "--no-serve"], check=True, stdout=subprocess.DEVNULL)
        start = time.perf_counter()
        fill(cards)
        print(f"{cards:,} cards were filled in in {time.perf_counter() - start:.0f} s", flush=True)
        yield


@contextmanager
def program(command: list[str | Path], port: int) -> Iterator[None]:
    """While it serves at this port."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            until(lambda: socket.socket().connect_ex(("127.0.0.1", port)) == 0)
            yield
        finally:
            server.terminate()


def served() -> AbstractContextManager[None]:
    return program([PROGRAM, "serve"], PORT)
