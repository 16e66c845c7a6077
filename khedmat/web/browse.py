"""The form as a way in: every option of its closed boxes with the number of published services that tick it."""

import re
from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet

from khedmat.cards.models import ServiceVersion
from khedmat.cards.vocabulary import VOCABULARY

EXAMPLES = 4
WORD = re.compile(r"[\w\u200c]+")


class Choice(NamedTuple):
    """An option, how many services tick it, and the query of their list."""

    text: str
    count: int
    query: str


class Row(NamedTuple):
    """A line of section 4."""

    title: str
    choices: tuple[Choice, ...]


class Box(NamedTuple):
    """A line of the form: its filter in the address, its code list, its column, one choice or several."""

    title: str
    filter: str
    list_name: str
    column: str


BOXES = (
    Box("نوع خدمت", "type", "service_type", "service_type__contains"),
    Box("ماهیت خدمت", "nature", "nature", "nature"),
    Box("سطح خدمت", "level", "level", "level__contains"),
    Box("رویداد مرتبط", "event", "life_event", "life_events__contains"),
    Box("نحوهٔ آغاز", "start", "start_trigger", "start_trigger__contains"),
)


def counted(versions: QuerySet[ServiceVersion]) -> tuple[int, list[Row]]:
    """All counts and the total in one question to the database."""
    wanted = {
        _name(box, value): Count("pk", filter=_ticked(box, value))
        for box in BOXES
        for value in VOCABULARY[box.list_name]
    }
    found = versions.order_by().aggregate(total=Count("pk"), **wanted)
    return found["total"], [Row(box.title, _choices(box, found)) for box in BOXES]


def _name(box: Box, value: str) -> str:
    return f"{box.filter}_{value}"


def _ticked(box: Box, value: str) -> Q:
    return Q(**{box.column: [value] if box.column.endswith("__contains") else value})


def _choices(box: Box, found: dict[str, int]) -> tuple[Choice, ...]:
    labels = VOCABULARY[box.list_name].items()
    return tuple(Choice(label.fa, found[_name(box, value)], urlencode({box.filter: value})) for value, label in labels)


def first_two() -> QuerySet[ServiceVersion]:
    """The services that this registry began with: the oldest keys, whatever their cards are called today."""
    return ServiceVersion.objects.published().for_list().order_by("service")[:2]


def examples() -> list[str]:
    """What somebody might type, out of the newest titles: each finds at least the service it was taken from."""
    newest = ServiceVersion.objects.published().order_by("-published_at", "-pk").values_list("title", flat=True)
    return list(dict.fromkeys(filter(None, map(example, newest[:EXAMPLES]))))


def example(title: str) -> str:
    """A title without the deed it begins with («صدور», «بررسی»): its last three words, no «and» before them."""
    words = WORD.findall(title)[1:][-3:]
    return " ".join(words[1:] if words[:1] == ["و"] else words)


def shorter(words: str) -> list[str]:
    """Queries with one word less, for somebody who found nothing; the longest words are kept."""
    parts = words.split()
    without = [" ".join(parts[:place] + parts[place + 1 :]) for place in range(len(parts))]
    return sorted(filter(None, dict.fromkeys(without)), key=len, reverse=True)[:4]
