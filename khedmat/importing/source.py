"""Where a document comes from, by whose hand."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError

from khedmat.accounts.models import User
from khedmat.files.models import StoredFile
from khedmat.importing.outcome import FILE_CHANGED
from khedmat.importing.papers import sha256_of
from khedmat.importing.readers.reading import contents
from khedmat.importing.row import Row
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


def data_of(row: Row) -> bytes:
    """The file that the plan has read; another one of its name is refused."""
    data = contents(row.path)
    if sha256_of(data) != row.file_sha256:
        raise ValidationError(FILE_CHANGED, code="file")
    return data
