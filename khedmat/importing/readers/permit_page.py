"""The page of one permit, as ministries and the permit portal publish it."""

import re
from itertools import pairwise
from operator import attrgetter
from typing import Any, NamedTuple

from khedmat.cards.form import Permit
from khedmat.core.sequences import first, first_where
from khedmat.importing.readers.blocks import Line
from khedmat.importing.readers.choosing import choose
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.nesting import build, without_empty
from khedmat.importing.readers.outline import Answer, Outline
from khedmat.importing.readers.permits import organization_of, page_terms
from khedmat.importing.readers.permits.page_terms import line_of
from khedmat.importing.readers.permits.words import action_of, kind_of
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
_NOTES = {"توضیحات", "ملاحظات"}
_BEFORE_NAME = re.compile(r"^(?:مشخصات\s+)?مجوز\s*:\s*")


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


def undecided(outline: Outline, permits: int) -> list[str]:
    """Whole paths of what the page offers and cannot be told."""
    asked = outline.best("permit_applicants")
    lost = asked is not None and choose("\n".join(asked.texts), "applicants").undecided
    return [f"permits.{place}.applicants" for place in range(permits)] if lost else []


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
    title = line_of(outline.best("permit_title")) or _named(draft.values.get("title"))
    return {
        "title": title,
        "kind": kind_of(title),
        "organization": line_of(outline.best("executive_agency") or outline.best("permit_authority"))
        or organization_of(outline.sheet),
        "applicants": _applicants(outline),
        "process": first(_chosen("process", outline.best("permit_process"))),
        "legal_basis": _lines(outline.best("laws")),
    }


def _named(heading: str | None) -> str | None:
    """«مجوز: پروانه کسب» heads the page of «پروانه کسب»."""
    return _BEFORE_NAME.sub("", heading) if heading else None


def _applicants(outline: Outline) -> list[str]:
    """Asked by their own label; a page without it names them as its audience."""
    own, audience = outline.best("permit_applicants"), outline.best("audience")
    return _chosen("applicants", own) or _chosen("applicants", audience)


def _own(outline: Outline) -> dict[str, Any]:
    """What is said of one action; empty when nothing is."""
    texts = {name: _lines(outline.best(field)) for name, field in _TEXTS.items()}
    notes = _lines(first_where(_asks_for_notes, outline.said("_heading")))
    return without_empty(texts | {"notes": notes} | page_terms.read(outline))


def _asks_for_notes(answer: Answer) -> bool:
    return answer.label in _NOTES


def _lines(answer: Answer | None) -> str | None:
    return "\n".join(lists.items(said_texts(answer))) or None


def _chosen(group: str, answer: Answer | None) -> list[str]:
    return choose("\n".join(answer.texts), group).values if answer else []
