"""The answers that published permits leave open, each with the number of permits it keeps."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.db.models import Count
from django.utils.http import urlencode

from khedmat.cards.vocabulary import VOCABULARY
from khedmat.web.public.finder.given import NATIONAL, WORDS, Given, Question
from khedmat.web.public.finder.narrowing import NARROW, narrowed

MOST = 18


class Option(NamedTuple):
    """An answer in words, how many permits it keeps, and the query of the next page."""

    text: str
    count: int
    query: str


def options(question: Question, given: Given) -> tuple[int, list[Option]]:
    """How many permits there are so far, and the answers that keep some of them; one or two questions."""
    values = LISTS[question.name](given)
    wanted = {f"answer_{value}": _permits(filter=NARROW[question.name](value)) for value in values}
    found = narrowed(given).order_by().aggregate(total=_permits(), **wanted)
    name = question.name
    made = (Option(_said(name, value), found[f"answer_{value}"], _query(given, name, value)) for value in values)
    return found["total"], [one for one in made if one.count]


def _permits(**more: object) -> Count:
    return Count("same", distinct=True, **more)


def _said(name: str, value: str) -> str:
    return value if name == "what" else WORDS[name](value)


def _query(given: Given, name: str, value: str) -> str:
    return urlencode({**given, name: value})


def _kinds(given: Given) -> list[str]:
    """The kinds of permits that stand in most of the forms left."""
    rows = narrowed(given).exclude(kind="").order_by().values_list("kind").annotate(count=_permits())
    return [kind for kind, _ in rows.order_by("-count", "kind")[:MOST]]


def _places(given: Given) -> Iterable[str]:
    rows = narrowed(given).exclude(organization__place=None).order_by("organization__place__code")
    return [NATIONAL, *rows.values_list("organization__place__code", flat=True).distinct()]


LISTS: dict[str, Callable[[Given], Iterable[str]]] = {
    "who": lambda _: list(VOCABULARY["applicant"]),
    "want": lambda _: list(VOCABULARY["permit_action"]),
    "what": _kinds,
    "where": _places,
}
