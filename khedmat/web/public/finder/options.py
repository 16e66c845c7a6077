"""The answers that published permits leave open, each with the number of permits it keeps."""

from typing import NamedTuple

from django.utils.http import urlencode

from khedmat.permits.finding import counted
from khedmat.web.public.finder.given import WORDS, Given, Question


class Option(NamedTuple):
    """An answer in words, how many permits it keeps, and the query of the next page."""

    text: str
    count: int
    query: str


def options(question: Question, given: Given) -> tuple[int, list[Option]]:
    """How many permits there are so far, and the answers that keep some of them; one or two questions."""
    name = question.name
    total, kept = counted(given, [name])
    answers = kept[name].items()
    return total, [Option(_said(name, value), count, _query(given, name, value)) for value, count in answers]


def _said(name: str, value: str) -> str:
    return value if name == "what" else WORDS[name](value)


def _query(given: Given, name: str, value: str) -> str:
    return urlencode({**given, name: value})
