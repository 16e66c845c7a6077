"""PDF with text → blocks with their places. The file itself is opened in a confined child only."""

from collections.abc import Sequence

from pydantic import TypeAdapter

from khedmat.importing.readers import confined
from khedmat.importing.readers.containers.geometry import Printed
from khedmat.importing.readers.containers.layout import Page
from khedmat.importing.readers.containers.layout.packing import packed
from khedmat.importing.readers.containers.layout.unpacking import unpacked
from khedmat.importing.readers.containers.pdf.text import Text

_INSIDE = "khedmat.importing.readers.containers.pdf.inside"
_TEXT, _PRINTED, _PAGES = TypeAdapter(Text), TypeAdapter(Printed), TypeAdapter(tuple[Page | None, ...])


def read(data: bytes) -> Text:
    """Unreadable with a sentence when it is locked, broken, too long or takes too much."""
    return unpacked(confined.run(f"{_INSIDE}:read", data), _TEXT)


def pages(data: bytes) -> tuple[Page | None, ...]:
    """Its pages one by one, for whoever reads pictures: None stands for a page whose words are one."""
    return unpacked(confined.run(f"{_INSIDE}:pages", data), _PAGES)


def laid_out(found: Sequence[Page]) -> Printed:
    """Pages, wherever their words are from → what is printed. In the child: it may take long."""
    return unpacked(confined.run(f"{_INSIDE}:laid_out", packed(found)), _PRINTED)


def picture(data: bytes, page: int, width: int) -> bytes:
    """A page as it is read, drawn so many pixels wide: a PNG. Pages are counted from 0."""
    return confined.run(f"{_INSIDE}:picture", data, page=page, width=width)
