"""How many boxes a text tells right: a tick and an empty box must be known without the font that was lost."""

import re
from collections.abc import Sequence

from khedmat.importing.readers.blocks import EMPTY, TICKED

_OPTION = re.compile(r"گزینه(\d\d)")
_TICK = re.compile(r"[☑☒🗹🗷✓✔■]|\[x\]|checked=")
_EMPTY = re.compile(r"[☐□🞎]|\[ \]|<input(?![^>]*checked=)[^>]*>")


def share_right(text: str, states: Sequence[str]) -> float:
    """Of boxes whose option has exactly the sign of its state before it."""
    said = {int(found[1]): _state(before) for before, found in _options(text)}
    return sum(said.get(number) == state for number, state in enumerate(states)) / len(states)


def _options(text: str) -> list[tuple[str, re.Match[str]]]:
    found = list(_OPTION.finditer(text))
    ends = [0, *(one.end() for one in found)]
    return [(text[end : one.start()], one) for end, one in zip(ends, found, strict=False)]


def _state(before: str) -> str | None:
    tick, empty = bool(_TICK.search(before)), bool(_EMPTY.search(before))
    return None if tick == empty else TICKED if tick else EMPTY
