"""What a published service is described from. Pure."""

import hashlib
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from khedmat.cards.form import Card, Inquiry, Permit
from khedmat.core.persian import squeeze
from khedmat.core.remembering import remembered
from khedmat.linked_data.graph import Graph


class Office(NamedTuple):
    """An agency of the register."""

    code: str
    name: str
    parent: "Office | None" = None


class Named(NamedTuple):
    """An entry of a register."""

    code: str
    title: str


class Meant(NamedTuple):
    """The entries that the lines of a card mean. `documents` by the line; systems by what they are to the service."""

    documents: Mapping[str, Named] = MappingProxyType({})
    systems: tuple[Named, ...] = ()
    inside: tuple[Named, ...] = ()
    asked: tuple[Named, ...] = ()
    elements: tuple[Named, ...] = ()
    audiences: tuple[Named, ...] = ()


class Paper(NamedTuple):
    """What is said beside the form of a line of documents. `is_brought`: by the applicant; `holder`: from whom the
    service fetches it; `givers`: numbers of the services that give it."""

    is_brought: bool = False
    holder: Office | None = None
    givers: tuple[str, ...] = ()


class Term(NamedTuple):
    """How long a price holds, both days included, and by which law or letter."""

    since: date | None = None
    until: date | None = None
    source: str = ""


class Beside(NamedTuple):
    """What stands beside a card: of documents by the line, of prices by their place among them, from 0."""

    papers: Mapping[str, Paper] = MappingProxyType({})
    terms: Mapping[int, Term] = MappingProxyType({})


class Copy(NamedTuple):
    """The province in which a copy holds, and the number of the national service that it is a copy of."""

    place: str
    name: str
    of: str


class Facts(NamedTuple):
    """A card as anybody may read it (`public_card`), with what the registry knows of it.

    `number`: the ID where it has one, else what stands for it in addresses.
    """

    base: str
    number: str
    card: Card
    owner: Office
    page: str
    permits: tuple[Permit, ...] = ()
    inquiries: tuple[Inquiry, ...] = ()
    names: tuple[str, ...] = ()
    version: int = 1
    modified: date | None = None
    copy: "Copy | None" = None
    meant: Meant = Meant()
    beside: Beside = Beside()


def number_in(code: str | None, key: int) -> str:
    """What stands for a service in addresses: its ID; «n» and its key where none was given."""
    return code or f"n{key}"


@remembered
def mark(text: str) -> str:
    """A name in an address: what is spelt alike is one."""
    return hashlib.sha256(squeeze(text).encode()).hexdigest()[:12]


class Subject(NamedTuple):
    """The service that is being described, and where its nodes go."""

    graph: Graph
    address: str
    facts: Facts
