"""An entry of a register ends: another takes its place, or none; seen before with the published cards it touches.

An end that was written by mistake is taken back; both rows stay in the log."""

import hashlib
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.timezone import localdate

from khedmat.accounts.models import User
from khedmat.cards.models import ServiceVersion
from khedmat.core.refusals import refusing_in_words
from khedmat.notices.actions import notify
from khedmat.notices.enums import NoticeKind
from khedmat.registers import writing
from khedmat.registers.books import Book, book_of
from khedmat.registers.enums import RegisterStep
from khedmat.registers.perms import demand_keeper


class Preview(NamedTuple):
    """What ends, what comes after it if anything, the published cards that it touches, and the print of all this."""

    entry: Any
    replaced_by: Any
    versions: list[ServiceVersion]
    seen: str


class Refused(NamedTuple):
    """Why an entry does not end so; `%(title)s` is of the entry that hinders it."""

    has_ended: Promise
    is_itself: Promise
    successor_ended: Promise
    not_as_seen: Promise
    holds: Promise


class Ending(NamedTuple):
    """How entries of a register end: into which states, which published cards that touches, how it is refused."""

    book: Book
    holding: str
    replaced: str
    gone: str
    touched: Callable[[Any], Iterable[ServiceVersion]]
    refused: Refused

    def preview(self, entry: Any, replaced_by: Any) -> Preview:
        """ValidationError in words where the entry cannot end so."""
        if not entry.holds:
            raise ValidationError(self.refused.has_ended, params={"title": entry.title})
        if replaced_by:
            self._demand_other(entry, replaced_by)
        versions = list(self.touched(entry))
        said = [entry.pk, entry.revision, replaced_by and replaced_by.pk, *(version.pk for version in versions)]
        return Preview(entry, replaced_by, versions, hashlib.sha256(repr(said).encode()).hexdigest())

    @refusing_in_words()
    @transaction.atomic
    def end(self, entry: Any, replaced_by: Any, *, seen: str, by: User, at: datetime) -> Preview:
        """What the preview with the print `seen` showed, and nothing else; cards keep their words."""
        demand_keeper(by, self.book, localdate(at))
        writing.lock(self.book)
        entries: Any = self.book.model._default_manager
        shown = self.preview(entries.get(pk=entry.pk), replaced_by and entries.get(pk=replaced_by.pk))
        if shown.seen != seen:
            raise ValidationError(self.refused.not_as_seen, code="conflict")
        state = self.replaced if shown.replaced_by else self.gone
        self._write(shown.entry, state, shown.replaced_by, by=by, at=at)
        return shown

    @refusing_in_words()
    @transaction.atomic
    def take_back(self, entry: Any, *, by: User, at: datetime) -> Any:
        """It holds as before; whatever points at it does so still."""
        demand_keeper(by, self.book, localdate(at))
        writing.lock(self.book)
        entry = self.book.model._default_manager.get(pk=entry.pk)
        if entry.holds:
            raise ValidationError(self.refused.holds, params={"title": entry.title})
        self._write(entry, self.holding, None, by=by, at=at)
        return entry

    def _write(self, entry: Any, state: str, after: Any, *, by: User, at: datetime) -> None:
        before = writing.plain(entry)
        entry.state, entry.replaced_by, entry.revision = state, after, entry.revision + 1
        entry.save(update_fields=["state", "replaced_by", "revision"])
        writing.log(entry, RegisterStep.CHANGED, writing.differing(before, writing.plain(entry)), by=by, at=at)

    def _demand_other(self, entry: Any, replaced_by: Any) -> None:
        if replaced_by.pk == entry.pk:
            raise ValidationError(self.refused.is_itself)
        if not replaced_by.holds or replaced_by.merged_into:
            raise ValidationError(self.refused.successor_ended, params={"title": replaced_by.title})


def tell_back(entry: Any, name: str, people: QuerySet[User], *, at: datetime) -> None:
    """Those who were told of its end."""
    register = book_of(entry).register
    where = {"link": f"/desk/registers/{register}/{entry.pk}/", "dedupe": f"{register} {entry.pk} {entry.revision}"}
    notify(people, NoticeKind.ENTRY_BACK, context={"entry": name}, at=at, **where)
