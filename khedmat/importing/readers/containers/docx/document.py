"""A Word file → one lean page of HTML: what stands above its pages, its text, what stands below."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from lxml.etree import _Element

from khedmat.core.sequences import unique
from khedmat.importing.readers.containers.docx.names import ID, child, is_on, val, w
from khedmat.importing.readers.containers.docx.numbering import Lists
from khedmat.importing.readers.containers.docx.package import Package
from khedmat.importing.readers.containers.docx.parts import Part, part_of
from khedmat.importing.readers.containers.docx.story import Known, Story
from khedmat.importing.readers.containers.docx.styles import Styles
from khedmat.importing.readers.named import Box
from khedmat.importing.readers.unreadable import Unreadable

_HEADER, _FOOTER, _FIRST_OTHER, _TYPE = map(w, ("headerReference", "footerReference", "titlePg", "type"))
_NO_TEXT = "در فایل Word بخش متن نیست؛ آن را در Word باز کنید و دوباره به صورت docx ذخیره کنید."


class Page(NamedTuple):
    """`left`: another document is set in, which was not read. `boxes`: those that bear names of the contract."""

    html: str
    left: bool
    boxes: tuple[Box, ...]


def page_of(data: bytes) -> Page:
    """Unreadable with a Persian sentence when it is damaged, locked or endless."""
    package = Package(data)
    main = package.main()
    xml = package.read(main)
    if not xml:
        raise Unreadable(_NO_TEXT)
    part, reader = part_of(xml), Reader(package, main, xml)
    margins = (_margins(part.sections, kind) for kind in (_HEADER, _FOOTER))
    above, below = (unique(filter(None, map(reader.part, found))) for found in margins)
    body = reader.story(main, part)
    notes = [reader.named_part(kind) for kind in ("footnotes", "endnotes") if f"{kind[:-1]}Reference".encode() in xml]
    return Page("".join([*above, body, *notes, *below]), reader.left, tuple(part.boxes))


class Reader:
    """The parts of one file, each written as it is walked."""

    def __init__(self, package: Package, main: str, xml: bytes) -> None:
        self.package, self.main, self.left = package, main, False
        self.known = Known(
            Styles(partial(package.related, main, "styles")),
            Lists(partial(package.related, main, "numbering")),
            _may_be_private(xml),
            package.read,
            package.related,
        )

    def story(self, name: str, part: Part) -> str:
        """HTML of a part."""
        story = Story(self.known, self.package.relations(name), part.tracked)
        part.tell(story)
        self.left |= story.left
        return story.html

    def part(self, relation: str) -> str:
        """HTML of a part that the text refers to; empty where there is none."""
        found = self.package.relations(self.main).get(relation)
        xml = self.package.read(found.target) if found and not found.outside else b""
        return self.story(found.target, part_of(xml)) if found and xml else ""

    def named_part(self, kind: str) -> str:
        """The only part of a kind."""
        relations = self.package.relations(self.main)
        return "".join(self.part(name) for name, one in relations.items() if one.kind == kind)


def _may_be_private(xml: bytes) -> bool:
    """Letters of a lost font of pictures begin with this byte, or are numbers. A single byte is found fast."""
    return b"\xef" in xml or b"#" in xml and b"&#" in xml


def _margins(sections: Sequence[_Element], kind: str) -> list[str]:
    """What the sections refer to, each once: it repeats on their pages."""
    return unique(
        reference.get(ID, "")
        for section in sections
        for reference in section.iterchildren(kind)
        if _is_printed(reference, section)
    )


def _is_printed(reference: _Element, section: _Element) -> bool:
    """One for a first page is kept when it is switched off; one for even pages says what the other says."""
    kind = val(reference, _TYPE)
    return kind != "even" and (kind != "first" or is_on(child(section, _FIRST_OTHER)))
