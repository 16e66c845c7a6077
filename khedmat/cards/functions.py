"""AABB of an ID: the functions of government (COFOG), and which of them a service most likely belongs to, and why.

A suggestion never decides: the reviewer chooses, and the reason of the choice is kept with the ID.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.utils.translation import gettext as _

from khedmat.core.persian import key, persian_digits
from khedmat.core.word_lists import entries

DATA = Path(__file__).parent / "data" / "functions.txt"
MOST = 3
A_PHRASE = 3  # a title says more of its service than one other ID of the agency does


class Function(NamedTuple):
    """A group of a division: «13 امور اقتصادی» › «1302 کشاورزی …»."""

    code: str
    name: str
    division: str
    phrases: tuple[str, ...]


class Suggestion(NamedTuple):
    """A function with the sentences that speak for it."""

    function: Function
    reasons: tuple[str, ...]


@cache
def functions() -> dict[str, Function]:
    """All groups by their four digits, in printed order."""
    rows = [line.split("\t") for line in entries(DATA)]
    divisions = {row[0]: row[1] for row in rows if len(row[0]) == 2}
    groups = [row for row in rows if len(row[0]) == 4]
    return {row[0]: Function(row[0], row[1], divisions[row[0][:2]], _phrases(row)) for row in groups}


def _phrases(row: list[str]) -> tuple[str, ...]:
    return tuple(row[2].split("، ")) if len(row) > 2 else ()


def suggested(title: str, others: Mapping[str, int]) -> list[Suggestion]:
    """The likeliest functions first: by words of the title, and by `others`, how often the agency's IDs bear each."""
    spoken = {one.code: _heard(title, one.phrases) for one in functions().values()}
    weights = {code: A_PHRASE * len(spoken[code]) + min(others.get(code, 0), A_PHRASE - 1) for code in functions()}
    best = sorted((code for code in functions() if weights[code]), key=lambda code: (-weights[code], code))
    return [Suggestion(functions()[code], tuple(_reasons(spoken[code], others.get(code, 0)))) for code in best[:MOST]]


def _heard(title: str, phrases: Iterable[str]) -> list[str]:
    """The phrases whose words stand in the title, one after the other."""
    words = f" {_plain(title)} "
    return [phrase for phrase in phrases if f" {_plain(phrase)} " in words]


def _plain(text: str) -> str:
    """Letters and single spaces: «حمل‌ونقل» and «حمل و نقل», «(گاز)» and «گاز» are alike as far as words go."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in key(text.replace("\u200c", " "))).split())


def _reasons(phrases: list[str], count: int) -> Iterable[str]:
    if phrases:
        yield _("در عنوان آمده است: %(words)s.") % {"words": "، ".join(f"«{phrase}»" for phrase in phrases)}
    if count:
        yield _("%(count)s شناسهٔ دیگر این دستگاه با همین کارکرد است.") % {"count": persian_digits(count)}
