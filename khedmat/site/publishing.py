"""`khedmat publish-data`: all open data of the published registry into a folder."""

import argparse
import os
import sys
from pathlib import Path

import django
from django.utils import timezone

from khedmat.core.failed import Failed

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "khedmat.site.settings")
django.setup()

from khedmat.linked_data.nightly import edition  # noqa: E402
from khedmat.linked_data.parts import MANIFEST  # noqa: E402
from khedmat.linked_data.publishing import publish  # noqa: E402
from khedmat.site.readiness import prepared_database  # noqa: E402


def run(given: argparse.Namespace) -> int:
    folder = Path(given.folder)
    with prepared_database():
        try:
            manifest = publish(folder, at=timezone.now(), source=_source(folder), tell=_tell)
        except OSError as error:
            raise Failed(f"در پوشه نوشته نشد ({error.strerror}): {error.filename}") from None
    print(f"{manifest['services']} خدمت در {len(manifest['files'])} پرونده: {given.folder}")
    return 0


def _source(folder: Path) -> Path | None:
    """What an empty folder copies from: the edition of the night."""
    newest = edition()
    return newest.folder if newest and not (folder / MANIFEST).exists() else None


def _tell(number: int) -> None:
    """On a line of its own: a long work is seen to go on."""
    print(f"{number} خدمت …", file=sys.stderr)
