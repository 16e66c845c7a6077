"""What a published service is described from. Pure."""

import hashlib
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from khedmat.cards.form import Card, Inquiry, Permit
from khedmat.core.persian import squeeze
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


def mark(text: str) -> str:
    """A name in an address: what is spelt alike is one."""
    return hashlib.sha256(squeeze(text).encode()).hexdigest()[:12]


class Subject(NamedTuple):
    """The service that is being described, and where its nodes go."""

    graph: Graph
    address: str
    facts: Facts
