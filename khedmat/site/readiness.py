"""What a command that needs the tables waits for, and how it speaks. Imported after Django is set up."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from django.db import DatabaseError, OperationalError, connection

from khedmat.core.failed import Failed
from khedmat.organizations.models import Organization
from khedmat.site import programs


@contextmanager
def prepared_database() -> Iterator[None]:
    """The database while it is needed; what is wrong with it is a sentence."""
    _say_anything_on(sys.stdout)
    _say_anything_on(sys.stderr)
    with programs.database():
        try:
            _demand_prepared()
            yield
        except OperationalError as error:
            raise Failed(f"پیوند با پایگاه داده گسست؛ همین فرمان را دوباره بدهید: {str(error).strip()}") from None
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
