"""The columns of a table row: cells over several columns or rows leave empty places, so that columns stay columns."""

from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from khedmat.importing.readers.containers.html.attributes import attribute
from khedmat.importing.readers.containers.html.tags import cells_of

MOST_COLUMNS = 60


@dataclass
class Row:
    """`carried`: columns that a cell of this row or above reaches into, with the rows left. None is an empty place."""

    carried: dict[int, int]
    places: list[LexborNode | None] = field(default_factory=list)

    def put(self, cell: LexborNode) -> None:
        """Behind what stands there and what reaches down from above."""
        while len(self.places) in self.carried:
            self.places.append(None)
        width, height = _span(cell, "colspan"), _span(cell, "rowspan")
        if height > 1:
            self.carried |= dict.fromkeys(range(len(self.places), len(self.places) + width), height)
        self.places += [cell, *[None] * (width - 1)]


@dataclass
class Grids:
    """The tables of a page by their number: what reaches from one row into the next."""

    carried: dict[int, dict[int, int]] = field(default_factory=dict)

    def row(self, node: LexborNode) -> list[LexborNode | None]:
        """The places of the next row of its table; a hostile row ends at sixty."""
        table = node.parent.mem_id if node.parent is not None else 0
        made = Row(_one_row_less(self.carried.get(table, {})))
        self.carried[table] = made.carried
        for cell in cells_of(node):
            if len(made.places) < MOST_COLUMNS:
                made.put(cell)
        return made.places[:MOST_COLUMNS]


def _one_row_less(carried: dict[int, int]) -> dict[int, int]:
    return {column: left - 1 for column, left in carried.items() if left > 1}


def _span(cell: LexborNode, name: str) -> int:
    value = attribute(cell, name)
    return min(max(int(value), 1), MOST_COLUMNS) if value.isdecimal() else 1
