"""The lists that ship with the program, into the registers. What a steward wrote is never overwritten."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from khedmat.core import jalali
from khedmat.core.persian import squeeze
from khedmat.core.word_lists import entries
from khedmat.organizations.models import Organization
from khedmat.registers.books import BOOKS, Book
from khedmat.registers.enums import LawState, Register, RegisterStep
from khedmat.registers.models import LegalSource, RegisterChange
from khedmat.registers.models.entry import said_of
from khedmat.registers.writing import differing, lock, plain

DATA = Path(__file__).parent / "data"


def document_rows() -> Iterator[dict[str, Any]]:
    """The columns of each document of the shipped list."""
    issuers = dict(Organization.objects.values_list("code", "pk"))
    for line in entries(DATA / "documents.txt"):
        code, title, issuer, held_by, validity, data, others = (cell.strip() for cell in line.split("|"))
        columns = {"issuer_id": issuers.get(issuer), "held_by": held_by, "validity": validity, "personal_data": data}
        yield {"code": code, **said_of(title, others.split("؛")), **columns}


def law_rows() -> Iterator[dict[str, Any]]:
    """The columns of each law of the shipped list, but what it was replaced by."""
    for code, cells in _laws().items():
        kind, title, day, number, authority, _replaced_by, others = cells
        columns = {"kind": kind, "approved_on": jalali.parse(day), "number": number, "authority": authority}
        yield {"code": code, **said_of(title, others.split("؛")), **columns}


def replaced_laws() -> dict[str, str]:
    """Code of a law → code of the one that replaced it."""
    return {code: cells[5] for code, cells in _laws().items() if cells[5]}


@transaction.atomic
def load_laws(*, at: datetime) -> int:
    """What was replaced is told once: a steward may say otherwise later."""
    count = load(Register.LAWS, law_rows(), at=at)
    untouched = LegalSource.objects.filter(revision=0, state=LawState.IN_FORCE)
    for code, by in replaced_laws().items():
        untouched.filter(code=code).update(state=LawState.REPLACED, replaced_by=LegalSource.objects.get(code=by))
    return count


def _laws() -> dict[str, list[str]]:
    rows = ([cell.strip() for cell in line.split("|")] for line in entries(DATA / "laws.txt"))
    return {code: cells for code, *cells in rows}


@transaction.atomic
def load(register: Register, rows: Iterable[dict[str, Any]], *, at: datetime) -> int:
    """How many entries are new or read differently now. May be run again; an entry that left the list stays."""
    book = BOOKS[register]
    lock(book)
    known = book.model._default_manager.select_related(*book.pointers).in_bulk(field_name="code")
    taken = {squeeze(name) for entry in known.values() if entry.revision for name in entry.names()}
    return sum(_write(book, row, known.get(row["code"]), taken=taken, at=at) for row in rows)


def _write(book: Book, row: dict[str, Any], known: Any, *, taken: set[str], at: datetime) -> bool:
    """Names that a steward gave to another entry are left to it."""
    row = row | said_of(row["title"], [name for name in row["aliases"] if squeeze(name) not in taken])
    if book.is_told_by_name and row["letters"] in taken or known is not None and _stays(known, row):
        return False
    _keep(book, known or book.model(code=row["code"]), row, before=plain(known) if known else {}, at=at)
    return True


def _keep(book: Book, entry: Any, row: dict[str, Any], *, before: dict[str, Any], at: datetime) -> None:
    for name, value in row.items():
        setattr(entry, name, value)
    entry.save()
    was, now = differing(before, plain(entry))
    RegisterChange.objects.create(
        register=book.register, entry=entry.pk, revision=0, step=RegisterStep.LOADED, before=was, after=now, at=at
    )


def _stays(known: Any, row: dict[str, Any]) -> bool:
    """What people wrote or merged, and what reads alike."""
    return known.revision or known.merged_into_id or all(getattr(known, name) == row[name] for name in row)
