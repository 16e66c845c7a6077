"""What a file gives to the grammar: leaves, each one thing to read, with the way it looked."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from khedmat.cards import form
from khedmat.importing.readers.blocks import Sheet
from khedmat.importing.readers.named import Box


class Leaf(NamedTuple):
    """Blocks to read, and how they looked: HTML of our own making, each block marked as `data-block`.

    `is_card`: one card, whatever it seems to say: a row of a table. `named`: boxes that bear their names, if any do.
    `is_loose`: nobody can tell which answer stands beside which label.
    """

    sheet: Sheet
    shown: Callable[[], Iterable[str]]
    is_card: bool = False
    named: tuple[Box, ...] = ()
    is_loose: bool = False


class Opened(NamedTuple):
    """A file. `pages` where it has such; `remarks` are true of all its documents; nothing of a scan is sure."""

    media_type: str
    leaves: tuple[Leaf, ...]
    pages: int | None = None
    ocr: bool = False
    remarks: tuple[form.Warning, ...] = ()
