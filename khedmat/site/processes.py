"""The processes of a real installation, and Django's commands for developers."""

import argparse
import contextlib
import os
import sys
from pathlib import Path

from django.core.management import execute_from_command_line

from khedmat.core import postgres
from khedmat.site import env

WORKERS, THREADS = 2, 4  # threads: no more than connections in the pool


def run(given: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "khedmat.site.settings")
    return {"serve": _serve, "worker": _work, "django": _django}[given.command](given)


def server_command() -> list[str]:
    """granian's command line for this installation."""
    where = ["--host", env.address(), "--port", str(env.port())]
    size = ["--workers", str(WORKERS), "--blocking-threads", str(THREADS), "--respawn-failed-workers"]
    return [
        _program("granian"),
        "--interface",
        "wsgi",
        *size,
        *where,
        "--log-level",
        "warning",
        "khedmat.site.wsgi:application",
    ]


def worker_command() -> list[str]:
    return [_program("khedmat"), "worker"]


def _program(name: str) -> str:
    """The one of this environment, whatever PATH says."""
    return str(Path(sys.executable).with_name(name))


def _serve(given: argparse.Namespace) -> int:
    command = server_command()
    os.execv(command[0], command)


def _work(given: argparse.Namespace) -> int:
    execute_from_command_line(["khedmat", "procrastinate", "worker"])
    return 0


def _django(given: argparse.Namespace) -> int:
    with running():
        execute_from_command_line(["khedmat django", *given.arguments])
    return 0


def running() -> contextlib.AbstractContextManager[None]:
    """The embedded server while a command needs it; somebody else's server is there anyhow."""
    cluster = env.cluster()
    return postgres.held(cluster) if cluster else contextlib.nullcontext()
