"""The agencies of the database for those who look names up: kept in the process until the register changes."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import lru_cache
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db import connection
from django.db.models import Q, Value

from khedmat.core.logged import Logged
from khedmat.core.persian import squeeze
from khedmat.core.sequences import unique
from khedmat.organizations import directory
from khedmat.organizations.looking import Agency, Register, is_given, looking_in
from khedmat.organizations.models import FormerName, Organization, OrganizationChange, OrganizationEdit

# agencies are made, written anew and changed by laws, each a row that never goes
LOGS = (Organization, OrganizationEdit, OrganizationChange, FormerName)
REGISTER = Logged(*LOGS)
_COUNTED = "SELECT " + ", ".join(f"(SELECT ARRAY[count(*), max(id)] FROM {log._meta.db_table})" for log in LOGS)
Stamp = tuple[int, int | None]


@contextmanager
def register_at_hand() -> Iterator[None]:
    """Names are looked up among the agencies that ship and those of the database.

    A small question for the first name, none for the others, and none where nobody asks for a name.
    """
    with nullcontext() if is_given() else looking_in(_today):
        yield


def _today() -> Register:
    """Built anew where the rows are others than before: what is looked up is kept of each register apart."""
    return _built(*REGISTER.get("rows", _stamps))


def _stamps() -> list[Stamp]:
    """Count beside newest of each, in one question: writers end in another order than they begin."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNTED)
        return [tuple(stamp) for stamp in cursor.fetchone()]


@lru_cache(maxsize=4)
def _built(*stamps: Stamp) -> Register:
    """The database speaks for every agency that it holds; those that ship and are not in it stay known."""
    agencies = {agency.code: agency for agency in directory.shipped()}
    former = ArrayAgg("former_names__name", filter=Q(former_names__isnull=False), default=Value([]))
    rows = list(Organization.objects.select_related("parent", "place").annotate(former=former).order_by("pk"))
    named = {squeeze(row.name): row.code for row in rows}
    for row in rows:
        agency = _agency(row, agencies.get(row.code))
        own = (name for name in agency.aliases if named.get(squeeze(name), row.code) == row.code)
        agencies[row.code] = agency._replace(aliases=tuple(own))
    return Register(tuple(agencies.values()))


def _agency(row: Any, shipped: Agency | None) -> Agency:
    """Names that it bore, or ships with, still find it; not those that another agency bears today."""
    names = [*row.aliases, *row.former, *((shipped.name, *shipped.aliases) if shipped else ())]
    return Agency(
        code=row.code,
        name=row.name,
        kind=row.kind,
        parent=row.parent.code if row.parent else None,
        domains=tuple(row.domains),
        aliases=tuple(name for name in unique(names) if name != row.name),
        province=row.place.code if row.place else None,
        scope=row.scope,
    )
