"""What the reader found, missed and made up, against the answers that a person read in a form."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from khedmat.cards.form import as_contract
from khedmat.importing.readers.reading import read_path
from tests.golden.answers import same, value_at

UNDECIDABLE = "?"


class Verdict(NamedTuple):
    """How one path of one form was read. `answered`: the form says something there."""

    form: str
    path: str
    outcome: str
    answered: bool


def verdicts(folder: Path) -> list[Verdict]:
    """Every judged path of every form in a folder, each form beside its NAME.gold.json."""
    return [verdict for gold in sorted(folder.glob("*.gold.json")) for verdict in _verdicts_of(gold)]


def share(judged: list[Verdict], outcome: str) -> float:
    """`found` counts among the answers there are, `false` among all paths."""
    if outcome == "found":
        answered = [verdict for verdict in judged if verdict.answered]
        return sum(verdict.outcome == "right" for verdict in answered) / len(answered)
    return sum(verdict.outcome == outcome for verdict in judged) / len(judged)


def form_of(gold: Path) -> Path:
    """The form that a person read."""
    name = gold.name.removesuffix(".gold.json")
    return next(path for path in sorted(gold.parent.glob(f"{name}.*")) if path.suffix != ".json")


def _verdicts_of(gold: Path) -> Iterator[Verdict]:
    form = form_of(gold)
    contract = as_contract(read_path(form)[0])
    for path, wanted in json.loads(gold.read_text("utf-8"))["answers"].items():
        undecided = path.removeprefix("card.") in contract["undecided"]
        yield Verdict(form.name, path, _outcome(value_at(contract, path), wanted, undecided), wanted is not None)


def _outcome(got: Any, wanted: Any, undecided: bool) -> str:
    choices = wanted["any"] if isinstance(wanted, dict) and "any" in wanted else [wanted]
    if got is None:
        said = None in choices or undecided and UNDECIDABLE in choices
        return "right" if said else "missed"
    return "right" if any(choice not in (None, UNDECIDABLE) and same(got, choice) for choice in choices) else "false"
