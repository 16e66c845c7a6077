"""Why a service was found, in the words that were typed and the place that holds them. Pure."""

from collections import defaultdict
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from khedmat.search.analysis import stem, stems
from khedmat.search.ranking import Question
from khedmat.search.synonyms import Meaning


class Place(StrEnum):
    """Where the words stand."""

    NUMBER = "number"
    TITLE = "title"
    NAME = "name"
    TEXT = "text"
    AGENCY = "agency"
    MEANT = "meant"
    LETTERS = "letters"


class Reason(NamedTuple):
    place: Place
    words: tuple[str, ...]


Held = Mapping[Place, frozenset[str]]
TEXTS = (("title", Place.TITLE), ("called", Place.NAME), ("told", Place.TEXT), ("agency", Place.AGENCY))


def reasons(asked: Question, kept: Mapping[str, str]) -> tuple[Reason, ...]:
    """The best place of every word that was typed; what people mean by a phrase where the title says that.

    `kept`: what the index keeps of a service (`schema.kept`).
    """
    if asked.number and asked.number == kept["number"]:
        return (Reason(Place.NUMBER, (asked.number,)),)
    held = {place: frozenset(stems(kept[name])) for name, place in TEXTS}
    found: dict[Place, list[str]] = defaultdict(list)
    for word in asked.words:
        if place := _place(word, held):
            found[place].append(word)
    found[Place.MEANT] += [row.phrase for row in asked.meanings if _is_told(row, held)]
    told = tuple(Reason(place, tuple(dict.fromkeys(said))) for place, said in found.items() if said)
    return told or (Reason(Place.LETTERS, asked.words),)


def _place(word: str, held: Held) -> Place | None:
    return next((place for place, known in held.items() if stem(word) in known), None)


def _is_told(row: Meaning, held: Held) -> bool:
    """Where the title has the words of people themselves, what they mean by them needs no saying."""
    called = held[Place.TITLE] | held[Place.NAME]
    return not row.said <= called and any(set(meaning) <= called for meaning in row.meanings)
