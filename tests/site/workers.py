"""Real workers of the queue on the database and the folder of a test, killed half-way."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from django.conf import settings
from django.db import connection
from procrastinate.exceptions import AlreadyEnqueued

from khedmat.core.tasks import retry_stalled
from tests.site.installation import clean_environment, until


@contextmanager
def worker(program: str) -> Iterator[subprocess.Popen[bytes]]:
    """`program`: `khedmat worker` as the test wants it, in Python."""
    where = settings.DATABASES["default"]
    address = f"postgresql://{where['USER']}@/{where['NAME']}?host={where['HOST']}"
    named = clean_environment(DATABASE_URL=address, KHEDMAT_DATA=settings.KHEDMAT_DATA)
    with subprocess.Popen([sys.executable, "-c", program], env=named | {"PYTHONPATH": os.getcwd()}) as process:
        try:
            yield process
        finally:
            process.kill()


def killed_when(program: str, condition: Callable[[], Any]) -> None:
    """A worker of which nothing is left, and of which the next one hears at once instead of after half a minute."""
    with worker(program):
        until(condition)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 hour'")
    with suppress(AlreadyEnqueued):
        retry_stalled.defer(timestamp=0)
