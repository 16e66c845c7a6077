"""Keeping the registers that cards name: what a steward writes reaches the cards at once."""

from datetime import datetime
from typing import Any, NamedTuple, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.lines.kinds import kind_of
from khedmat.cards.lines.rebinding import Move, carry_out, moves, print_of, touched
from khedmat.cards.lines.telling import tell_merged
from khedmat.cards.models.asked import Line
from khedmat.cards.tasks import follow_merges_soon, recheck_soon
from khedmat.core.refusals import refusing_in_words
from khedmat.registers import writing
from khedmat.registers.circles import demand_apart
from khedmat.registers.enums import RegisterStep
from khedmat.registers.models.entry import Entry, said_of
from khedmat.registers.naming import known, names_of
from khedmat.registers.perms import demand_keeper
from khedmat.registers.repointing import repoint

E = TypeVar("E", bound=Entry)
ALREADY = _("«%(title)s» پیش از این در مدخل دیگری ادغام شده است؛ فهرست کنونی را ببینید.")
SAME = _("مدخل در خودش ادغام نمی‌شود؛ مدخل دیگری برگزینید.")
NOT_AS_SEEN = _(
    "پس از آن که پیش‌نمایش را دیدید، شناسنامه‌ها یا این دو مدخل تغییر کرده‌اند؛ چیزی ادغام نشد. "
    "متولی فهرست پیش‌نمایش تازه را در همین صفحه ببیند و دوباره تأیید کند."
)


class Preview(NamedTuple):
    """What a merge would do: the entry that stays as it will be, the lines that change hands, and the print of both."""

    kept: Entry
    gone: Entry
    moved: list[Move]
    lines: list[Line]
    seen: str


@refusing_in_words()
@transaction.atomic
def add(entry: E, *, by: User, at: datetime) -> E:
    """A new entry; lines that nobody knew may mean it."""
    writing.add(entry, by=by, at=at)
    _rebind(entry, at=at)
    return entry


@refusing_in_words()
@transaction.atomic
def change(entry: E, *, seen: int, by: User, at: datetime) -> E:
    """An entry as a steward left it on a page that showed revision `seen`."""
    writing.change(entry, seen=seen, by=by, at=at)
    _rebind(entry, at=at)
    return entry


def preview(gone: Entry, kept: Entry) -> Preview:
    """ValidationError in words where the two cannot be merged."""
    _refuse(gone, kept)
    kind, before = kind_of(kept), f"{kept.pk}.{kept.revision} {gone.pk}.{gone.revision}"
    for name, value in said_of(kept.title, [*kept.aliases, *gone.names()]).items():
        setattr(kept, name, value)
    others = [one for one in known(kind.book.register).entries.values() if one.pk not in (kept.pk, gone.pk)]
    moved = moves(kind, [kept], names_of([kept, *others]), gone=[gone.pk])
    lines = touched(kind, moved)
    return Preview(kept, gone, moved, lines, print_of(lines, before))


@refusing_in_words()
@transaction.atomic
def merge(gone: Entry, kept: Entry, *, seen: str, by: User, at: datetime) -> Preview:
    """What the preview with the print `seen` showed: the other's names become names of the one that stays."""
    kind = kind_of(gone)
    demand_keeper(by, kind.book, localdate(at))
    writing.lock(kind.book)
    found: dict[int, Entry] = kind.book.model._default_manager.in_bulk([gone.pk, kept.pk])
    gone, kept = found[gone.pk], found[kept.pk]
    was = writing.plain(kept)
    shown = preview(gone, kept)
    if shown.seen != seen:
        raise ValidationError(NOT_AS_SEEN, code="conflict")
    if carry_out(kind, shown.moved):
        recheck_soon(at=at)
    _write(gone, kept, was, by=by, at=at)
    tell_merged(gone, kept, shown.lines, at=at)
    follow_merges_soon(at=at)
    return shown


def _write(gone: Entry, kept: Entry, was: dict[str, Any], *, by: User, at: datetime) -> None:
    """Both rows and both logs; what was merged into the one that goes follows it, and what points at it."""
    rows: Any = type(gone)._default_manager
    rows.filter(merged_into=gone).update(merged_into=kept)
    gone.merged_into, gone.revision, kept.revision = kept, gone.revision + 1, kept.revision + 1
    gone.save(update_fields=["merged_into", "revision"])
    kept.save(update_fields=["aliases", "alias_letters", "revision"])
    before, after = writing.differing(was, writing.plain(kept))
    writing.log(gone, RegisterStep.MERGED, ({}, {"into": kept.title}), by=by, at=at)
    writing.log(kept, RegisterStep.TOOK, (before, after | {"from": gone.title}), by=by, at=at)
    repoint(gone, kept, by=by, at=at)
    kind_of(kept).follow(gone, kept)


def _refuse(gone: Entry, kept: Entry) -> None:
    if gone.pk == kept.pk:
        raise ValidationError(SAME)
    for one in (gone, kept):
        if one.merged_into:
            raise ValidationError(ALREADY, params={"title": one.title})
    demand_apart(gone, kept)


def _rebind(entry: Entry, *, at: datetime) -> None:
    kind = kind_of(entry)
    if carry_out(kind, moves(kind, [entry], known(kind.book.register).names)):
        recheck_soon(at=at)
