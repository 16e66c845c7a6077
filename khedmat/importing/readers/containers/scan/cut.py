"""A page cut into what Tesseract reads well, as it passes from the confined child to its parent. Points throughout."""

from typing import NamedTuple

from pydantic import TypeAdapter

from khedmat.core.persian import persian_digits
from khedmat.importing.readers.containers.geometry import PageSize
from khedmat.importing.readers.containers.layout import Area, Table
from khedmat.importing.readers.containers.layout.packing import packed
from khedmat.importing.readers.containers.layout.unpacking import unpacked
from khedmat.importing.readers.unreadable import Unreadable

MOST_PAGES = 30  # pictures of one file: each takes a second or two
WIDTH = 595.0  # points: a picture says seldom how large its sheet was; A4 is as good as any


class Box(NamedTuple):
    """A printed box, and whether it looks filled."""

    area: Area
    filled: bool


class Cut(NamedTuple):
    """`leaned`: degrees against the clock by which the page was turned back; `pages`: how many the file has;
    `scale`: pixels of a slip for a point; `margin`: pixels of paper around it."""

    size: PageSize
    pages: int
    leaned: float
    tables: tuple[Table, ...]
    boxes: tuple[Box, ...]
    lines: tuple[Area, ...]
    scale: float
    margin: float


class WithSlips(NamedTuple):
    """`slips`: a file with a picture of each line, without rules and boxes; empty where nothing is written."""

    cut: Cut
    slips: bytes


_CUT = TypeAdapter(Cut)


def answer_of(page: WithSlips) -> bytes:
    """One line of JSON, then the slips."""
    return packed(page.cut) + b"\n" + page.slips


def page_in(answer: bytes) -> WithSlips:
    """Unreadable where it is none."""
    head, _, slips = answer.partition(b"\n")
    return WithSlips(unpacked(head, _CUT), slips)


def refuse_many(pages: int) -> None:
    """Before any of them is read."""
    if pages > MOST_PAGES:
        many, most = persian_digits(pages), persian_digits(MOST_PAGES)
        raise Unreadable(f"این فایل {many} صفحهٔ تصویر دارد و بیشترین {most} است؛ هر شناسنامه را جدا بدهید.")
