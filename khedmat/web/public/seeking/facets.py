"""What narrows the results, counted among those found. Pure but for its labels."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.cards.vocabulary import VOCABULARY
from khedmat.web.words import prose

MOST_OPTIONS = 8
COLUMNS = ("service_type", "level", "life_events", "is_electronic", "cost_free")
Values = tuple[str, ...]


class Light(NamedTuple):
    """A service as it is counted: its key, what each facet says of it, and the name of its agency."""

    key: int
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


YES_NO = {"yes": _("بله"), "no": _("خیر")}
LABELS: dict[str, Promise] = {
    "agency": _("دستگاه"),
    "type": _("نوع خدمت"),
    "level": _("سطح"),
    "electronic": _("الکترونیکی"),
    "free": _("رایگان"),
    "event": _("رویداد زندگی"),
}
LISTS = {"type": "service_type", "level": "level", "event": "life_event"}


class _Asked(NamedTuple):
    """The filters in force and the address that holds them."""

    filters: Mapping[str, str]
    data: QueryDict

    def with_(self, name: str, value: str) -> str:
        """The address with a value, or without the one that is picked."""
        address = self.data.copy()
        address.pop("page", None)
        if self.filters.get(name) == value:
            address.pop(name)
        else:
            address[name] = value
        return address.urlencode()


def light(version: Any) -> Light:
    """A version with its owner at hand."""
    owner = version.service.owner
    values = {
        "agency": (owner.code,),
        "type": tuple(version.service_type),
        "level": tuple(version.level),
        "event": tuple(version.life_events),
        "electronic": _said(version.is_electronic),
        "free": _said(version.cost_free),
    }
    return Light(version.service_id, values, owner.name)


def _said(value: bool | None) -> Values:
    return () if value is None else ("yes" if value else "no",)


def picked(data: QueryDict) -> dict[str, str]:
    """The filters of the address; a value that no list has narrows nothing."""
    given = {name: data.get(name, "") for name in LABELS}
    return {name: value for name, value in given.items() if value and _is_known(name, value)}


def _is_known(name: str, value: str) -> bool:
    if name == "agency":
        return len(value) <= 80
    return value in (VOCABULARY[LISTS[name]] if name in LISTS else YES_NO)


def fits(filters: Mapping[str, str], *, but: str = "") -> Callable[[Light], bool]:
    """Whether a service is one of those wanted; `but`: whatever this facet says."""
    return lambda one: all(value in one.values[name] for name, value in filters.items() if name != but)


def facets(found: Sequence[Light], filters: Mapping[str, str], data: QueryDict) -> list[Facet]:
    """Each counted among what fits the other filters: what a click would give."""
    made = [_facet(name, list(filter(fits(filters, but=name), found)), _Asked(filters, data)) for name in LABELS]
    return [facet for facet in made if facet.options]


def _facet(name: str, found: Sequence[Light], asked: _Asked) -> Facet:
    counts = Counter(value for one in found for value in one.values[name])
    chosen = asked.filters.get(name, "")
    if chosen:
        counts.setdefault(chosen, 0)
    names = {one.values["agency"][0]: one.agency for one in found} if name == "agency" else {}
    ordered = sorted(counts, key=lambda value: (value != chosen, -counts[value], value))[:MOST_OPTIONS]
    options = [
        Option(_words(name, value, names), counts[value], asked.with_(name, value), value == chosen)
        for value in ordered
    ]
    return Facet(LABELS[name], options, bool(chosen))


def _words(name: str, value: str, names: Mapping[str, str]) -> str:
    if name == "agency":
        return prose(names.get(value, value))
    return str(VOCABULARY[LISTS[name]][value].fa if name in LISTS else YES_NO[value])


def dropped(found: Iterable[Facet]) -> list[tuple[Promise, Option]]:
    """The filters in force, each with the address without it."""
    return [(facet.label, option) for facet in found for option in facet.options if option.is_picked]
