"""What else bears the words that were typed: agencies, permits, documents, laws. One question for all four."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.db.models import CharField, F, Q, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.cards.documents.where import standing as documents
from khedmat.cards.laws.where import standing as laws
from khedmat.core.persian import squeeze
from khedmat.organizations.models import Organization
from khedmat.permits.models import PermitForm
from khedmat.web.permits import letters

MOST, MOST_WORDS, SHORTEST = 3, 6, 3
KINDS: dict[str, Promise] = {"agency": _("دستگاه‌ها"), "permit": _("مجوزها"), "document": _("مدارک"), "law": _("قوانین")}


class Other(NamedTuple):
    """A page that bears the words."""

    title: str
    address: str


class Block(NamedTuple):
    label: Promise
    others: list[Other]


def beside(words: Sequence[str]) -> list[Block]:
    """Whose names hold all of the words; nothing where none is long enough to say something."""
    parts = [part for part in map(squeeze, words) if len(part) >= SHORTEST][:MOST_WORDS]
    if not parts:
        return []
    first, *others = [_rows(kind, rows) for kind, rows in _found(parts).items()]
    rows = list(first.union(*others, all=True).order_by("kind_", "title_"))
    blocks = [Block(label, [_other(*row) for row in rows if row[0] == kind]) for kind, label in KINDS.items()]
    return [block for block in blocks if block.others]


def _found(parts: Sequence[str]) -> dict[str, Any]:
    held = Q(*(Q(letters__contains=part) for part in parts))
    agencies = Organization.objects.annotate(letters=letters(F("name")), place_in=F("code"), said=F("name"))
    permits = PermitForm.objects.public().annotate(letters=letters(F("title")), place_in=F("title"), said=F("title"))
    registers = {"document": documents(), "law": laws()}
    named = {kind: rows.annotate(place_in=F("code"), said=F("title")) for kind, rows in registers.items()}
    found = {"agency": agencies, "permit": permits} | named
    return {kind: rows.filter(held) for kind, rows in found.items()}


def _rows(kind: str, rows: Any) -> Any:
    text = CharField()
    columns = {"kind_": Value(kind, output_field=text), "title_": Cast("said", text), "at_": Cast("place_in", text)}
    return rows.annotate(**columns).order_by("title_").values_list("kind_", "title_", "at_").distinct()[:MOST]


def _other(kind: str, title: str, place: str) -> Other:
    if kind == "permit":
        return Other(title, f"{reverse('web:permit-list')}?{urlencode({'q': title[:200]})}")
    return Other(title, reverse(f"web:{kind}", args=[place]))
