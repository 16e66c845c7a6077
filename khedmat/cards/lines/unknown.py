"""Names in cards that mean no entry of a register: what its steward makes a name of an entry, or a new one."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.db.models import Count, Min, Model, QuerySet
from django.db.models.functions import Length

from khedmat.cards.citations import own_name
from khedmat.cards.enums import IN_FORCE
from khedmat.cards.lines.boxes import LONGEST_LETTERS
from khedmat.cards.lines.kinds import KINDS
from khedmat.cards.models import CitedLaw, ServiceVersion
from khedmat.cards.models.queries import VersionQuerySet
from khedmat.registers.enums import Register
from khedmat.registers.models import NamePassing


class Said(NamedTuple):
    """Where cards name entries of a register: the rows, their key, the text, and the name in it."""

    rows: type[Model]
    column: str
    text: str
    name_in: Callable[[str], str]


SAID = {register: Said(kind.rows, kind.column, "name", str) for register, kind in KINDS.items()}
SAID[Register.LAWS] = Said(CitedLaw, "law", "text", own_name)


def unknown(register: Register) -> QuerySet[Any, Any]:
    """Those that its keeper did not pass over."""
    passed = NamePassing.objects.standing(register).values("letters")
    return unnamed(register).exclude(letters__in=passed)


def unnamed(register: Register) -> QuerySet[Any, Any]:
    """`letters`, `text` (one of the writings) and `cards` of each, those in most cards first.

    Of cards in force only: drafts are their office's own. What is as long as prose names nothing.
    """
    texts = {"text": Min(SAID[register].text), "cards": Count("version", distinct=True)}
    return _lines(register).order_by().values("letters").annotate(**texts).order_by("-cards", "letters")


def naming_unknown(register: Register, letters: str) -> VersionQuerySet:
    """The cards in force that write such a name."""
    lines = _lines(register).filter(letters=letters)
    return ServiceVersion.objects.in_force().filter(pk__in=lines.values("version"))


def _lines(register: Register) -> QuerySet[Any, Any]:
    said = SAID[register]
    lines = said.rows._default_manager.filter(version__stage__in=IN_FORCE, **{said.column: None})
    return lines.annotate(length=Length("letters")).filter(length__gt=0, length__lt=LONGEST_LETTERS)
