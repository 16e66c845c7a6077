"""The page of one permit, as ministries and the permit portal publish it."""

from typing import Any

from khedmat.cards.form import Permit
from khedmat.core.persian import fold_line
from khedmat.importing.readers import options
from khedmat.importing.readers.draft import Draft, nested, said
from khedmat.importing.readers.outline import Answer, Outline
from khedmat.importing.readers.permits import _duration, _fee, action_of, kind_of
from khedmat.importing.readers.sections import identity
from khedmat.importing.readers.values import lists

_TEXTS = {
    "legal_basis": ("laws",),
    "documents": ("documents",),
    "validity": ("permit_validity",),
    "supervisors": ("permit_supervisors",),
    "conditions": ("permit_conditions",),
}


def read(outline: Outline) -> list[Permit]:
    """A permit an action; one permit where the page speaks of no other action; none when it names no permit."""
    starts = [
        (line.block, action)
        for line in outline.sheet.lines
        if line.alone and (action := action_of(line.text)) and len(line.text.split()) <= 2
    ]
    head = outline.between(0, starts[0][0] if starts else len(outline.sheet.blocks))
    shared = _shared(head)
    if not shared["title"]:
        return []
    if not starts:
        action = "issue" if any(outline.of("permit_process", "permit_how", "permit_authority")) else None
        return [_permit(shared | _own(outline) | {"action": action})]
    ends = [block for block, _ in starts[1:]] + [len(outline.sheet.blocks)]
    parts = [(action, _own(outline.between(block, end))) for (block, action), end in zip(starts, ends, strict=True)]
    return [_permit(shared | own | {"action": action}) for action, own in parts if own]


def _shared(outline: Outline) -> dict[str, Any]:
    """What holds for every action of the permit."""
    draft = Draft()
    identity.read(outline, draft)
    title = _text(outline.best("permit_title")) or draft.values.get("title")
    authority = outline.best("executive_agency") or outline.best("permit_authority")
    applicants = _chosen("applicants", outline.best("permit_applicants")) or _chosen(
        "applicants", outline.best("audience")
    )
    values = {"title": title, "kind": kind_of(title), "organization": _text(authority), "applicants": applicants}
    return values | {
        "process": next(iter(_chosen("process", outline.best("permit_process"))), None),
        "legal_basis": _lines(outline.best("laws")),
    }


def _own(outline: Outline) -> dict[str, Any]:
    """What is said of one action; empty when nothing is."""
    values: dict[str, Any] = {name: _lines(outline.best(*fields)) for name, fields in _TEXTS.items()}
    values |= {"steps": _lines(outline.best("processes"))} | _how(outline)
    values |= _fee(_text(outline.best("cost"))) | _duration(_text(outline.best("permit_time", "average_duration")))
    return {name: value for name, value in values.items() if value not in (None, [], "")}


def _permit(values: dict[str, Any]) -> Permit:
    return Permit.model_validate(nested({name: value for name, value in values.items() if value not in (None, [], "")}))


def _text(answer: Answer | None) -> str | None:
    return next((fold_line(kept) for text in (answer.texts if answer else []) if (kept := said(text))), None)


def _lines(answer: Answer | None) -> str | None:
    return "\n".join(lists.items([text for text in (answer.texts if answer else []) if said(text)])) or None


def _chosen(group: str, answer: Answer | None) -> list[str]:
    if answer is None:
        return []
    values, undecided = options.read(["\n".join(answer.texts)], [group]).decide(group)
    return [] if undecided else values


def _how(outline: Outline) -> dict[str, Any]:
    modes = {mode for answer in outline.of("permit_how", "_access") for mode in _chosen("mode", answer)}
    if not modes:
        return {}
    return {"electronic": "electronic" in modes, "non_electronic": "non_electronic" in modes}
