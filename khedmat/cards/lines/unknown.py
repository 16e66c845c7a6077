"""Names in cards that mean no entry of a register: what its steward makes a name of an entry, or a new one."""

from collections.abc import Callable, Collection
from datetime import date
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Count, Exists, Min, Model, Q, QuerySet
from django.db.models.functions import Length

from khedmat.accounts.models import User
from khedmat.cards.citations import own_name
from khedmat.cards.enums import IN_FORCE
from khedmat.cards.lines.boxes import LONGEST_LETTERS
from khedmat.cards.lines.kinds import KINDS
from khedmat.cards.models import CitedLaw, ServiceVersion, UnknownName
from khedmat.cards.models.queries import VersionQuerySet
from khedmat.cards.models.unknown import UnknownNameQuerySet
from khedmat.organizations.enums import STEWARDS
from khedmat.registers.books import BOOKS
from khedmat.registers.enums import Register
from khedmat.registers.perms import at_centre
from khedmat.registers.writing import lock

COUNTED = ("letters", "text", "cards")


class Said(NamedTuple):
    """Where cards name entries of a register: the rows, their key, the text, and the name in it."""

    rows: type[Model]
    column: str
    text: str
    name_in: Callable[[str], str]


SAID = {register: Said(kind.rows, kind.column, "name", str) for register, kind in KINDS.items()}
SAID[Register.LAWS] = Said(CitedLaw, "law", "text", own_name)


def unknown(register: Register) -> UnknownNameQuerySet:
    """As they were counted last, without those that the keeper passed over."""
    found: UnknownNameQuerySet = UnknownName.objects.filter(register=register).waiting()
    return found


def unknown_to(user: User, on: date) -> QuerySet[UnknownName]:
    """Those of the registers that this person keeps."""
    kept = {role: [book.register for book in BOOKS.values() if book.keeper == role] for role in STEWARDS}
    mine = [Q(Exists(at_centre(user, role, on)), register__in=registers) for role, registers in kept.items()]
    found: QuerySet[UnknownName] = UnknownName.objects.waiting().filter(Q(*mine, _connector=Q.OR))
    return found


def recount_all() -> None:
    """Every register; its keepers wait for each other meanwhile. Safe to run twice."""
    for register in SAID:
        with transaction.atomic():
            lock(BOOKS[register])
            recount(register)


def recount(register: Register, letters: Collection[str] | None = None) -> None:
    """All names of a register, or these. Whoever calls holds its lock: else a slow count wins over a later one."""
    kept = UnknownName.objects.filter(register=register)
    lines = _lines(register)
    if letters is not None:
        kept, lines = kept.filter(letters__in=letters), lines.filter(letters__in=letters)
    was = {row[0]: row for row in kept.order_by().values_list(*COUNTED)}
    now = {row[0]: row for row in _counted(lines, SAID[register].text)}
    kept.filter(letters__in=was.keys() - now.keys()).delete()
    new = [row for key, row in now.items() if was.get(key) != row]
    names = [UnknownName(register=register, letters=key, text=text, cards=cards) for key, text, cards in new]
    told = {"unique_fields": ["register", "letters"], "update_fields": ["text", "cards"]}
    UnknownName.objects.bulk_create(names, batch_size=1000, update_conflicts=True, **told)


def _counted(lines: QuerySet[Any, Any], text: str) -> QuerySet[Any, Any]:
    """`letters`, one of the writings, and the cards of each.

    Of cards in force only: drafts are their office's own. What is as long as prose names nothing.
    """
    said = {"said": Min(text), "cards": Count("version", distinct=True)}
    return lines.order_by().values("letters").annotate(**said).values_list("letters", "said", "cards")


def naming_unknown(register: Register, letters: str) -> VersionQuerySet:
    """The cards in force that write such a name."""
    lines = _lines(register).filter(letters=letters)
    return ServiceVersion.objects.in_force().filter(pk__in=lines.values("version"))


def _lines(register: Register) -> QuerySet[Any, Any]:
    said = SAID[register]
    lines = said.rows._default_manager.filter(version__stage__in=IN_FORCE, **{said.column: None})
    return lines.annotate(length=Length("letters")).filter(length__gt=0, length__lt=LONGEST_LETTERS)
