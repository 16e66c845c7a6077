"""The contract as JSON and back: null for what is not said."""

from functools import cache
from inspect import isclass
from typing import Any, get_args

from khedmat.cards.form.card import Card
from khedmat.cards.form.document import Document
from khedmat.cards.form.part import Part

_HOLDING = (dict, list)


def prune(value: Any) -> Any:
    """As the contract is written: an object of nothing, an empty list or text are null; false and 0 are values."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, dict):
        members = prune_each(value)
        return members if any(map(_is_said, members.values())) else None
    if isinstance(value, list | tuple):
        return list(map(prune, value)) or None
    return int(value) if isinstance(value, float) and value.is_integer() else value


def prune_each(plain: dict[str, Any]) -> dict[str, Any]:
    """Every member pruned, and every name kept."""
    return {name: prune(member) for name, member in plain.items()}


def _is_said(value: object) -> bool:
    return value is not None


def as_contract(document: Document, *, trace: bool = False) -> dict[str, Any]:
    """The JSON object of `khedmat read`: every name present, `undecided` and `warnings` always lists.

    Only a person says that a box does not apply: without such an answer its name is absent.
    """
    plain = document.model_dump(mode="json")
    pruned = prune_each(plain) | {"undecided": document.undecided, "warnings": plain["warnings"]}
    if not document.not_applicable:
        del pruned["not_applicable"]
    return pruned | {"trace": _plain_trace(document)} if trace else pruned


def _plain_trace(document: Document) -> dict[str, Any]:
    return {path: step.model_dump(mode="json") for path, step in document.trace.items()}


def from_contract(plain: dict[str, Any]) -> Document:
    """The document of a JSON object; null stands for the empty value of its type. pydantic.ValidationError else."""
    return Document.model_validate(_drop_nulls(plain))


def card_from_contract(plain: dict[str, Any] | None) -> Card:
    """The card of its JSON object; an empty card for null."""
    return Card.model_validate(_drop_nulls(plain or {}))


def in_order(plain: dict[str, Any], part: type[Part]) -> dict[str, Any]:
    """The members of a part in the order of the form, which a database does not keep; what is absent is null."""
    names, parts = _layout(part)
    found: dict[str, Any] = {name: plain.get(name) for name in names}
    for name, inner in parts.items():
        value = found[name]
        if isinstance(value, dict):
            found[name] = in_order(value, inner)
        elif value:
            found[name] = [member and in_order(member, inner) for member in value]
    return found


@cache
def _layout(part: type[Part]) -> tuple[tuple[str, ...], dict[str, type[Part]]]:
    """The names of a part, and of those that hold parts, one or a list, of which kind they are."""
    kinds = {name: (get_args(field.annotation) or (field.annotation,))[0] for name, field in part.model_fields.items()}
    return tuple(kinds), {name: kind for name, kind in kinds.items() if isclass(kind) and issubclass(kind, Part)}


def _drop_nulls(value: Any) -> Any:
    """Only what holds others is gone into: a card has two hundred values."""
    if isinstance(value, dict):
        return {
            name: _drop_nulls(member) if isinstance(member, _HOLDING) else member
            for name, member in value.items()
            if member is not None
        }
    return list(map(_drop_nulls, value)) if isinstance(value, list) else value
