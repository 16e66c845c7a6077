"""How long every list of a registry takes to answer, and how many questions it asks the database.

Run: python -m bench.registry [CARDS [ROUNDS]]. An installation of its own with full durability, the product's own
server of two processes, two readers at once. Status 1 when a list's p99 or its number of questions is over its limit.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDER = tempfile.TemporaryDirectory()
Path(FOLDER.name).chmod(0o755)  # the database runs as somebody else
PORT = "8979"
os.environ |= {"KHEDMAT_DATA": FOLDER.name, "KHEDMAT_PORT": PORT, "DJANGO_SETTINGS_MODULE": "khedmat.site.settings"}

import django  # noqa: E402

django.setup()

from bench.registry.filling import fill  # noqa: E402
from bench.registry.pages import PAGES, measured, questions  # noqa: E402
from khedmat.core import postgres  # noqa: E402
from khedmat.site import env  # noqa: E402
from tests.site.installation import until  # noqa: E402

PROGRAM = Path(sys.executable).with_name("khedmat")
CARDS, ROUNDS = 53_000, 200
MOST_MS, MOST_QUESTIONS = 60.0, 12


@contextmanager
def served() -> Iterator[None]:
    with subprocess.Popen([PROGRAM, "serve"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            until(lambda: socket.socket().connect_ex(("127.0.0.1", int(PORT))) == 0)
            yield
        finally:
            server.terminate()


def main() -> int:
    cards, rounds = (*map(int, sys.argv[1:3]), *(CARDS, ROUNDS)[len(sys.argv[1:3]) :])
    cluster = env.cluster()
    assert cluster is not None
    over = False
    with FOLDER, postgres.held(cluster):
        subprocess.run([PROGRAM, "up", "--no-serve"], check=True, stdout=subprocess.DEVNULL)
        start = time.perf_counter()
        fill(cards)
        print(f"{cards:,} cards were filled in in {time.perf_counter() - start:.0f} s")
        with served():
            for page in PAGES:
                found, asked = measured(page, rounds, f"http://127.0.0.1:{PORT}"), questions(page)
                is_over = found.p99 > MOST_MS or asked > MOST_QUESTIONS
                over |= is_over
                print(f"{page.name:44} {found}   {asked:3} questions{'   OVER' if is_over else ''}", flush=True)
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
