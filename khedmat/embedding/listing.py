"""The published services of an agency as the guide of 1396 lists them: sub-services under their main service."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain, filterfalse
from operator import attrgetter
from typing import NamedTuple

from khedmat.cards.models import ServiceVersion
from khedmat.cards.models.identity import MAIN
from khedmat.core.persian import persian_digits, prose
from khedmat.core.sequences import grouped
from khedmat.embedding.marks import Mark, digest
from khedmat.organizations.models import Organization

COLUMNS = ("service", "service__code", "title", "number", "sha256", "published_at")


class Entry(NamedTuple):
    """A service as its card in force calls it."""

    service: int
    code: str | None
    title: str
    version: int
    sha256: str
    published_at: datetime | None

    @property
    def number(self) -> str:
        """How its pages are addressed: by the ID, else by its number in the register."""
        return self.code or str(self.service)

    @property
    def is_main(self) -> bool:
        return (self.code or "").endswith(MAIN)

    @property
    def is_sub(self) -> bool:
        """By its ID; a service without one is neither."""
        return bool(self.code) and not self.is_main

    @property
    def mark(self) -> Mark:
        return Mark(self.number, self.version, self.sha256)

    @property
    def shown_title(self) -> str:
        return prose(self.title)

    @property
    def shown_code(self) -> str:
        return persian_digits(self.code or "")


class Group(NamedTuple):
    """A service with its sub-services, which the guide puts under a «+»."""

    entry: Entry
    subs: list[Entry]

    @property
    def shown_count(self) -> str:
        return persian_digits(len(self.subs))


class Listing(NamedTuple):
    """All of an agency; the same rows in the same order give the same bytes."""

    agency: Organization
    groups: list[Group]

    def entries(self) -> Iterator[Entry]:
        return chain.from_iterable((group.entry, *group.subs) for group in self.groups)

    @property
    def count(self) -> int:
        return len(list(self.entries()))

    @property
    def sha256(self) -> str:
        return digest(entry.mark for entry in self.entries())

    @property
    def changed_at(self) -> datetime | None:
        """When the newest of its cards was published."""
        return max(filter(None, (entry.published_at for entry in self.entries())), default=None)


def listing_of(agency: Organization) -> Listing:
    """One question."""
    rows = ServiceVersion.objects.published().of_agency(agency).order_by("sort_key", "pk")
    return Listing(agency, groups_of([Entry(*row) for row in rows.values_list(*COLUMNS)]))


def groups_of(entries: Iterable[Entry]) -> list[Group]:
    """In the order of the main services; a sub-service whose main service is not published stands by itself."""
    place = {entry: number for number, entry in enumerate(entries)}
    groups = chain.from_iterable(map(_groups_in, grouped(place, by=_family).values()))
    return sorted(groups, key=lambda group: place[group.entry])


def _groups_in(family: list[Entry]) -> list[Group]:
    mains, subs = list(filter(attrgetter("is_main"), family)), list(filterfalse(attrgetter("is_main"), family))
    return [Group(mains[0], sorted(subs, key=_by_number))] if mains else [Group(one, []) for one in family]


def _family(entry: Entry) -> str:
    """The middle of the ID, which a main service and its sub-services share."""
    return entry.code[4:8] if entry.code else f"#{entry.service}"


def _by_number(entry: Entry) -> str:
    return (entry.code or "")[8:]
