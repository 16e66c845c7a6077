"""What a published service is described from. Pure."""

import hashlib
from datetime import date
from typing import NamedTuple

from khedmat.cards.form import Card, Inquiry, Permit
from khedmat.core.persian import squeeze
from khedmat.linked_data.graph import Graph


class Office(NamedTuple):
    """An agency of the register."""

    code: str
    name: str
    parent: "Office | None" = None


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


def mark(text: str) -> str:
    """A name in an address: what is spelt alike is one."""
    return hashlib.sha256(squeeze(text).encode()).hexdigest()[:12]


class Subject(NamedTuple):
    """The service that is being described, and where its nodes go."""

    graph: Graph
    address: str
    facts: Facts
