"""What a rule is that the form alone cannot decide: it sees the version, its document and the day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from khedmat.cards.form import Document
from khedmat.cards.models import ServiceVersion
from khedmat.cards.rules.rule import Breach, Entry


class Asked(NamedTuple):
    """A version with its traced document, looked at on a day. The version's service and owner are fetched."""

    version: ServiceVersion
    document: Document
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingRule(Entry):
    """An entry beside those of the engine. Its condition may ask the database, one small question a version."""

    condition: Callable[[Asked], Iterable[Breach]]
