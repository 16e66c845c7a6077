"""Values by dotted path → the objects and lists of the contract."""

from collections.abc import Collection, Iterable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

EMPTY: tuple[Any, ...] = (None, "", [])
M = TypeVar("M", bound=BaseModel)
_BEYOND = ("less_than_equal", "greater_than_equal")


def is_empty(value: Any) -> bool:
    """Nothing said; False and 0 are values."""
    return value in EMPTY


def without_empty(values: dict[str, Any]) -> dict[str, Any]:
    """Only the values that say something."""
    return {name: value for name, value in values.items() if not is_empty(value)}


def build(model: type[M], values: dict[str, Any]) -> M:
    """A part of the contract from its values by dotted path; numbers beyond its bounds are left out."""
    return bounded(model, without_empty(values))[0]


def bounded(model: type[M], values: dict[str, Any]) -> tuple[M, list[str]]:
    """The same, and the paths of what was left out: a form may say any number, and is read all the same."""
    try:
        return model.model_validate(nested(values)), []
    except ValidationError as refusal:
        beyond = [(_names(error["loc"]), error["input"]) for error in refusal.errors() if error["type"] in _BEYOND]
        if not beyond:
            raise
        out = [path for path, value in values.items() if (_names(path.split(".")), value) in beyond]
        kept = {path: value for path, value in values.items() if path not in out}
        return model.model_validate(nested(kept)), out


def _names(steps: Iterable[str | int]) -> list[str]:
    """Without places in lists, which `nested` counts anew."""
    return [str(step) for step in steps if not str(step).isdecimal()]


def nested(values: dict[str, Any]) -> dict[str, Any]:
    """{"cost.items.0.text": "x"} → {"cost": {"items": [{"text": "x"}]}}; a missing number of a list is closed up."""
    tree: dict[str, Any] = {}
    for path, value in values.items():
        *parents, last = path.split(".")
        _inside(tree, parents)[last] = value
    return {name: _listed(member) for name, member in tree.items()}


def _inside(tree: dict[str, Any], names: list[str]) -> dict[str, Any]:
    for name in names:
        tree = tree.setdefault(name, {})
    return tree


def _listed(value: Any) -> Any:
    """An object whose names are all numbers is a list in their order."""
    if not isinstance(value, dict):
        return value
    members = {name: _listed(member) for name, member in value.items()}
    return _in_order(members) if _are_numbers(members) else members


def _are_numbers(names: Collection[str]) -> bool:
    return bool(names) and all(map(str.isdecimal, names))


def _in_order(members: dict[str, Any]) -> list[Any]:
    return [members[number] for number in sorted(members, key=int)]
