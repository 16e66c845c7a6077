"""What the lines of versions mean: the entries of the registers to which they are bound."""

from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from khedmat.cards.lines.kinds import KINDS, Kind
from khedmat.cards.models import UsedSystem
from khedmat.registers.enums import Register


class MeantLine(NamedTuple):
    """A line that an entry is known for. `use`: what a system is to the service; empty in other registers."""

    name: str
    code: str
    title: str
    use: str = ""


def with_meant(versions: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """Versions, each with what `meant_in` reads: no question of its own."""
    return versions.annotate(**{_column(register): ArraySubquery(_lines(kind)) for register, kind in KINDS.items()})


def meant_in(version: Any, register: Register) -> list[MeantLine]:
    """In the order of the card; lines that the register does not know are left out."""
    return [MeantLine(**one) for one in getattr(version, _column(register))]


def _column(register: Register) -> str:
    return f"{register.value}_meant"


def bound(kind: Kind) -> QuerySet[Any, Any]:
    """Lines of which the register knows what they mean."""
    return kind.rows._default_manager.exclude(**{kind.column: None})


def columns_of(kind: Kind) -> dict[str, str]:
    """What is told of a line (`MeantLine`) and in which column it stands."""
    entry = {name: f"{kind.column}__{name}" for name in ("code", "title")}
    use = {"use": "use"} if kind.rows is UsedSystem else {}
    return {"name": "name"} | entry | use


def _lines(kind: Kind) -> QuerySet[Any, Any]:
    rows = bound(kind).filter(version=OuterRef("pk")).order_by("order")
    return rows.values(json=JSONObject(**columns_of(kind)))
