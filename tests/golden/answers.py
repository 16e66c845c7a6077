"""Answers that a person read in a form, compared with what the reader says."""

import json
from pathlib import Path
from typing import Any

from khedmat.core.persian import squeeze

GOLDEN = Path(__file__).parent / "samples"


def answers(stem: str) -> dict[str, Any]:
    return json.loads((GOLDEN / f"{stem}.gold.json").read_text("utf-8"))["answers"]


def wrong(contract: dict[str, Any], stem: str) -> list[str]:
    """One line for each path where the reader and the person disagree."""
    found = ((path, wanted, value_at(contract, path)) for path, wanted in answers(stem).items())
    return [f"{path}: {got!r} instead of {wanted!r}" for path, wanted, got in found if not same(got, wanted)]


def value_at(node: Any, path: str) -> Any:
    for step in path.split("."):
        if isinstance(node, list):
            node = node[int(step)] if int(step) < len(node) else None
        else:
            node = (node or {}).get(step)
    return node


def same(got: Any, wanted: Any) -> bool:
    """Words are compared without spaces and marks; a list of codes in any order."""
    if isinstance(wanted, dict):
        return got is not None and squeeze(wanted["has"]) in squeeze(str(got))
    if isinstance(wanted, list):
        return isinstance(got, list) and plain(got) == plain(wanted)
    if isinstance(wanted, str) and isinstance(got, str):
        return squeeze(got) == squeeze(wanted)
    return got == wanted and isinstance(got, bool) == isinstance(wanted, bool)


def plain(words: list[Any]) -> list[str]:
    """Codes («G2C») have no order; sentences keep theirs, however they are cut into rows."""
    squeezed = [squeeze(str(word)) for word in words]
    return sorted(squeezed) if all(str(word).isascii() for word in words) else ["".join(squeezed)]
