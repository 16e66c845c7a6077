"""Contract ↔ columns of a permit row: objects of the contract are flattened with a prefix, null is an empty text."""

from typing import Any

from khedmat.cards.form import Inquiry, Part, Permit

FLAT = {  # (member, its member): column
    ("fee", "text"): "fee_text",
    ("fee", "amount_rial"): "fee_rial",
    ("duration", "text"): "duration_text",
    ("duration", "value"): "duration_value",
    ("duration", "unit"): "duration_unit",
}
RENAMED = {"organization": "named_organization"}
EMPTY_STAYS = {"fee_rial", "duration_value", "electronic", "non_electronic"}


def part_to_columns(part: Permit | Inquiry) -> dict[str, Any]:
    """Values of the columns."""
    columns: dict[str, Any] = {}
    for name in type(part).model_fields:
        value = getattr(part, name)
        if isinstance(value, Part):
            columns |= {FLAT[name, member]: getattr(value, member) for member in type(value).model_fields}
        else:
            columns[RENAMED.get(name, name)] = value
    return {name: "" if value is None and name not in EMPTY_STAYS else value for name, value in columns.items()}


def columns_to_part(row: Any, model: type[Permit] | type[Inquiry]) -> dict[str, Any]:
    """The contract's object, without what is not said."""
    plain: dict[str, Any] = {}
    for name in model.model_fields:
        members = {member: column for (owner, member), column in FLAT.items() if owner == name}
        if members:
            found = {member: getattr(row, column) for member, column in members.items()}
            plain[name] = {member: value for member, value in found.items() if value not in ("", None)}
        elif (value := getattr(row, RENAMED.get(name, name))) not in ("", None):
            plain[name] = value
    return plain
