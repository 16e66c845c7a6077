"""What must be in place before the first page: tables, reference data, static files and, for a newcomer, samples."""

import os
import sys

import django
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection

from khedmat.core.postgres import Failed
from khedmat.site import env

OLDEST = 15_00_00
LOCK = 7_320_616_861  # of PostgreSQL, so that two hosts do not migrate at once


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "khedmat.site.settings")
    django.setup()
    try:
        _demand_database()
        _step("جدول‌ها", lambda: call_command("migrate", interactive=False, verbosity=0))
    except (Failed, env.Misused) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _demand_database() -> None:
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        raise Failed(f"به پایگاه داده راهی نیست؛ DATABASE_URL را بررسی کنید: {str(error).strip()}") from None
    if connection.connection.info.server_version < OLDEST:
        raise Failed("این سامانه PostgreSQL 15 یا تازه‌تر می‌خواهد.")
