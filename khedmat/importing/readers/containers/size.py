"""How much of a file the grammar is given: what no form could hold is refused while it is being read."""

from dataclasses import dataclass

from khedmat.importing.readers.blocks import Block
from khedmat.importing.readers.unreadable import Unreadable

MOST_CELLS = 40_000
MOST_CHARACTERS = 2_000_000


@dataclass
class Size:
    """So far; a line of a cell counts as a cell."""

    cells: int = 0
    characters: int = 0

    def add(self, block: Block) -> None:
        """Unreadable where it is too much."""
        text, parts = block.text, len(block.cells)
        self.cells += parts + text.count("\n")
        self.characters += len(text) - max(parts - 1, 0)
        if self.cells > MOST_CELLS or self.characters > MOST_CHARACTERS:
            raise Unreadable(
                "فایل برای یک فرم بسیار بزرگ است (بیش از ۴۰٬۰۰۰ خانه یا ۲ میلیون نویسه)؛ هر شناسنامه را جدا بدهید."
            )
