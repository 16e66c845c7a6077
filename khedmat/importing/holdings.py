"""One service and one list of permits as the register holds them, and what a paper may ask of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter, itemgetter

from khedmat.cards.enums import Stage
from khedmat.cards.models import Service, ServiceVersion
from khedmat.core.persian import squeeze
from khedmat.core.sequences import first, first_where
from khedmat.importing.models import Intake
from khedmat.importing.paper import Paper, letters_of
from khedmat.permits.models import PermitList

RowKey = tuple[str, str]
NO_DRAFT, AS_IMPORTED, BY_HAND = "no draft", "as imported", "by hand"


@dataclass
class KnownService:
    """A service with its versions by number, and what imports made of it, oldest first."""

    service: Service
    versions: list[ServiceVersion]
    intakes: list[Intake]

    def is_meant_by(self, code: str, letters: str) -> bool:
        """By title; a form with an ID only where neither the service nor this version of it has one."""
        stated_ids = list(map(attrgetter("stated_id"), self._titled(letters)))
        if not code:
            return bool(stated_ids)
        return self.service.code is None and not all(stated_ids)

    def _titled(self, letters: str) -> list[ServiceVersion]:
        """No title is nobody's title."""
        if not letters:
            return []
        return list(filter(lambda version: letters_of(version.title_key) == letters, self.versions))

    def bears(self, code: str) -> bool:
        return code in {self.service.code, *map(attrgetter("stated_id"), self.versions)} - {""}

    @property
    def draft(self) -> ServiceVersion | None:
        return first_where(lambda version: version.stage == Stage.DRAFT, self.versions)

    @property
    def current(self) -> ServiceVersion | None:
        """The draft, else the newest version."""
        return self.draft or first(reversed(self.versions))

    @property
    def draft_state(self) -> str:
        """Where the draft says something else than the last import made of it, a person wrote it."""
        draft = self.draft
        if draft is None:
            return NO_DRAFT
        made = first_where(lambda intake: intake.version_id == draft.pk, reversed(self.intakes))
        return AS_IMPORTED if getattr(made, "sha256", None) == draft.sha256 else BY_HAND

    def took_last(self, paper: Paper) -> bool | None:
        """Whether this very file is the last that was taken in; None when it never was."""
        files = list(map(attrgetter("file.sha256", "part"), self.intakes))
        this = (paper.file_sha256, paper.part)
        return files[-1] == this if this in files else None

    def version_that_says(self, digest: str) -> ServiceVersion | None:
        return first_where(lambda version: version.sha256 == digest, reversed(self.versions))


@dataclass
class KnownList:
    """A list of permits with the rows it is told by."""

    row: PermitList
    is_replaced: bool
    keys: set[RowKey] = field(default_factory=set)
    files: set[tuple[str, int]] = field(default_factory=set)

    def took(self, paper: Paper) -> bool:
        return (paper.file_sha256, paper.part) in self.files

    def may_be_replaced_by(self, keys: set[RowKey]) -> bool:
        return not self.is_replaced and not self.keys.isdisjoint(keys)


def row_keys(rows: Iterable[tuple[str | None, str | None]]) -> set[RowKey]:
    """What permits are told by: title and action."""
    return set(filter(itemgetter(0), map(_row_key, rows)))


def _row_key(row: tuple[str | None, str | None]) -> RowKey:
    title, action = row
    return squeeze(title or ""), action or ""
