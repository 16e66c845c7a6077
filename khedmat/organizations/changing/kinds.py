"""The kinds of things that a change of agencies moves or ends: each domain joins with its own, once."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.timezone import localdate

from khedmat.organizations.changing.parties import Parties, parties_of
from khedmat.organizations.enums import ChangeKind
from khedmat.organizations.models import Organization, OrganizationChange, PlannedChange


class Case(NamedTuple):
    """A planned change with its agencies on a day; `is_locked`: what is found is about to be written."""

    plan: PlannedChange
    parties: Parties
    on: date
    is_locked: bool = False

    @classmethod
    def of(cls, plan: PlannedChange, *, at: datetime, is_locked: bool = False) -> "Case":
        return cls(plan, parties_of(plan, is_locked=is_locked), localdate(at), is_locked)

    @property
    def giving(self) -> list[Organization]:
        """Those whose things may go to another: by a new name alone nothing moves."""
        return [] if self.plan.kind == ChangeKind.RENAME else self.parties.before

    def rows(self, found: QuerySet[Any]) -> list[Any]:
        return list(found.select_for_update(no_key=True, of=("self",)) if self.is_locked else found)


class Item(NamedTuple):
    """One thing: its key, what people call it, what becomes of it, and the agency that takes it."""

    key: int
    label: str
    fate: str
    taker: Organization | None = None

    @property
    def mark(self) -> str:
        """The same mark is the same thing with the same fate."""
        return f"{self.key}:{self.taker.code if self.taker else ''}"


class Group(NamedTuple):
    """Things of one kind. `rows` are what `act` works on, in the order of the items; `is_chosen`: a person says of
    each which successor takes it, under the name of the group and its key."""

    name: str
    title: Promise
    items: list[Item]
    rows: Sequence[Any]
    act: Callable[["Group", Case, OrganizationChange], None]
    is_chosen: bool = False


Told = tuple[list[Item], Sequence[Any]]


class Kind(NamedTuple):
    """`found`: the things themselves, whose keys are asked for all kinds at once; `tell`: what becomes of each,
    with the rows to act on, both as in `Group`."""

    name: str
    title: Promise
    found: Callable[[Case], QuerySet[Any]]
    tell: Callable[[Case], Told]
    act: Callable[[Group, Case, OrganizationChange], None]
    is_chosen: bool = False

    def group(self, case: Case) -> Group:
        items, rows = self.tell(case)
        return Group(self.name, self.title, items, rows, self.act, self.is_chosen)


KINDS: list[Kind] = []


def join(*kinds: Kind) -> None:
    """Called when an app is loaded. The upper ones are loaded first, and what stands lower acts first."""
    KINDS[:0] = kinds


def chosen(name: str, key: int) -> str:
    """The name of a choice of a plan: of which group, of which thing."""
    return f"{name}-{key}"
