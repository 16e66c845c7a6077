"""What else bears the words that were typed: agencies, permits, documents, laws, systems. One question for all."""

from collections.abc import Sequence
from itertools import groupby, starmap
from operator import itemgetter
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.db.models import CharField, F, Q, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.cards.laws.where import standing as laws
from khedmat.cards.lines.where import standing
from khedmat.core.letters import letters
from khedmat.core.persian import squeeze
from khedmat.organizations.models import Organization
from khedmat.permits.models import PermitForm
from khedmat.registers.enums import Register

MOST, MOST_WORDS, SHORTEST = 3, 6, 3
KINDS: dict[str, Promise] = {
    "agency": _("دستگاه‌ها"),
    "permit": _("مجوزها"),
    "document": _("مدارک"),
    "law": _("قوانین"),
    "system": _("سامانه‌ها"),
}
REGISTERS = {"document": Register.DOCUMENTS, "system": Register.SYSTEMS}


class Other(NamedTuple):
    """A page that bears the words."""

    title: str
    address: str


class Block(NamedTuple):
    label: Promise
    others: list[Other]


def beside(words: Sequence[str]) -> list[Block]:
    """Whose names hold all of the words; nothing where none is long enough to say something."""
    parts = list(filter(_says_something, map(squeeze, words)))[:MOST_WORDS]
    rows = _together(parts) if parts else []
    return [Block(KINDS[kind], list(starmap(_other, ones))) for kind, ones in groupby(rows, itemgetter(0))]


def _says_something(part: str) -> bool:
    return len(part) >= SHORTEST


def _together(parts: Sequence[str]) -> list[tuple[str, str, str]]:
    first, *others = starmap(_rows, _found(parts).items())
    return list(first.union(*others, all=True).order_by("kind_", "title_"))


def _found(parts: Sequence[str]) -> dict[str, Any]:
    held = Q(*(Q(letters__contains=part) for part in parts))
    agencies = Organization.objects.annotate(place_in=F("code"), said=F("name"))
    permits = PermitForm.objects.public().annotate(letters=letters(F("title")), place_in=F("title"), said=F("title"))
    found = {"agency": agencies, "permit": permits, "law": _entries(laws())}
    found |= {kind: _entries(standing(register)) for kind, register in REGISTERS.items()}
    return {kind: rows.filter(held) for kind, rows in found.items()}


def _entries(rows: Any) -> Any:
    return rows.annotate(place_in=F("code"), said=F("title"))


def _rows(kind: str, rows: Any) -> Any:
    text = CharField()
    columns = {"kind_": Value(kind, output_field=text), "title_": Cast("said", text), "at_": Cast("place_in", text)}
    return rows.annotate(**columns).order_by("title_").values_list("kind_", "title_", "at_").distinct()[:MOST]


def _other(kind: str, title: str, place: str) -> Other:
    if kind == "permit":
        return Other(title, f"{reverse('web:permit-list')}?{urlencode({'q': title[:200]})}")
    return Other(title, reverse(f"web:{kind}", args=[place]))
