"""Agencies as readers meet them: those that have published cards, and the tree in which they stand."""

from datetime import date
from typing import NamedTuple

from django.db.models import Count, F
from django.db.models.lookups import IsNull

from khedmat.cards.enums import Stage
from khedmat.cards.figures import figure
from khedmat.cards.models import ServiceVersion
from khedmat.organizations.at_hand import REGISTER
from khedmat.organizations.models import Organization
from khedmat.organizations.naming import called
from khedmat.organizations.tree import Branch, Tree, with_something
from khedmat.web.words import prose

MOST_FOUND = 50
FOUND_FIRST = (F("valid_to").desc(nulls_first=True), IsNull(F("place"), False), "sort_key", "pk")


class Found(NamedTuple):
    """An agency that a search met; `meant` is its name that fits, if that is not the one of today."""

    agency: Organization
    meant: str
    is_ended: bool


def publishing() -> list[Organization]:
    """Those with a card in force, by name."""
    return figure("publishing agencies", _publishing)


def _publishing() -> list[Organization]:
    rows = Organization.objects.filter(pk__in=published_by_agency())
    return list(rows.select_related("place").order_by("sort_key", "pk"))


def named() -> tuple[tuple[str, str], ...]:
    """The same as choices of a box: code and name."""
    return figure("named agencies", lambda: tuple((one.code, prose(one.name)) for one in _publishing()))


def published_by_agency() -> dict[int, int]:
    """How many cards each has in force."""
    return figure("cards by agency", _published_by_agency)


def _published_by_agency() -> dict[int, int]:
    published = ServiceVersion.objects.filter(stage=Stage.PUBLISHED).order_by()
    return dict(published.values_list("owner").annotate(Count("pk")))


def tree_on(on: date) -> Tree:
    """Those in force on a day, kept until the register changes."""
    return REGISTER.get(("tree", on), lambda: _tree_on(on))


def _tree_on(on: date) -> Tree:
    light = Organization.objects.only("code", "name", "kind", "parent", "place").select_related("place")
    return Tree(light.in_force(on).order_by("sort_key", "pk"))


def branches(tree: Tree, *, is_whole: bool) -> list[Branch]:
    """The tree with its counts: whole, or without branches on which nobody has published."""
    grown = tree.branches(published_by_agency())
    return grown if is_whole else with_something(grown)


def search(words: str, on: date) -> list[Found]:
    """By any name, of today or of another day: national ones, then those of provinces; the ended ones last, whose pages
    name their successors."""
    meant = called(words)
    rows = Organization.objects.filter(pk__in=meant).select_related("parent").order_by(*FOUND_FIRST)
    return [
        Found(row, "" if meant[row.pk] == row.name else meant[row.pk], row.has_ended(on)) for row in rows[:MOST_FOUND]
    ]
