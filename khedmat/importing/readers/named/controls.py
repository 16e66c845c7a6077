"""The content controls of a DOCX file that bear names of ours."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import count
from typing import Any

from khedmat.cards.printing.word.controls import NAMESPACE
from khedmat.importing.readers.named.boxes import Box

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHECKED = "{http://schemas.microsoft.com/office/word/2010/wordml}checked"
_VAL = "{http://schemas.microsoft.com/office/word/2010/wordml}val"
_TAG = re.compile(rf"{NAMESPACE}([:?~!])([a-z_A-Z0-9.*]{{1,63}})")
_ROW = ".*"


def boxes_in(root: Any) -> list[Box]:
    """In their order; the root of the document part. Empty for a file that is none of ours."""
    rows = _Rows()
    found = []
    for tag in root.iter(f"{_W}tag"):
        named = _TAG.fullmatch(tag.get(f"{_W}val") or "")
        control = next(tag.iterancestors(f"{_W}sdt"), None) if named else None
        if named and control is not None:
            found.append(Box(named[1], rows.numbered(named[2], control), _written(control)))  # type: ignore[arg-type]
    return found


class _Rows:
    """Which row of its list a control stands in: a row of the table is a row of the list."""

    def __init__(self) -> None:
        self._numbers: dict[str, defaultdict[Any, int]] = {}

    def numbered(self, path: str, control: Any) -> str:
        """«permits.*.title» in the second row is «permits.1.title»."""
        head, star, rest = path.partition(_ROW)
        if not star:
            return path
        numbers = self._numbers.setdefault(head, defaultdict(count().__next__))
        return f"{head}.{numbers[next(control.iterancestors(f'{_W}tr'), None)]}{rest}"


def _written(control: Any) -> str | bool:
    checked = next(control.iter(_CHECKED), None)
    if checked is not None:
        return checked.get(_VAL) in ("1", "true")
    if control.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None:
        return ""
    content = control.find(f"{_W}sdtContent")
    paragraphs = list(content.iter(f"{_W}p")) if content is not None else []
    return "\n".join("".join(_texts(part)) for part in paragraphs or [content])


def _texts(part: Any) -> Iterator[str]:
    """What was deleted with changes tracked stands in other elements."""
    for node in part.iter(f"{_W}t", f"{_W}br", f"{_W}tab"):
        yield (node.text or "") if node.tag == f"{_W}t" else "\n" if node.tag == f"{_W}br" else "\t"
