"""Where the words of a named box stand in the file."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from khedmat.cards.form import Trace
from khedmat.importing.readers.blocks import Sheet

if TYPE_CHECKING:
    from khedmat.importing.readers.named.boxes import Box

_LONGEST_RAW = 2000  # characters


def traces(boxes: Iterable["Box"], sheet: Sheet) -> dict[str, Trace]:
    """Boxes and blocks come in the same order: each is looked for behind the one before it."""
    texts = [block.text for block in sheet.blocks]
    found: dict[str, Trace] = {}
    last = (0, 0)
    for box in filter(_holds_words, boxes):
        trace = _trace(str(box.written), texts, last)
        if trace:
            found[box.path] = trace
            last = trace.block, trace.end
    return found


def _holds_words(box: "Box") -> bool:
    return box.sign == ":" and isinstance(box.written, str) and bool(box.written.strip())


def _trace(written: str, texts: list[str], last: tuple[int, int]) -> Trace | None:
    """Where the first line of some words stands."""
    words = written.strip().split("\n")[0].strip()
    for block in range(last[0], len(texts)):
        start = texts[block].find(words, last[1] if block == last[0] else 0)
        if start >= 0:
            raw = written[:_LONGEST_RAW]
            return Trace(raw=raw, label=None, block=block, start=start, end=start + len(words))
    return None
