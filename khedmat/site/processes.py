"""The processes of a real installation, and Django's commands for developers."""

import argparse
import asyncio
import os
import signal
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import django
from django.core.management import execute_from_command_line
from procrastinate import signals
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.exceptions import ConnectorException

from khedmat.site import programs
from khedmat.site.settled import settle

BESIDE = 10  # of 19: to check ten thousand cards anew takes minutes, in which pages are read
ORPHAN_PATIENCE = 15  # seconds for the job in hand, as many as the supervisor gives a child
APART = {"webhooks": 4}  # queues whose jobs wait for strangers, and how many of them at once


def run(given: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "khedmat.site.settings")
    return {"serve": _serve, "worker": _work, "django": _django}[given.command](given)


def _serve(given: argparse.Namespace) -> int:
    command = programs.server()
    os.execv(command[0], command)


def _work(given: argparse.Namespace) -> int:
    """Ends when the database goes: the supervisor starts it again, and again, until the database is back."""
    _give_way()
    django.setup()
    settle()
    try:
        with app.replace_connector(DjangoConnector().get_worker_connector()):
            asyncio.run(_until_one_ends())
    except ConnectorException:
        print("پایگاه داده در دسترس نیست؛ کارهای پس‌زمینه ایستاد تا دوباره آغاز شود.", file=sys.stderr)
        return 1
    return 0


def _give_way() -> None:
    """Before any thread, each of which stands back by itself.

    Linux weighs processes against those of their session, and then sessions: that of the supervisor's worker, which is
    alone in its own, must stand back as well, or half of a processor is its as before. Not that of somebody's shell.
    """
    os.nice(BESIDE)
    if os.getsid(0) == os.getpid():
        with suppress(OSError):
            Path("/proc/self/autogroup").write_text(str(BESIDE))


def shares() -> list[dict[str, Any]]:
    """The queues of each worker of the process: whoever waits for a stranger's server holds up nobody else's work."""
    known = {task.queue for task in app.tasks.values()} - APART.keys()
    apart = ({"queues": [name], "concurrency": many} for name, many in APART.items())
    return [{"queues": sorted(known)}, *apart]


async def _until_one_ends() -> None:
    """Told to stop, or when one of them does, all end what they are at and stop."""
    async with app.open_async():
        app.perform_import_paths()
        work = [asyncio.create_task(app.run_worker_async(**one, install_signal_handlers=False)) for one in shares()]
        with signals.on_stop(partial(_told_to_stop, work, os.getppid())):
            await asyncio.wait(work, return_when=asyncio.FIRST_COMPLETED)
        _stop(work)
        ends = await asyncio.gather(*work, return_exceptions=True)
    for end in ends:
        if isinstance(end, Exception):
            raise end


def _told_to_stop(work: list[asyncio.Task[None]], parent: int) -> None:
    """After kill -9 of the supervisor nobody is left to end a job of minutes: the next worker takes it up."""
    if os.getppid() != parent:
        signal.alarm(ORPHAN_PATIENCE)
    _stop(work)


def _stop(work: list[asyncio.Task[None]]) -> None:
    """Told twice, a worker would leave its job half-way."""
    for one in work:
        if not one.cancelling():
            one.cancel()


def _django(given: argparse.Namespace) -> int:
    with programs.database():
        execute_from_command_line(["khedmat django", *given.arguments])
    return 0
