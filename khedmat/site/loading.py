"""`khedmat import`: what reading alone must not wait for — Django and the database — and then the import itself."""

import argparse
import os
import sys
from typing import TextIO

import django
from django.db import DatabaseError, OperationalError, connection
from django.utils import timezone

from khedmat.core.postgres import Failed
from khedmat.site import programs

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "khedmat.site.settings")
django.setup()

from khedmat.importing import command  # noqa: E402
from khedmat.organizations.models import Organization  # noqa: E402


def run(given: argparse.Namespace) -> int:
    _say_anything_on(sys.stdout)
    _say_anything_on(sys.stderr)
    with programs.database():
        try:
            _demand_prepared()
            return command.run(given, at=timezone.now())
        except OperationalError as error:
            raise Failed(f"پیوند با پایگاه داده گسست؛ همین فرمان را دوباره بدهید: {str(error).strip()}") from None
        except OSError as error:
            raise Failed(f"پرونده‌ای در پوشهٔ داده‌ها نوشته نشد ({error.strerror}): {error.filename}") from None
        finally:
            connection.close()


def _say_anything_on(stream: TextIO) -> None:
    """Neither a C locale nor a file's name of odd bytes may end the command."""
    stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[attr-defined]


def _demand_prepared() -> None:
    if not _is_prepared():
        raise Failed("پایگاه داده هنوز آماده نیست؛ نخست این فرمان را بدهید: khedmat up --no-serve")


def _is_prepared() -> bool:
    """A table that is not there is one more answer; a lost connection is none."""
    try:
        return Organization.objects.exists()
    except OperationalError:
        raise
    except DatabaseError:
        return False
