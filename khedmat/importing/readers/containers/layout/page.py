"""What stands on a page."""

from collections.abc import Sequence
from typing import NamedTuple

from khedmat.importing.readers.containers.geometry import PageSize
from khedmat.importing.readers.containers.layout.areas import Area
from khedmat.importing.readers.containers.layout.lines import Line
from khedmat.importing.readers.containers.layout.tables import Table


class Link(NamedTuple):
    """An address, and the words that lead to it."""

    address: str
    area: Area


class Page(NamedTuple):
    """Lines from above; those of two cells may be one. `mirrored`: what stands at its left stands here at the right."""

    size: PageSize
    lines: Sequence[Line]
    tables: Sequence[Table]
    links: Sequence[Link] = ()
    mirrored: bool = False
