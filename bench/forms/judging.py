"""What a reader said of a form against its answers: right, missed, false, and whether a false value was flagged.

An answer is a value, null (the form does not say), "?" (undecidable), {"has": text} or {"any": [answers]}.
"""

import difflib
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from khedmat.core.persian import latin_digits, squeeze

SURE = 0.98  # less than this is a doubt that a person is shown
_ALIKE, _LISTS_ALIKE = 0.92, 0.9  # share of equal letters
_CODE = re.compile(r"[\x21-\x7e]+")


class Verdict(NamedTuple):
    """`flagged`: of a false value, that a person is asked to look at it."""

    path: str
    outcome: str
    answered: bool
    flagged: bool
    got: Any
    wanted: Any


def verdicts(contract: dict[str, Any], answers: dict[str, Any]) -> Iterator[Verdict]:
    """Every path of the answers. `contract`: as `khedmat read --json --trace` prints it."""
    for path, wanted in answers.items():
        got = value_at(contract, path)
        outcome = _outcome(contract, path, wanted)
        flagged = outcome == "false" and _is_flagged(contract, path)
        yield Verdict(path, outcome, wanted is not None, flagged, got, wanted)


def value_at(node: Any, path: str) -> Any:
    """None where the path leads nowhere."""
    for step in path.split("."):
        if isinstance(node, list):
            node = node[int(step)] if int(step) < len(node) else None
        else:
            node = (node or {}).get(step)
    return node


def _outcome(contract: dict[str, Any], path: str, wanted: Any) -> str:
    got = value_at(contract, path)
    choices = wanted["any"] if isinstance(wanted, dict) and "any" in wanted else [wanted]
    if got is None:
        undecided = path.removeprefix("card.") in contract["undecided"]
        return "right" if None in choices or undecided and "?" in choices else "missed"
    return "right" if any(_same(got, choice) for choice in choices) else "false"


def _same(got: Any, wanted: Any) -> bool:
    if wanted is None or wanted == "?":
        return False
    if isinstance(wanted, dict):
        return _letters(wanted["has"]) in _letters(got) or _alike(got, wanted["has"], _ALIKE)
    if isinstance(wanted, bool | int | float):
        return got == wanted and isinstance(got, bool) == isinstance(wanted, bool)
    if isinstance(wanted, list):
        return _same_list(got, wanted)
    if _CODE.fullmatch(wanted):
        return latin_digits(str(got)).strip().rstrip("/") == wanted.rstrip("/")
    return _alike(got, wanted, _ALIKE)


def _same_list(got: Any, wanted: list[str]) -> bool:
    """Codes have no order; texts are compared item by item, as a text of items."""
    if all(map(_CODE.fullmatch, wanted)):
        return isinstance(got, list) and set(map(str, got)) == set(wanted)
    one, other = ("|".join(map(_letters, items)) for items in (got if isinstance(got, list) else [got], wanted))
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() >= _LISTS_ALIKE


def _alike(got: Any, wanted: str, least: float) -> bool:
    one, other = _letters(got), squeeze(wanted)
    return one == other or difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() >= least


def _letters(value: Any) -> str:
    return squeeze(" ".join(map(str, value)) if isinstance(value, list) else str(value))


def _is_flagged(contract: dict[str, Any], path: str) -> bool:
    """By its trace, by a warning or among the undecided, of itself or of what it belongs to."""
    near = {path.rsplit(".", depth)[0] for depth in range(path.count("."))} | {path}
    warned = {warning["field"] for warning in contract["warnings"]} | {f"card.{name}" for name in contract["undecided"]}
    steps = [step for name, step in contract["trace"].items() if name in near or name.startswith(f"{path}.")]
    doubtful = any(step["sure"] < SURE or step["others"] for step in steps)
    return doubtful or not warned.isdisjoint(near)
