"""What somebody has answered so far: it lives in the address, one name a question."""

from collections.abc import Callable
from typing import NamedTuple

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from khedmat.cards.vocabulary import VOCABULARY
from khedmat.core.persian import fold_line, key
from khedmat.permits.finding import ANY, NATIONAL, Given
from khedmat.web.geography import MAP

LONGEST = 80
PROVINCES = {one.code: one.name for one in MAP.provinces}


class Question(NamedTuple):
    """A question, what may be answered, and what skipping it is called."""

    name: str
    text: Promise
    skip: Promise
    is_answer: Callable[[str], object]


QUESTIONS = (
    Question("who", _("متقاضی مجوز کیست؟"), _("فرقی نمی‌کند"), VOCABULARY["applicant"].get),
    Question("want", _("با مجوز چه می‌خواهید بکنید؟"), _("همهٔ کارها"), VOCABULARY["permit_action"].get),
    Question("what", _("برای چه فعالیتی؟"), _("هر فعالیتی"), key),
    Question("where", _("کجا؟"), _("همه‌جا"), {NATIONAL: NATIONAL, **PROVINCES}.get),
)


class Chip(NamedTuple):
    """An answer, and the address of the finder without it."""

    question: Promise
    text: str
    rest: str


def given_in(data: QueryDict) -> dict[str, str]:
    """The answers of an address; what is no answer is as if it were not there, and is asked again."""
    said = {one.name: fold_line(data.get(one.name, ""))[:LONGEST] for one in QUESTIONS}
    return {one.name: said[one.name] for one in QUESTIONS if said[one.name] == ANY or one.is_answer(said[one.name])}


def next_question(given: Given) -> Question | None:
    return next((one for one in QUESTIONS if one.name not in given), None)


def chips(given: Given) -> list[Chip]:
    asked = (one for one in QUESTIONS if one.name in given)
    return [Chip(one.text, said(one, given[one.name]), without(given, one.name)) for one in asked]


def said(question: Question, value: str) -> str:
    """An answer in words."""
    return f"{question.skip}" if value == ANY else WORDS[question.name](value)


WORDS: dict[str, Callable[[str], str]] = {
    "who": lambda value: VOCABULARY["applicant"][value].fa,
    "want": lambda value: VOCABULARY["permit_action"][value].fa,
    "what": lambda value: f"«{value}»",
    "where": lambda value: PROVINCES.get(value, "دستگاه‌های ملی"),
}


def without(given: Given, name: str) -> str:
    return urlencode({one: value for one, value in given.items() if one != name})
