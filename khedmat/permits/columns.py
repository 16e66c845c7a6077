"""Contract ↔ columns of a permit row: objects of the contract are flattened with a prefix, null is an empty text."""

from collections.abc import Iterator
from itertools import chain, starmap
from typing import Any

from khedmat.cards.form import Inquiry, Part, Permit

MEMBERS = {  # member of the contract: its members and their columns
    "fee": {"text": "fee_text", "amount_rial": "fee_rial"},
    "duration": {"text": "duration_text", "value": "duration_value", "unit": "duration_unit"},
}
RENAMED = {"organization": "named_organization"}
EMPTY_STAYS = {"fee_rial", "duration_value", "electronic", "non_electronic"}


def part_to_columns(part: Permit | Inquiry) -> dict[str, Any]:
    """Values of the columns."""
    columns = chain.from_iterable(starmap(_columns_of, part))
    return {name: "" if value is None and name not in EMPTY_STAYS else value for name, value in columns}


def _columns_of(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Part):
        return ((MEMBERS[name][member], answer) for member, answer in value)
    return iter([(RENAMED.get(name, name), value)])


def columns_to_part(row: Any, model: type[Permit] | type[Inquiry]) -> dict[str, Any]:
    """The contract's object, without what is not said."""
    return _said({name: _answer(row, name) for name in model.model_fields})


def _answer(row: Any, name: str) -> Any:
    if name not in MEMBERS:
        return getattr(row, RENAMED.get(name, name))
    return _said({member: getattr(row, column) for member, column in MEMBERS[name].items()})


def _said(answers: dict[str, Any]) -> dict[str, Any]:
    return {name: answer for name, answer in answers.items() if answer not in ("", None)}
