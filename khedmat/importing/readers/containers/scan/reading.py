"""Pictures of pages → pages of lines and tables, as Tesseract sees them."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import chain, compress, count, repeat
from math import inf
from time import monotonic

from khedmat.importing.readers import confined
from khedmat.importing.readers.containers import pdf
from khedmat.importing.readers.containers.geometry import Box, Printed
from khedmat.importing.readers.containers.layout import Page
from khedmat.importing.readers.containers.scan import latin, memory, tesseract, tsv
from khedmat.importing.readers.containers.scan.cut import WithSlips, page_in, refuse_many
from khedmat.importing.readers.containers.scan.pages import page_of, turned
from khedmat.importing.readers.containers.scan.seen import Seen

_CUTTING = "khedmat.importing.readers.containers.scan.cutting"
LONGEST = 120.0  # seconds of the clock for one file: many times what its pages take, unless somebody made them to last
_WIDTH = 2000  # pixels of a page of a PDF that is drawn to be read: 240 dots an inch


def pages(data: bytes) -> tuple[Seen | None, ...]:
    """Of a picture file; None for those that were not begun in time. Unreadable where it is broken, and where nobody
    is here to read it.
    """
    tesseract.need()
    return memory.remembered(data, lambda: _all_seen(_cuts(data)))


def pages_of_pdf(data: bytes, text: Sequence[Page | None]) -> tuple[Seen | None, ...]:
    """The same of a PDF some of whose pages are pictures of words: None stands for each of those in `text`."""
    tesseract.need()
    numbers = list(compress(count(), (page is None for page in text)))
    refuse_many(len(numbers))
    found = memory.remembered(data, lambda: _all_seen([partial(_drawn, data, number) for number in numbers]))
    pictures = dict(zip(numbers, found, strict=True))
    return tuple(Seen(page) if page else pictures[number] for number, page in enumerate(text))


def _cuts(data: bytes) -> list[Callable[[], WithSlips]]:
    first = _cut(data)
    return [lambda: first, *(partial(_cut, data, number) for number in range(1, first.cut.pages))]


def _cut(data: bytes, number: int = 0) -> WithSlips:
    return page_in(confined.run(f"{_CUTTING}:cut", data, number=number))


def _drawn(data: bytes, page: int) -> WithSlips:
    return _cut(pdf.picture(data, page, _WIDTH))


def _all_seen(cuts: Sequence[Callable[[], WithSlips]]) -> tuple[Seen | None, ...]:
    """Tesseract is a program of its own for each page: several work at once. The first page is always looked at."""
    ends = chain([inf], repeat(monotonic() + LONGEST))
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        return tuple(threads.map(_seen_in_time, cuts, ends))


def _seen_in_time(cut: Callable[[], WithSlips], end: float) -> Seen | None:
    return _seen(cut()) if monotonic() < end else None


def _seen(one: WithSlips) -> Seen:
    lines = _read(one.slips, len(one.cut.lines)) if one.cut.lines else {}
    return Seen(page_of(one.cut, lines), one.cut.leaned)


def _read(slips: bytes, number: int) -> dict[int, Sequence[tsv.Seen]]:
    """The words of each line; what seems to be none at first is looked at once more."""
    lines = tsv.lines_of(tesseract.table_of(slips))
    if len(lines) < number:
        lines = tsv.lines_of(tesseract.table_of(slips, manner=tesseract.AS_IT_STANDS)) | lines
    if tesseract.LATIN not in tesseract.languages():
        return {**lines}
    more = tsv.lines_of(tesseract.table_of(slips, tesseract.LATIN))
    return {line: latin.mended(lines.get(line, ()), more.get(line, ())) for line in range(number)}


def laid_out(seen: Sequence[Seen]) -> Printed:
    """What is printed, its places in the pictures as they came."""
    found = pdf.laid_out([one.page for one in seen])
    as_it_came = partial(_turned_back, seen)
    places = tuple(tuple(tuple(map(as_it_came, cell)) for cell in block) for block in found.places)
    return found._replace(places=places)


def _turned_back(seen: Sequence[Seen], box: Box) -> Box:
    page, leaned = seen[box.page]
    return turned(box, page.size, leaned)


def picture(data: bytes, page: int, width: int) -> bytes:
    """A page of a picture file as it came, at most so many pixels wide: a PNG. Pages are counted from 0."""
    return confined.run(f"{_CUTTING}:picture", data, number=page, width=width)
