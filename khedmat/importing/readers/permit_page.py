"""The page of one permit, as ministries and the permit portal publish it."""

import re
from itertools import chain, pairwise
from operator import attrgetter
from typing import Any, NamedTuple

from khedmat.cards.form import Permit
from khedmat.core.persian import fold_line
from khedmat.core.sequences import first
from khedmat.importing.readers import options
from khedmat.importing.readers.blocks import Line
from khedmat.importing.readers.choosing import choose
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.nesting import build, without_empty
from khedmat.importing.readers.outline import Answer, Outline
from khedmat.importing.readers.permits.terms import terms
from khedmat.importing.readers.permits.words import action_of, kind_of
from khedmat.importing.readers.said import said
from khedmat.importing.readers.sections import identity
from khedmat.importing.readers.values import lists
from khedmat.importing.readers.wording import said_texts

_TEXTS = {
    "legal_basis": "laws",
    "documents": "documents",
    "validity": "permit_validity",
    "supervisors": "permit_supervisors",
    "conditions": "permit_conditions",
    "steps": "processes",
}
_WRITTEN = {
    ("electronic",): {"electronic": True},
    ("non_electronic",): {"electronic": False, "non_electronic": True},
    ("electronic", "non_electronic"): {"electronic": True, "non_electronic": True},
}
_UNIT = re.compile(r"\(\s*(روز|ساعت)\s*\)")


class _Part(NamedTuple):
    """What the page says of one action, from its heading on."""

    block: int
    action: str | None


def read(outline: Outline) -> list[Permit]:
    """A permit an action; one permit where the page speaks of no other action; none when it names no permit."""
    parts = _parts(outline)
    shared = _shared(outline.between(0, parts[0].block))
    owns = _owns(outline, parts) if shared["title"] else []
    return [build(Permit, shared | own) for own in owns]


def _owns(outline: Outline, parts: list[_Part]) -> list[dict[str, Any]]:
    """What is said of each action; an action of which nothing is said is a word of the menu."""
    if len(parts) == 1:
        return [_own(outline) | {"action": _only_action(outline)}]
    starts = pairwise(parts)
    return [
        own | {"action": part.action} for part, end in starts if (own := _own(outline.between(part.block, end.block)))
    ]


def _parts(outline: Outline) -> list[_Part]:
    """The headings of the actions, and the end of the page."""
    lines = filter(_may_be_heading, outline.sheet.lines)
    headings = (_Part(line.block, action_of(line.text)) for line in lines)
    return [*filter(attrgetter("action"), headings), _Part(len(outline.sheet.blocks), None)]


def _may_be_heading(line: Line) -> bool:
    return line.alone and len(line.text.split()) <= 2


def _only_action(outline: Outline) -> str | None:
    asked = outline.of("permit_process", "permit_how", "permit_authority")
    return "issue" if any(asked) else None


def _shared(outline: Outline) -> dict[str, Any]:
    """What holds for every action of the permit."""
    draft = Draft()
    identity.read(outline, draft)
    title = _text(outline.best("permit_title")) or draft.values.get("title")
    return {
        "title": title,
        "kind": kind_of(title),
        "organization": _text(outline.best("executive_agency") or outline.best("permit_authority")),
        "applicants": _applicants(outline),
        "process": first(_chosen("process", outline.best("permit_process"))),
        "legal_basis": _lines(outline.best("laws")),
    }


def _applicants(outline: Outline) -> list[str]:
    """Asked by their own label; a page without it names them as its audience."""
    own, audience = outline.best("permit_applicants"), outline.best("audience")
    return _chosen("applicants", own) or _chosen("applicants", audience)


def _own(outline: Outline) -> dict[str, Any]:
    """What is said of one action; empty when nothing is."""
    texts = {name: _lines(outline.best(field)) for name, field in _TEXTS.items()}
    said_terms = terms(_fee(outline.best("cost")), _time(outline.best("permit_time", "average_duration")))
    return without_empty(texts | _how(outline) | said_terms)


def _fee(answer: Answer | None) -> str:
    """A zero too, which says nothing elsewhere."""
    return _text(answer) or (answer.text if answer else "")


def _time(answer: Answer | None) -> str:
    """«زمان صدور (روز): 30»: a bare number has the unit of its label."""
    text = _text(answer) or ""
    unit = _UNIT.search(answer.line.text, answer.start) if answer and text.isdecimal() else None
    return f"{text} {unit[1]}" if unit else text


def _text(answer: Answer | None) -> str | None:
    """The first piece that says something, on one line."""
    said_first = first(map(said, said_texts(answer)))
    return fold_line(said_first) if said_first else None


def _lines(answer: Answer | None) -> str | None:
    return "\n".join(lists.items(said_texts(answer))) or None


def _chosen(group: str, answer: Answer | None) -> list[str]:
    return choose("\n".join(answer.texts), group).values if answer else []


def _how(outline: Outline) -> dict[str, Any]:
    """The boxes as they are ticked; else what somebody wrote, where «غیر الکترونیکی» denies the other mode."""
    texts = list(chain.from_iterable(map(attrgetter("texts"), outline.of("permit_how", "_access"))))
    reading = options.read(texts, ["mode"])
    boxes = {mode: tick for mode, tick in reading.of("mode").items() if tick is not None}
    return boxes or _WRITTEN.get(tuple(reading.decide("mode")[0]), {})
