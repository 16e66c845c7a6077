"""A list as a table whose header names its columns: each row is a main service (once), a sub-service, or both."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import filterfalse

from khedmat.cards.form import ListedService
from khedmat.core.sequences import first
from khedmat.importing.readers.blocks import Block
from khedmat.importing.readers.labels import hits
from khedmat.importing.readers.listing.families import under_mains
from khedmat.importing.readers.listing.names import name_beside_id
from khedmat.importing.readers.outline import Outline
from khedmat.importing.readers.printed_headers import Roles, by_role, roles_of
from khedmat.importing.readers.values import service_ids
from khedmat.importing.readers.wording import said_line

_COLUMNS = {"title", "service_id", "sub_title", "sub_id", "executive_agency"}
_SUB = {"sub_title", "sub_id"}
_MAIN = {"parent_title": "title", "parent_id": "service_id"}  # beside a column of sub-services
_FIELDS = {field: field for field in (*_COLUMNS, *_MAIN)}
_ONE_WORD = {"عنوان": "title", "شناسه": "service_id", "کد": "service_id", "دستگاه": "executive_agency"}
_HALVES = {"", "عنوان", "نام", "شناسه", "کد"}  # in the second row of a header
_REMARK = re.compile(r"\([^()]*\)|[\W_]")


def read(outline: Outline) -> list[ListedService]:
    """The rows below the first such header, empty when there is none. One column for both: the IDs tell the parents."""
    blocks = outline.sheet.blocks
    for number in range(len(blocks)):
        columns = _columns(blocks[number : number + 2])
        if _is_header(columns):
            rows = _rows(_without_header(blocks[number], blocks[number + 1 :]), columns)
            return rows if _SUB.intersection(columns.values()) else under_mains(rows)
    return []


def _columns(head: Sequence[Block]) -> Roles:
    """Of a header on one row or on two."""
    upper, lower = head[0].cells, head[-1].cells
    cells = _joined(upper, lower) if _HALVES.issuperset(lower) and len(lower) == len(upper) else upper
    return _with_mains(roles_of(cells, _column))


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """«خدمت» merged over «عنوان» and «شناسه» is «عنوان خدمت» and «شناسه خدمت»."""
    over, joined = "", []
    for above, below in zip(upper, lower, strict=True):
        over = above or over
        joined.append(f"{below} {over}" if below else above)
    return joined


def _column(cell: str) -> str | None:
    """A label with its answer behind it heads no column; in a header one word of a label says enough."""
    label = first(hits(cell))
    if label is None or cell.strip() in _ONE_WORD:
        return _ONE_WORD.get(cell.strip())
    return None if _REMARK.sub("", cell[label.value :]) else _FIELDS.get(label.field)


def _with_mains(columns: Roles) -> Roles:
    """The column of main services is the title where sub-services have a column of their own."""
    mains = {} if _SUB.isdisjoint(columns.values()) else _MAIN
    named = ((place, mains.get(field, field)) for place, field in columns.items())
    return dict(filterfalse(_is_parent, named))


def _is_parent(column: tuple[int, str]) -> bool:
    return column[1] in _MAIN


def _is_header(columns: Roles) -> bool:
    fields = set(columns.values())
    return "title" in fields and len(fields) >= 2


def _without_header(header: Block, blocks: tuple[Block, ...]) -> list[Block]:
    """It is printed once more on every page; and lines around a table are no rows of it."""
    return [block for block in blocks if len(block.cells) > 1 and block.cells != header.cells]


def _rows(blocks: list[Block], columns: Roles) -> list[ListedService]:
    """What a merged cell says of the main service holds for the rows below it too."""
    services: list[ListedService] = []
    main_id, above = None, _Named(None, None)
    for block in blocks:
        row = _Row(by_role(columns, block.cells))
        main_id = row.main_id(main_id)
        services += row.services(main_id, above)
        above = row.main
    return services


@dataclass(frozen=True)
class _Named:
    title: str | None
    code: str | None


class _Row:
    def __init__(self, cells: dict[str, str]) -> None:
        self.agency = said_line(cells.get("executive_agency", ""))
        self.main = _named(cells.get("title", ""), cells.get("service_id", ""))
        self.sub = _named(cells.get("sub_title", ""), cells.get("sub_id", ""))

    def main_id(self, above: str | None) -> str | None:
        """The ID of its main service: a row that names another one does not take that of the row above."""
        return self.main.code or (None if self.main.title else above)

    def services(self, main_id: str | None, above: _Named) -> list[ListedService]:
        """The services that it names, the main one first; one written again beside each of its parts is not new."""
        is_again = self.main == above and bool(self.sub.title)
        under = [(self.sub, main_id)] if is_again else [(self.main, None), (self.sub, main_id)]
        return [self._listed(named, parent) for named, parent in under if named.title]

    def _listed(self, named: _Named, parent: str | None) -> ListedService:
        return ListedService(
            title=named.title, service_id=named.code, parent_service_id=parent, executive_agency=self.agency
        )


def _named(title: str, code: str) -> _Named:
    """The ID may stand in its own cell or in the cell of the name."""
    return _Named(name_beside_id(title), first(service_ids.find(code) or service_ids.find(title)))
