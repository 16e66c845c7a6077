"""The sheets of a workbook that somebody sees, in their order."""

from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import NamedTuple

from khedmat.importing.readers.containers.sheets.grid import Grid, grid, refuse_more_than
from khedmat.importing.readers.containers.sheets.xlsx import controls
from khedmat.importing.readers.containers.sheets.xlsx.cells import Book, Cells
from khedmat.importing.readers.containers.sheets.xlsx.parts import Parts, Target
from khedmat.importing.readers.containers.sheets.xlsx.strings import Strings
from khedmat.importing.readers.containers.sheets.xlsx.styles import styles_of
from khedmat.importing.readers.containers.sheets.xlsx.xml import Tag, relation, tags, walk

_MAIN = "/xl/workbook.xml"
_BINARY = "xl/workbook.bin"
_NOTHING = Target("", "", outside=False)
_HIDDEN = {"hidden", "veryHidden"}


class _Shown(NamedTuple):
    """A sheet: its name and its part."""

    name: str
    part: str


def grids(data: bytes) -> Iterator[Grid]:
    """Each when its turn comes. Unreadable where they are broken, or together larger than any list of cards."""
    parts, cells = Parts(data), 0
    main = next((one.name for one in parts.relations("/").values() if one.kind == "officeDocument"), _MAIN)
    said, targets = tags(parts.read(main)), parts.relations(main)
    book = _book(parts, said, targets)
    for sheet in _shown(said, targets):
        found = _cells(parts, sheet.part, book)
        cells += len(found.texts)
        refuse_more_than(cells)
        yield grid(sheet.name, found.texts, found.spans, links=_addresses(found, parts.relations(sheet.part)))


def is_binary(data: bytes) -> bool:
    """XLSB: the same parts in another writing."""
    return Parts(data).holds(_BINARY)


def _book(parts: Parts, said: list[Tag], targets: Mapping[str, Target]) -> Book:
    named = {target.kind: target.name for target in targets.values()}
    strings, styles = (parts.read(named.get(kind, "")) for kind in ("sharedStrings", "styles"))
    since_1904 = any(tag.attributes.get("date1904") in ("1", "true") for tag in said)
    return Book(Strings(strings), styles_of(styles), since_1904)


def _shown(said: list[Tag], targets: Mapping[str, Target]) -> Iterator[_Shown]:
    """Charts are no sheets, and hidden sheets hold what forms choose from."""
    for sheet in map(attrgetter("attributes"), filter(_is_shown, said)):
        target = targets.get(relation(sheet), _NOTHING)
        if target.kind == "worksheet":
            yield _Shown(sheet.get("name", ""), target.name)


def _is_shown(tag: Tag) -> bool:
    return tag.path.endswith("sheets/sheet") and tag.attributes.get("state") not in _HIDDEN


def _cells(parts: Parts, name: str, book: Book) -> Cells:
    """Without the columns that nobody sees."""
    found = Cells(book)
    if xml := parts.read(name):
        walk(xml, found)
    controls.draw(found, parts, name)
    found.texts = {place: text for place, text in found.texts.items() if place[1] not in found.hidden}
    return found


def _addresses(found: Cells, targets: Mapping[str, Target]) -> dict[tuple[int, int], str]:
    links = {place: targets.get(found.links[place], _NOTHING) for place in found.links.keys() & found.texts}
    return {place: link.name for place, link in links.items() if link.outside}
