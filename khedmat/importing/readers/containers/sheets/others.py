"""XLS, XLSB and ODS → the cells of their sheets. They say their sizes themselves, so a confined child reads them."""

import json
from collections.abc import Iterator

from khedmat.importing.readers import confined
from khedmat.importing.readers.containers.sheets.grid import Grid, Span, grid

_READ = "khedmat.importing.readers.containers.sheets.inside:read"


def grids(data: bytes) -> Iterator[Grid]:
    """Unreadable where it is broken or locked, or larger than any list of cards."""
    for sheet in json.loads(confined.run(_READ, data)):
        cells = {(row, column): text for row, column, text in sheet["cells"]}
        spans = (Span((top, first), (bottom, last)) for top, first, bottom, last in sheet["spans"])
        yield grid(sheet["name"], cells, spans)
