"""`khedmat import`: what reading alone must not wait for — Django and the database — and then the import itself."""

import argparse
import os

import django
from django.utils import timezone

from khedmat.core.failed import Failed

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "khedmat.site.settings")
django.setup()

from khedmat.importing import command  # noqa: E402
from khedmat.site.readiness import prepared_database  # noqa: E402
from khedmat.site.settled import settle  # noqa: E402


def run(given: argparse.Namespace) -> int:
    settle()
    with prepared_database():
        try:
            return command.run(given, at=timezone.now())
        except OSError as error:
            raise Failed(f"پرونده‌ای در پوشهٔ داده‌ها نوشته نشد ({error.strerror}): {error.filename}") from None
