"""The page of one permit, as ministries and the permit portal publish it."""

from typing import Any

from khedmat.cards.form import Permit
from khedmat.core.persian import fold_line
from khedmat.importing.readers import options
from khedmat.importing.readers.draft import Draft, nested, said
from khedmat.importing.readers.outline import Answer, Outline
from khedmat.importing.readers.permits import _duration, _fee, kind_of
from khedmat.importing.readers.sections import identity
from khedmat.importing.readers.values import lists

_TEXTS = {"legal_basis": ("laws",), "documents": ("documents",), "validity": ("permit_validity",), "supervisors": ("permit_supervisors",), "conditions": ("permit_conditions",)}


def read(outline: Outline) -> list[Permit]:
    """One permit, or none when the page names none."""
    draft = Draft()
    identity.read(outline, draft)
    title = _text(outline.best("permit_title")) or draft.values.get("title")
    if not title:
        return []
    authority = outline.best("executive_agency") or outline.best("permit_authority")
    values: dict[str, Any] = {"title": title, "kind": kind_of(title), "organization": _text(authority), "steps": _lines(outline.best("processes"))}
    values |= {name: _lines(outline.best(*fields)) for name, fields in _TEXTS.items()}
    values |= {"applicants": _chosen("applicants", outline.best("permit_applicants")), "process": next(iter(_chosen("process", outline.best("permit_process"))), None)}
    values |= _how(outline) | _fee(_text(outline.best("cost"))) | _duration(_text(outline.best("permit_time", "average_duration")))
    values["action"] = "issue" if any(outline.of("permit_process", "permit_how", "permit_authority")) else None
    return [Permit.model_validate(nested({name: value for name, value in values.items() if value not in (None, [], "")}))]


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
