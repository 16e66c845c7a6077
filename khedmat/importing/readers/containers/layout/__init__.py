"""Words and drawn rules of a printed page → blocks with their places: for PDF and for scans."""

from khedmat.importing.readers.containers.layout.areas import Area, Places
from khedmat.importing.readers.containers.layout.lines import Line, Word
from khedmat.importing.readers.containers.layout.open_tables import is_loose
from khedmat.importing.readers.containers.layout.page import Link, Page
from khedmat.importing.readers.containers.layout.reading import printed
from khedmat.importing.readers.containers.layout.tables import Rule, Rules, Table, cells_of, tables_of

__all__ = [
    "Area",
    "Line",
    "Link",
    "Page",
    "Places",
    "Rule",
    "Rules",
    "Table",
    "Word",
    "cells_of",
    "is_loose",
    "printed",
    "tables_of",
]
