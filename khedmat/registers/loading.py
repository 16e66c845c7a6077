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
from khedmat.registers.models import Audience, LegalSource, RegisterChange, System
from khedmat.registers.models.entry import Entry, said_of
from khedmat.registers.writing import differing, lock, plain

DATA = Path(__file__).parent / "data"


def document_rows() -> Iterator[dict[str, Any]]:
    """The columns of each document of the shipped list."""
    issuers = dict(Organization.objects.values_list("code", "pk"))
    for code, title, issuer, held_by, validity, data, others in cells_of("documents.txt"):
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


def system_rows() -> Iterator[dict[str, Any]]:
    """The columns of each system of the shipped list."""
    owners = dict(Organization.objects.values_list("code", "pk"))
    for code, title, owner, url, others in cells_of("systems.txt"):
        yield {"code": code, **said_of(title, others.split("؛")), "owner_id": owners.get(owner), "url": url}


def element_rows() -> Iterator[dict[str, Any]]:
    """The columns of each data element of the shipped list; systems are there already."""
    holders, systems = dict(Organization.objects.values_list("code", "pk")), _standing(System)
    for code, title, system, holder, others in cells_of("elements.txt"):
        columns = {"system_id": systems.get(system), "holder_id": holders.get(holder)}
        yield {"code": code, **said_of(title, others.split("؛")), **columns}


def audience_rows() -> Iterator[dict[str, Any]]:
    """The columns of each audience of the shipped list; read one by one, for a group points at one before it."""
    for code, title, broader, service_type, about, others in cells_of("audiences.txt"):
        columns = {"broader_id": _standing(Audience).get(broader), "service_type": service_type, "about": about}
        yield {"code": code, **said_of(title, others.split("؛")), **columns}


def _standing(model: type[Entry]) -> dict[str, int]:
    """Code → key; of one that was merged the key of what stands in its place."""
    rows = model._default_manager.order_by().values_list("code", "pk", "merged_into")
    return {code: into or pk for code, pk, into in rows}


@transaction.atomic
def load_laws(*, at: datetime) -> int:
    """What was replaced is told once: a steward may say otherwise later."""
    count = load(Register.LAWS, law_rows(), at=at)
    untouched = LegalSource.objects.filter(revision=0, state=LawState.IN_FORCE)
    for code, by in replaced_laws().items():
        untouched.filter(code=code).update(state=LawState.REPLACED, replaced_by=LegalSource.objects.get(code=by))
    return count


def _laws() -> dict[str, list[str]]:
    return {code: cells for code, *cells in cells_of("laws.txt")}


def cells_of(name: str) -> list[list[str]]:
    """The lines of a shipped list, a text a cell."""
    return [[cell.strip() for cell in line.split("|")] for line in entries(DATA / name)]


def load_shipped(*, at: datetime) -> int:
    """All lists, those first that others point at: how many entries are new or read differently now."""
    count = load(Register.DOCUMENTS, document_rows(), at=at) + load_laws(at=at)
    lists = {Register.SYSTEMS: system_rows(), Register.ELEMENTS: element_rows(), Register.AUDIENCES: audience_rows()}
    return count + sum(load(register, rows, at=at) for register, rows in lists.items())


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
