"""Permits by answers. What a form does not say keeps no permit away: it may well be the one that is looked for."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db.models import Count, F, Q, QuerySet, TextField, Value
from django.db.models.functions import Concat

from khedmat.cards.vocabulary import VOCABULARY
from khedmat.core.letters import letters
from khedmat.core.persian import key
from khedmat.permits.models import PermitForm

ANY, NATIONAL = "any", "national"
MOST = 18
Given = Mapping[str, str]


def forms() -> QuerySet[Any]:
    """Rows of form 1 that are public; `letters` and `named` hold what they are looked for by."""
    named = letters(Concat(F("title"), Value(" "), F("organization__name"), output_field=TextField()))
    return PermitForm.objects.public().annotate(letters=letters(F("title")), named=named)


def _who(value: str) -> Q:
    return Q(applicants__contains=[value]) | Q(applicants=[])


def _want(value: str) -> Q:
    return Q(action__in=[value, ""])


def _what(value: str) -> Q:
    """All its words, in the title, in the kind of the permit or in the name of the agency."""
    return Q(*(Q(named__contains=word) | Q(kinds__contains=word) for word in key(value).split()))


def _where(value: str) -> Q:
    national = Q(organization__place=None)
    return national if value == NATIONAL else national | Q(organization__place__code=value)


NARROW: dict[str, Callable[[str], Q]] = {"who": _who, "want": _want, "what": _what, "where": _where}


def narrowed(given: Given) -> QuerySet[PermitForm]:
    """Rows of form 1; `same` is equal in rows of one permit, however its title is spelt."""
    same = Concat("organization__code", "letters", output_field=TextField())
    rows: Any = forms().annotate(kinds=letters(F("kind")), same=same)
    return rows.filter(*(NARROW[name](value) for name, value in given.items() if value != ANY))


def counted(given: Given, names: Sequence[str]) -> tuple[int, dict[str, dict[str, int]]]:
    """How many permits there are so far, and for each of these questions how many each answer keeps, if any."""
    asked = [(name, value) for name in names for value in LISTS[name](given)]
    wanted = {f"{name}_{place}": _permits(NARROW[name](value)) for place, (name, value) in enumerate(asked)}
    found = narrowed(given).order_by().aggregate(total=_permits(), **wanted)
    kept: dict[str, dict[str, int]] = {name: {} for name in names}
    for place, (name, value) in enumerate(asked):
        if count := found[f"{name}_{place}"]:
            kept[name][value] = count
    return found["total"], kept


def _permits(only: Q | None = None) -> Count:
    return Count("same", distinct=True, filter=only)


def _kinds(given: Given) -> list[str]:
    """The kinds of permits that stand in most of the forms left."""
    rows = narrowed(given).exclude(kind="").order_by().values_list("kind").annotate(count=_permits())
    return [kind for kind, _ in rows.order_by("-count", "kind")[:MOST]]


def _places(given: Given) -> list[str]:
    rows = narrowed(given).exclude(organization__place=None).order_by("organization__place__code")
    return [NATIONAL, *rows.values_list("organization__place__code", flat=True).distinct()]


LISTS: dict[str, Callable[[Given], list[str]]] = {
    "who": lambda _: list(VOCABULARY["applicant"]),
    "want": lambda _: list(VOCABULARY["permit_action"]),
    "what": _kinds,
    "where": _places,
}
