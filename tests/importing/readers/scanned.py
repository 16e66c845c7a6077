"""Pages of a form as a scanner gives them: drawn by Pillow, grey, leaning, with shadows and specks as a test wants."""

import io
import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageChops, ImageDraw, ImageFont

import khedmat

FONT = Path(khedmat.__file__).parent / "cards" / "printing" / "pages" / "fonts" / "Vazirmatn-Regular.ttf"
WIDTH, HEIGHT = 1654, 2339  # A4 at 200 dots an inch
EDGES = (120, 1000, 1534)  # of a table of two columns
ROW, SIDE, SIZE = 70, 30, 32


class Option(NamedTuple):
    """Words with a box before them."""

    words: str
    ticked: bool = False


Cell = str | Sequence[Option]


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.RAQM)


def paper(width: int = WIDTH, height: int = HEIGHT) -> Image.Image:
    return Image.new("L", (width, height), 255)


def write(page: Image.Image, text: str, right: int, top: int, size: int = SIZE) -> int:
    """Persian that ends at its left; where that is."""
    pen = ImageDraw.Draw(page)
    pen.text((right, top), text, fill=20, font=_font(size), anchor="ra", direction="rtl", language="fa")
    return right - round(pen.textlength(text, font=_font(size), direction="rtl", language="fa"))


def box(page: Image.Image, left: int, top: int, *, ticked: bool = False, side: int = SIDE) -> None:
    pen = ImageDraw.Draw(page)
    pen.rectangle((left, top, left + side, top + side), outline=20, width=3)
    if ticked:
        points = [(left + 5, top + side // 2), (left + side // 2, top + side - 5), (left + side + 4, top - 3)]
        pen.line(points, fill=20, width=5)


def table(page: Image.Image, tops: Sequence[int], edges: Sequence[int] = EDGES) -> None:
    """All rules of a grid."""
    pen = ImageDraw.Draw(page)
    for top in tops:
        pen.line((edges[0], top, edges[-1], top), fill=30, width=3)
    for edge in edges:
        pen.line((edge, tops[0], edge, tops[-1]), fill=30, width=3)


def form(*rows: tuple[str, Cell], top: int = 200) -> Image.Image:
    """A page with a table of labels and answers."""
    page = paper()
    table(page, [top + ROW * place for place in range(len(rows) + 1)])
    for place, (label, cell) in enumerate(rows):
        line = top + ROW * place + 10
        write(page, label, EDGES[2] - 15, line)
        _answer(page, cell, line)
    return page


def _answer(page: Image.Image, cell: Cell, line: int) -> None:
    right = EDGES[1] - 15
    if isinstance(cell, str):
        write(page, cell, right, line)
        return
    for option in cell:
        box(page, right - SIDE, line + 10, ticked=option.ticked)
        right = write(page, option.words, right - SIDE - 15, line) - 40


def leaning(page: Image.Image, degrees: float) -> Image.Image:
    """Turned against the clock."""
    return page.rotate(degrees, resample=Image.Resampling.BICUBIC, fillcolor=255)


def in_shadow(page: Image.Image) -> Image.Image:
    """As a photo whose left side lies in the dark."""
    shade = Image.linear_gradient("L").rotate(90).resize(page.size).point(lambda dot: 110 + dot * 145 // 255)
    return ImageChops.multiply(page, shade)


def specked(page: Image.Image, seed: int = 1) -> Image.Image:
    """With the noise of a scanner's glass, and some dust."""
    pen, chance = ImageDraw.Draw(page), random.Random(seed)
    for _ in range(200):
        x, y = chance.randrange(page.width), chance.randrange(page.height)
        pen.rectangle((x, y, x + 1, y + 1), fill=chance.randrange(80, 200))
    return page


def saved(*pages: Image.Image, kind: str = "PNG", **more: object) -> bytes:
    """A file of one page, or of several where its kind can."""
    file = io.BytesIO()
    first, *rest = pages
    several = {"save_all": True, "append_images": rest} if rest else {}
    first.save(file, kind, **several, **more)
    return file.getvalue()


CARD = (
    ("عنوان خدمت", "صدور پروانه بهره برداری معدن"),
    ("شناسه خدمت", "13041216000"),
    ("نام دستگاه اجرایی", "سازمان صنعت و معدن"),
    ("شرح خدمت", "رسیدگی به درخواست و صدور پروانه"),
    ("ماهیت خدمت", (Option("حاکمیتی", ticked=True), Option("تصدی گری"))),
    ("سطح خدمت", (Option("ملی"), Option("منطقه ای"), Option("استانی", ticked=True), Option("شهری"))),
    ("متوسط مدت زمان ارایه خدمت", "20 روز کاری"),
    ("آدرس دقیق خدمت در وبگاه", "http://example.ir/m"),
)
