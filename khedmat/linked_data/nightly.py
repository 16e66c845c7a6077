"""The folder of open data that everybody may fetch: one edition a day (of Tehran), put in place whole."""

import shutil
import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.utils.timezone import localdate

from khedmat.linked_data.parts import MANIFEST, manifest_of
from khedmat.linked_data.publishing import publish

KEPT_DAYS = 14
MAKING = ".making-"


class Edition(NamedTuple):
    """The files of one day. Whoever asks for a file gets only what `manifest` names."""

    day: date
    folder: Path
    manifest: dict[str, Any]

    def file(self, name: str) -> Path | None:
        """None for what the manifest does not name: no path is built of what a stranger typed."""
        return self.folder / name if name in self.manifest["files"] or name == MANIFEST else None


def root() -> Path:
    return Path(settings.KHEDMAT_DATA) / "open-data"


def days() -> list[date]:
    """Of the editions that are there, the newest first."""
    return sorted(filter(None, map(_day, root().glob("????-??-??"))), reverse=True)


def _day(folder: Path) -> date | None:
    try:
        return date.fromisoformat(folder.name)
    except ValueError:
        return None


def edition(day: date | None = None) -> Edition | None:
    """Of a day, else the newest; None where there is none, or no whole one."""
    found = day or next(iter(days()), None)
    if found is None:
        return None
    folder = root() / found.isoformat()
    manifest = manifest_of(folder)
    return Edition(found, folder, manifest) if manifest else None


def make(*, at: datetime) -> bool:
    """Whether the edition of the day was made now. OSError where it cannot be written; what is there stays."""
    day, before = localdate(at), days()
    if day in before:
        return False
    root().mkdir(parents=True, exist_ok=True)
    _sweep()
    since = root() / before[0].isoformat() if before else None
    with tempfile.TemporaryDirectory(dir=root(), prefix=MAKING) as aside:
        made = Path(aside) / day.isoformat()
        publish(made, at=at, since=since)
        made.rename(root() / day.isoformat())
    for old in days()[KEPT_DAYS:]:
        shutil.rmtree(root() / old.isoformat())
    return True


def _sweep() -> None:
    """What a killed worker left."""
    for left in root().glob(f"{MAKING}*"):
        shutil.rmtree(left)
