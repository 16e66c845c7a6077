"""The two kinds of process of an installation, as command lines; no Django here: the supervisor stays small."""

import contextlib
import sys
from pathlib import Path

from khedmat.core import postgres
from khedmat.site import env

WORKERS, THREADS = 2, 4  # threads: no more than connections in the pool

LAST_REQUEST = 5  # seconds to answer it


def server() -> list[str]:
    where = ["--host", env.address(), "--port", str(env.port())]
    size = ["--workers", str(WORKERS), "--blocking-threads", str(THREADS)]
    # A worker told to stop while it still starts does not hear it: without a limit granian waits for it for ever.
    care = ["--respawn-failed-workers", "--workers-kill-timeout", str(LAST_REQUEST), "--log-level", "warning"]
    return [_beside("granian"), "--interface", "wsgi", *size, *care, *where, "khedmat.site.wsgi:application"]


def worker() -> list[str]:
    return [_beside("khedmat"), "worker"]


def follower() -> list[str]:
    return [_beside("khedmat"), "index", "--follow"]


def database() -> contextlib.AbstractContextManager[None]:
    """The embedded server while a command needs it; somebody else's server is there anyhow."""
    cluster = env.cluster()
    return postgres.held(cluster) if cluster else contextlib.nullcontext()


def _beside(name: str) -> str:
    """The program of this environment, whatever PATH says."""
    return str(Path(sys.executable).with_name(name))
