"""All boxes of a random card."""

from collections.abc import Callable
from random import Random
from typing import Any

from bench.forms import choices, numbers
from bench.forms.model import Box, Choice, Words
from bench.forms.words import say, several

_GROUPS = ("1001", "1003", "1301", "1302", "1303", "1304", "1305", "1503", "1606", "1702", "1802", "1907")
Fields = dict[str, Box]


def text(path: str, value: str, how: str = "text", **more: Any) -> Words:
    """One line that answers a path."""
    return Words((value,), {f"card.{path}": how}, **more)


def constant(path: str, value: str) -> Words:
    """An ID, an address: no damage may change a letter of it."""
    return Words((value,), told={f"card.{path}": value})


def items(path: str, lines: tuple[str, ...]) -> Words:
    """A list."""
    return Words(lines, {f"card.{path}": "list"}, listed=True)


def service_id(rng: Random, *, family: str = "", part: str = "") -> str:
    """Eleven digits of the known shape."""
    family = family or str(rng.randint(1076, 2656))
    return rng.choice(_GROUPS) + family + (part or rng.choice(("000", f"1{rng.randint(0, 12):02}")))


def address(rng: Random) -> str:
    """Of a service."""
    return f"{rng.choice(('https', 'http'))}://{say(rng, 'domain')}{say(rng, 'path')}"


_PLAIN: dict[str, Callable[[Random], Box]] = {
    "title": lambda rng: text("title", say(rng, "title")),
    "service_id": lambda rng: constant("service_id", service_id(rng)),
    "executive_agency": lambda rng: text("executive_agency", say(rng, "agency")),
    "parent_agency": lambda rng: text("parent_agency", say(rng, "ministry")),
    "description": lambda rng: text("description", say(rng, "description"), "has"),
    "audience": lambda rng: text("audience", say(rng, "audience")),
    "documents": lambda rng: items("documents", several(rng, "document", 6)),
    "laws": lambda rng: items("laws", several(rng, "law", 4)),
    "processes": lambda rng: items("processes", several(rng, "step", 7)),
    "average_duration": numbers.duration,
    "visits": numbers.visits,
    "cost": numbers.cost,
    "url": lambda rng: Words((url := address(rng),), told={"card.url": url}, link=True),
    "system_name": lambda rng: text("system_name", say(rng, "system")),
    "service_hours": lambda rng: text("service_hours", say(rng, "hours"), "has"),
    "responsible_unit": lambda rng: text("responsible_unit", say(rng, "unit"), "has"),
    "maturity": lambda rng: text("maturity", say(rng, "maturity"), "has"),
    "faq": lambda rng: text("faq", say(rng, "faq"), "has"),
    "forms": lambda rng: text("forms", say(rng, "form_name"), "has"),
    "sla_url": lambda rng: constant("sla_url", address(rng)),
    "complaint_url": lambda rng: constant("complaint_url", address(rng)),
    "nature": lambda rng: choices.group(rng, "nature", choices.NATURES, one=True),
    "life_events": choices.life_events,
    "start_trigger": choices.start_trigger,
}


def boxes(rng: Random, *, later: bool = False) -> Fields:
    """By field. `later`: the options of the 1400s."""
    types = choices.TYPES_1400 if later else choices.TYPES
    levels = choices.LEVELS_1400 if later else choices.LEVELS
    chosen: Fields = {
        "service_type": choices.group(rng, "service_type", types),
        "level": choices.group(rng, "level", levels),
        "service_pattern": text("service_pattern", say(rng, "pattern"), "has"),
    }
    return {name: make(rng) for name, make in _PLAIN.items()} | chosen


def emptied(box: Box) -> Box:
    """The same box, printed and left empty."""
    if isinstance(box, Choice):
        return choices.emptied(box)
    names = dict.fromkeys([*box.kept, *box.told])
    return Words((), told=names, listed=box.listed)
