"""Adding and changing entries of a register: locked, logged, and refused in words."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ForeignKey
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core.persian import squeeze
from khedmat.core.refusals import refusing_in_words
from khedmat.registers.books import Book, book_of
from khedmat.registers.circles import demand_no_circle
from khedmat.registers.enums import RegisterStep
from khedmat.registers.models import RegisterChange
from khedmat.registers.models.entry import Entry, said_of
from khedmat.registers.perms import demand_keeper

Change = tuple[dict[str, Any], dict[str, Any]]  # the columns that differ, before and after
NO_NAME = _("عنوان دست‌کم یک واژه می‌خواهد؛ آن را در خانهٔ عنوان بنویسید.")
TAKEN = _("«%(name)s» نام «%(other)s» است؛ یک نام دو مدخل ندارد. آن را از یکی بردارید یا دو مدخل را ادغام کنید.")
CHANGED_MEANWHILE = _(
    "پس از آن که این صفحه را باز کردید %(who)s «%(title)s» را تغییر داد. "
    "چیزی ثبت نشد؛ مدخل کنونی را ببینید و دوباره بفرستید."
)
IS_MERGED = _("این مدخل در «%(into)s» ادغام شده است و دیگر تغییر نمی‌کند؛ همان را ویرایش کنید.")


@refusing_in_words()
@transaction.atomic
def add(entry: Entry, *, by: User, at: datetime) -> Entry:
    """A new entry, unsaved, as a person filled it in."""
    book = book_of(entry)
    demand_keeper(by, book, localdate(at))
    lock(book)
    _named(entry)
    entry.revision = 1
    entry.validate_constraints()
    entry.save(force_insert=True)
    log(entry, RegisterStep.ADDED, ({}, plain(entry)), by=by, at=at)
    return entry


@refusing_in_words()
@transaction.atomic
def change(entry: Entry, *, seen: int, by: User, at: datetime) -> Entry:
    """An entry with the values that a person gave it on a page that showed revision `seen`; alike is no change."""
    book = book_of(entry)
    demand_keeper(by, book, localdate(at))
    lock(book)
    was = unchanged_since(seen, entry)
    _named(entry)
    said = differing(plain(was), plain(entry))
    if not said[1]:
        return was
    entry.revision = was.revision + 1
    entry.validate_constraints()
    entry.save()
    log(entry, RegisterStep.CHANGED, said, by=by, at=at)
    return entry


def lock(book: Book) -> None:
    """Writers of one register wait for each other: two could take one name else."""
    rows = book.model._default_manager.select_for_update(no_key=True, of=("self",)).order_by("pk")
    list(rows.values_list("pk", flat=True))  # no key: cards go on pointing at entries meanwhile


def unchanged_since(seen: int, entry: Entry) -> Entry:
    """The entry as it stands; the caller has locked its register."""
    found: Entry = type(entry)._default_manager.select_related("merged_into").get(pk=entry.pk)
    if found.merged_into:
        raise ValidationError(IS_MERGED, code="merged", params={"into": found.merged_into.title})
    if found.revision != seen:
        last = RegisterChange.objects.filter(register=book_of(entry).register, entry=entry.pk).order_by("pk").last()
        who = {"who": last.by if last and last.by else _("کسی"), "title": found.title}
        raise ValidationError(CHANGED_MEANWHILE, code="conflict", params=who)
    return found


def log(entry: Entry, step: RegisterStep, change: Change, *, by: User, at: datetime) -> None:
    """One line of the entry's life."""
    before, after = change
    RegisterChange.objects.create(
        register=book_of(entry).register,
        entry=entry.pk,
        revision=entry.revision,
        step=step,
        before=before,
        after=after,
        by=by,
        at=at,
    )


def plain(entry: Entry) -> dict[str, Any]:
    """What the log tells of: foreign keys by the words of what they point at."""
    return {name: _word(entry, name) for name in ("title", "aliases", *book_of(entry).columns)}


def _word(entry: Entry, name: str) -> Any:
    field = entry._meta.get_field(name.removesuffix("_id"))
    if isinstance(field, ForeignKey):
        return str(getattr(entry, field.name) or "")
    value = getattr(entry, name)
    return value if isinstance(value, str | int | list | None) else str(value)


def differing(before: dict[str, Any], after: dict[str, Any]) -> Change:
    names = [name for name in after if before.get(name) != after[name]]
    return {name: before.get(name) for name in names}, {name: after[name] for name in names}


def _named(entry: Entry) -> None:
    """The names folded; each of them belongs to this entry alone, and it stands under no entry of its own."""
    demand_no_circle(entry)
    for name, value in said_of(entry.title, entry.aliases).items():
        setattr(entry, name, value)
    if not entry.letters:
        raise ValidationError(NO_NAME)
    wanted = set(map(squeeze, entry.names())) if book_of(entry).is_told_by_name else set()
    for other in type(entry)._default_manager.standing().exclude(pk=entry.pk).for_list():
        taken = next((name for name in other.names() if squeeze(name) in wanted), None)
        if taken:
            raise ValidationError(TAKEN, code="taken", params={"name": taken, "other": other.title})
