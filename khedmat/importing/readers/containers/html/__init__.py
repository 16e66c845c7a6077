"""HTML as agencies publish it → blocks: tables keep their grid, boxes become marks, hidden parts are left out."""

from khedmat.importing.readers.containers.html.page import MOST_BLOCKS
from khedmat.importing.readers.containers.html.reading import sheet

__all__ = ["MOST_BLOCKS", "sheet"]
