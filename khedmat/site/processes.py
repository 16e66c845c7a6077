"""The processes of a real installation, and Django's commands for developers."""

import argparse
import os
import sys

import django
from django.core.management import execute_from_command_line
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.exceptions import ConnectorException

from khedmat.site import programs


def run(given: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "khedmat.site.settings")
    return {"serve": _serve, "worker": _work, "django": _django}[given.command](given)


def _serve(given: argparse.Namespace) -> int:
    command = programs.server()
    os.execv(command[0], command)


def _work(given: argparse.Namespace) -> int:
    """Ends when the database goes: the supervisor starts it again, and again, until the database is back."""
    django.setup()
    try:
        with app.replace_connector(DjangoConnector().get_worker_connector()):
            app.run_worker()
    except ConnectorException:
        print("پایگاه داده در دسترس نیست؛ کارهای پس‌زمینه ایستاد تا دوباره آغاز شود.", file=sys.stderr)
        return 1
    return 0


def _django(given: argparse.Namespace) -> int:
    with programs.database():
        execute_from_command_line(["khedmat django", *given.arguments])
    return 0
