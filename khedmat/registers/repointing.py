"""What pointed at an entry that was merged points at the one that stays."""

from datetime import datetime
from typing import Any

from khedmat.accounts.models import User
from khedmat.registers import writing
from khedmat.registers.circles import pointers_to
from khedmat.registers.enums import RegisterStep
from khedmat.registers.models.entry import Entry


def repoint(gone: Entry, kept: Entry, *, by: User, at: datetime) -> None:
    """Each change stands in the log of the entry that points."""
    for field in pointers_to(type(gone)):
        rows: Any = field.model._default_manager.filter(**{field.name: gone}).order_by("pk")
        for entry in rows:
            before = writing.plain(entry)
            setattr(entry, field.name, kept)
            entry.revision += 1
            entry.save(update_fields=[field.name, "revision"])
            said = writing.differing(before, writing.plain(entry))
            writing.log(entry, RegisterStep.CHANGED, said, by=by, at=at)
