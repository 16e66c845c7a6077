"""Agencies as people type them: by name or other name, with those to choose from."""

from datetime import date
from typing import NamedTuple

from khedmat.core.persian import squeeze
from khedmat.organizations.enums import Scope
from khedmat.organizations.models import Organization


class Agencies(NamedTuple):
    """`names`: national ones, to choose from; `keys`: letters of each name of any agency → its key."""

    names: list[str]
    keys: dict[str, int]

    def find(self, name: str) -> int | None:
        return self.keys.get(squeeze(name))


def agencies_on(on: date) -> Agencies:
    """Those that stand on a day; one question. Where two share another name the first by title has it."""
    rows = list(
        Organization.objects.in_force(on).order_by("-sort_key", "-code").values("pk", "name", "aliases", "scope")
    )
    others = {squeeze(name): row["pk"] for row in rows for name in row["aliases"]}
    own = {squeeze(row["name"]): row["pk"] for row in rows}
    return Agencies([row["name"] for row in reversed(rows) if row["scope"] == Scope.NATIONAL], others | own)
