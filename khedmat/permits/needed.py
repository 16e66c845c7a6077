"""Which published service asks for what another gives: permits of form 1, and titles that say what is issued."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from khedmat.cards.enums import Stage
from khedmat.cards.figures import figure
from khedmat.cards.models import AskedDocument, ServiceVersion
from khedmat.cards.models.queries import VersionQuerySet
from khedmat.core.persian import squeeze
from khedmat.permits.chain import Link, given_by
from khedmat.permits.models import PermitForm
from khedmat.registers.models import DocumentType

Token = str | int  # a type of the register, or the letters of a name that it does not know
SERVICE = ("service", "title", "service__owner__name")
GIVING = ("issue", "")  # a renewal gives nobody his first permit


class Stop(NamedTuple):
    """A published service on somebody's way."""

    service: int
    title: str
    agency: str


class Needed(NamedTuple):
    """All links between published services, and what each service is called."""

    links: list[Link]
    stops: dict[int, Stop]

    def around(self, services: Iterable[int]) -> list[Link]:
        """What these services ask for, and which of them gives it to whom."""
        wanted = set(services)
        return [link for link in self.links if link.target in wanted]


def needed() -> Needed:
    return figure("what services need of each other", _needed)


def _needed() -> Needed:
    stops = {row[0]: Stop(*row) for row in _published().values_list(*SERVICE)}
    givers = _givers(stops.values())
    asked = AskedDocument.objects.filter(version__stage=Stage.PUBLISHED).order_by("pk")
    rows = asked.values_list("version__service", "document_type", "letters", "name")
    links = (
        Link(giver, target, name) for target, kind, letters, name in rows for giver in givers.get(kind or letters, ())
    )
    return Needed(sorted({link for link in links if link.source != link.target}), stops)


def _published() -> VersionQuerySet:
    return ServiceVersion.objects.published().order_by("pk")


def _givers(stops: Iterable[Stop]) -> dict[Token, set[int]]:
    """What is given → the services that give it."""
    types = _types()
    found: dict[Token, set[int]] = defaultdict(set)
    for service, name in (*_permits(), *_titled(stops)):
        letters = squeeze(name)
        found[types.get(letters, letters)].add(service)
    found.pop("", None)
    return found


def _permits() -> Iterator[tuple[int, str]]:
    rows = PermitForm.objects.filter(version__stage=Stage.PUBLISHED, action__in=GIVING).order_by("pk")
    return rows.values_list("version__service", "title").iterator()


def _titled(stops: Iterable[Stop]) -> Iterator[tuple[int, str]]:
    return ((stop.service, given_by(stop.title)) for stop in stops)


def _types() -> dict[str, int]:
    """Letters of each name of the register → its type."""
    entries = DocumentType.objects.standing().order_by("pk")
    return {squeeze(name): entry.pk for entry in entries for name in entry.names()}
