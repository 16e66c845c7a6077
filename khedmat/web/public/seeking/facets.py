"""What narrows the results, counted among those found. Pure but for its labels."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.cards.vocabulary import VOCABULARY
from khedmat.search.feed import boxes
from khedmat.web.words import prose

MOST_OPTIONS = 8
COLUMNS = ("service_type", "level", "life_events", "is_electronic", "cost_free")
Values = tuple[str, ...]


class Light(NamedTuple):
    """A service as it is counted: what each facet says of it, and the name of its agency."""

    values: Mapping[str, Values]
    agency: str


class Option(NamedTuple):
    """A value with its words and number, and the address of the results with it; without it where it is picked."""

    words: str
    count: int
    query: str
    is_picked: bool


class Facet(NamedTuple):
    """A facet with its values, the commonest first."""

    label: Promise
    options: list[Option]
    is_picked: bool


LABELS: dict[str, Promise] = {
    "agency": _("دستگاه"),
    "type": _("نوع خدمت"),
    "level": _("سطح"),
    "electronic": _("الکترونیکی"),
    "free": _("رایگان"),
    "event": _("رویداد زندگی"),
}
YES_NO = {"yes": _("بله"), "no": _("خیر")}
IN_THE_INDEX = {"agency": "agency_code"}
LONGEST_CODE = 80


def _labels(list_name: str) -> dict[str, str]:
    return {value: label.fa for value, label in VOCABULARY[list_name].items()}


WORDS: dict[str, Mapping[str, Any]] = {
    "type": _labels("service_type"),
    "level": _labels("level"),
    "event": _labels("life_event"),
    "electronic": YES_NO,
    "free": YES_NO,
}


class Asked(NamedTuple):
    """The filters in force and the address that holds them."""

    filters: Mapping[str, str]
    data: QueryDict

    def turned(self, name: str, value: str) -> str:
        """The address with a value, or without the one that is picked."""
        address = self.data.copy()
        address.pop("page", None)
        was = address.pop(name, None)
        if was != [value]:
            address[name] = value
        return address.urlencode()


def light(row: Any) -> Light:
    """Of the columns of a version and of the agency of its service."""
    return Light(boxes(row) | {"agency": (row.owner__code,)}, row.owner__name)


def picked(data: QueryDict) -> dict[str, str]:
    """The filters of the address; a value that no list has narrows nothing."""
    return {name: data[name] for name in LABELS if _is_known(name, data.get(name, ""))}


def _is_known(name: str, value: str) -> bool:
    return value in WORDS[name] if name in WORDS else 0 < len(value) <= LONGEST_CODE


def for_index(filters: Mapping[str, str]) -> dict[str, str]:
    return {IN_THE_INDEX.get(name, name): value for name, value in filters.items()}


def fitting(found: Mapping[int, Light], filters: Mapping[str, str]) -> dict[int, Light]:
    return {key: one for key, one in found.items() if _fits(one, filters)}


def _fits(one: Light, filters: Mapping[str, str]) -> bool:
    return all(value in one.values[name] for name, value in filters.items())


def facets(found: Mapping[int, Light], asked: Asked) -> list[Facet]:
    """Each counted among what fits the other filters: what a click would give."""
    made = [_facet(name, _fitting_others(name, found, asked), asked) for name in LABELS]
    return [facet for facet in made if facet.options]


def _fitting_others(name: str, found: Mapping[int, Light], asked: Asked) -> list[Light]:
    others = dict(asked.filters)
    others.pop(name, None)
    return list(fitting(found, others).values())


def _facet(name: str, found: Sequence[Light], asked: Asked) -> Facet:
    chosen, words = asked.filters.get(name, ""), _words(name, found)
    counts = Counter(chain.from_iterable(one.values[name] for one in found))
    counts.update(dict.fromkeys(filter(None, [chosen]), 0))
    ordered = sorted(counts, key=lambda value: (value != chosen, -counts[value], value))

    def option(value: str) -> Option:
        return Option(str(words.get(value, value)), counts[value], asked.turned(name, value), value == chosen)

    return Facet(LABELS[name], list(map(option, ordered[:MOST_OPTIONS])), bool(chosen))


def _words(name: str, found: Sequence[Light]) -> Mapping[str, Any]:
    """The labels of a list; agencies by the names of those found."""
    return WORDS.get(name) or {one.values["agency"][0]: prose(one.agency) for one in found}


def dropped(found: Sequence[Facet]) -> list[tuple[Promise, Option]]:
    """The filters in force, each with the address without it: what is picked stands first in its facet."""
    return [(facet.label, facet.options[0]) for facet in found if facet.is_picked]
