"""What the registers offer beside a box; another name may be typed all the same, and its steward hears of it."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import F, Value

from khedmat.core.sequences import unique
from khedmat.organizations.enums import Scope
from khedmat.organizations.models import Organization
from khedmat.registers.enums import Register
from khedmat.registers.models import System
from khedmat.registers.naming import known

COLUMNS = ("of", "word", "rank")


class Offered(NamedTuple):
    """Names to choose from in sections 7 and 8 and in form 2."""

    agencies: list[str]
    systems: list[str]


def offered_papers() -> list[str]:
    return [entry.title for entry in known(Register.DOCUMENTS).entries.values()]


def offered_names(named: Iterable[str | None], on: date) -> Offered:
    """One question. First the agencies that the card names already, so that one agency is spelt one way, then the
    national ones: provincial offices are hundreds, and whoever means one types it."""
    standing = Organization.objects.in_force(on).filter(scope=Scope.NATIONAL)
    agencies = standing.annotate(of=Value("agencies"), word=F("name"), rank=F("sort_key"))
    systems = System.objects.standing().annotate(of=Value("systems"), word=F("title"), rank=F("title"))
    both = agencies.order_by().values_list(*COLUMNS).union(systems.order_by().values_list(*COLUMNS), all=True)
    found: dict[str, list[str]] = {"agencies": list(filter(None, named)), "systems": []}
    for of, word, _rank in both.order_by("rank", "word"):
        found[of].append(word)
    return Offered(unique(found["agencies"]), found["systems"])
