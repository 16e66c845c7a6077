"""HTML as agencies publish it → blocks: tables keep their grid, boxes become marks, hidden parts are left out."""

from khedmat.importing.readers.containers.html.page import MOST_BLOCKS
from khedmat.importing.readers.containers.html.reading import sheet
from khedmat.importing.readers.containers.html.saved import page_in

__all__ = ["MOST_BLOCKS", "page_in", "sheet"]
