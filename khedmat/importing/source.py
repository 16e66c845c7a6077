"""Where a document comes from, by whose hand."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from khedmat.accounts.models import User
from khedmat.files.models import StoredFile
from khedmat.organizations.models import Organization


@dataclass(frozen=True)
class Source:
    """A stored file of an agency, taken in."""

    file: StoredFile
    owner: Organization
    by: User
    at: datetime

    @property
    def origin(self) -> dict[str, Any]:
        """As drafts and lists are told."""
        return {"by": self.by, "at": self.at, "source_file": self.file}
