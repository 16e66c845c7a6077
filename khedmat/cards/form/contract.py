"""The contract as JSON and back: null for what is not said."""

from typing import Any

from khedmat.cards.form.card import Card
from khedmat.cards.form.document import Document


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


def _drop_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _drop_nulls(member) for name, member in value.items() if member is not None}
    return list(map(_drop_nulls, value)) if isinstance(value, list) else value
