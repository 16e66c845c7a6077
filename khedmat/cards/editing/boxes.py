"""A document as its boxes: one path a box, a whole list being one box, and back."""

from collections.abc import Iterator, Mapping
from typing import Any

from khedmat.cards.canonical import tidy
from khedmat.cards.form import Card, Document, Part, as_contract, from_contract, prune

Boxes = dict[str, Any]
LISTS = ("permits", "inquiries")
REASONS = "not_applicable."


def boxes_of(document: Document) -> Boxes:
    """Every box with its plain value, null for what is not said; of reasons only those that are given."""
    lists = {name: _plain(getattr(document, name)) for name in LISTS}
    reasons = {f"{REASONS}{path}": reason for path, reason in document.not_applicable.items()}
    return dict(_walk("card", document.card or Card())) | lists | reasons


def _walk(path: str, part: Part) -> Iterator[tuple[str, Any]]:
    for name, value in part:
        if isinstance(value, Part):
            yield from _walk(f"{path}.{name}", value)
        else:
            yield f"{path}.{name}", _plain(value)


def _plain(value: Any) -> Any:
    members = (
        [one.model_dump() if isinstance(one, Part) else one for one in value] if isinstance(value, list) else value
    )
    return prune(members)


def written(document: Document, changes: Mapping[str, Any]) -> Document:
    """The document with other values in some boxes. ValueError for what the contract does not know."""
    plain = as_contract(document)
    reasons = dict(document.not_applicable)
    for path, value in changes.items():
        if path.startswith(REASONS):
            reasons[path.removeprefix(REASONS)] = value
        else:
            _put(plain, path.split("."), value)
    plain["not_applicable"] = {path: reason for path, reason in reasons.items() if reason}
    return tidy(from_contract(plain))


def _put(plain: dict[str, Any], steps: list[str], value: Any) -> None:
    for step in steps[:-1]:
        plain[step] = plain.get(step) or {}
        plain = plain[step]
        if not isinstance(plain, dict):
            raise ValueError(".".join(steps))
    plain[steps[-1]] = value


def value_at(plain: Any, path: str) -> Any:
    """What a contract's JSON holds at a dotted path; None where there is nothing."""
    for step in path.split("."):
        plain = _member(plain, step)
    return plain


def _member(plain: Any, step: str) -> Any:
    if isinstance(plain, dict):
        return plain.get(step)
    is_row = isinstance(plain, list) and step.isdigit() and int(step) < len(plain)
    return plain[int(step)] if is_row else None


def whole(path: str) -> str:
    """A path of `undecided` as every other path: those of the card come without «card.»."""
    return path if path.startswith(("card.", "services.", *(f"{name}." for name in LISTS))) else f"card.{path}"
