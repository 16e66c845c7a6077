"""Where a document comes from, by whose hand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from khedmat.accounts.models import User
from khedmat.cards.form import Document
from khedmat.cards.models import Service, ServiceVersion
from khedmat.files.actions import Brought, store_files
from khedmat.files.models import StoredFile
from khedmat.importing.comparison import Case
from khedmat.importing.outcome import FILE_CHANGED
from khedmat.importing.paper import Paper
from khedmat.importing.papers import sha256_of
from khedmat.importing.readers.reading import contents
from khedmat.importing.row import Row
from khedmat.organizations.models import Organization

Data = Callable[[Row], bytes | StoredFile]


@dataclass(frozen=True)
class Source:
    """A document of a stored file of an agency, and what is known of what it is about."""

    case: Case
    file: StoredFile
    owner: Organization
    by: User
    at: datetime

    @property
    def document(self) -> Document:
        assert self.case.paper.document
        return self.case.paper.document

    @property
    def service(self) -> Service | None:
        """With its agency, which is locked."""
        known = self.case.decision.service
        if known:
            known.service.owner = self.owner
        return known.service if known else None

    @property
    def draft(self) -> ServiceVersion | None:
        known = self.case.decision.service
        return known.draft if known else None

    @property
    def begins(self) -> bool:
        """A draft, where there is none."""
        return self.case.paper.kind == "service_card" and self.draft is None

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


def stored(documents: Sequence[tuple[Row, Paper]], data: Data, *, at: datetime) -> list[StoredFile]:
    """The files of some documents, in their order; of a file with many it is read and kept once."""
    firsts = {row.file_sha256: (row, paper) for row, paper in reversed(documents)}
    given = {digest: _given(*first, data) for digest, first in firsts.items()}
    new = {digest: file for digest, file in given.items() if isinstance(file, Brought)}
    kept: dict[str, Any] = given | dict(zip(new, store_files(list(new.values()), at=at), strict=True))
    return [kept[row.file_sha256] for row, _paper in documents]


def _given(row: Row, paper: Paper, data: Data) -> Brought | StoredFile:
    file = data(row)
    return Brought(ContentFile(file), row.path.name, paper.media_type) if isinstance(file, bytes) else file
