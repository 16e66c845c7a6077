"""Bytes of a picture file → its pages as grey pictures. Hostile files: only within a confined child."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from struct import error as StructError
from typing import NoReturn
from warnings import catch_warnings, simplefilter

from PIL import Image, ImageOps

from khedmat.core.persian import persian_digits
from khedmat.importing.readers.containers.scan.cut import refuse_many
from khedmat.importing.readers.unreadable import Unreadable

FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "WEBP", "GIF")
MOST_PIXELS = 50_000_000  # a photo of today's telephones, or A3 at 600 dots an inch
LEAST_SIDE = 300  # pixels: nobody can read a form in less
LONGEST_SIDE = 3600  # pixels: A4 at 300 dots an inch; more helps nobody to read
_BROKEN = "تصویر خراب است یا ناتمام ذخیره شده؛ صفحه را دوباره اسکن کنید یا اصل فرم (Word) را بدهید."
_FAULTS = (OSError, ValueError, SyntaxError, EOFError, TypeError, IndexError, KeyError, ArithmeticError, StructError)


def page_of(data: bytes, number: int) -> tuple[Image.Image, int]:
    """One page, counted from 0, upright, grey on white paper and no larger than is read; and how many there are.

    Unreadable for what is no whole picture, and for one of more pixels than a page has, or of fewer.
    """
    with _decoding():
        picture = Image.open(BytesIO(data), formats=FORMATS)
        pages = _pages_of(picture)
        picture.seek(number)
        _refuse_size(*picture.size)
        picture.draft("L", (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is decoded no larger than it is used
        return _fitted(ImageOps.exif_transpose(_grey(picture))), pages


@contextmanager
def _decoding() -> Iterator[None]:
    """Pillow's own guards and faults, in words."""
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with catch_warnings():
            simplefilter("error", Image.DecompressionBombWarning)
            yield
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        _refuse_pixels()
    except _FAULTS as fault:
        raise Unreadable(_BROKEN) from fault


def _pages_of(picture: Image.Image) -> int:
    """Of a TIFF its pages; what moves shows its first picture."""
    if picture.format != "TIFF":
        return 1
    pages = int(getattr(picture, "n_frames", 1))
    refuse_many(pages)
    return pages


def _refuse_size(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        _refuse_pixels()
    if min(width, height) * min(1, LONGEST_SIDE / max(width, height)) < LEAST_SIDE:
        sides = " × ".join(map(persian_digits, (width, height)))
        raise Unreadable(f"تصویر ({sides} نقطه) ریزتر از آن است که خوانده شود؛ صفحه را با ۳۰۰ نقطه در اینچ اسکن کنید.")


def _refuse_pixels() -> NoReturn:
    most = persian_digits(MOST_PIXELS // 1_000_000)
    raise Unreadable(f"تصویر بیش از {most} میلیون نقطه دارد؛ صفحه را با ۳۰۰ نقطه در اینچ دوباره اسکن کنید.")


def _grey(picture: Image.Image) -> Image.Image:
    """What is transparent is paper; of sixteen bits the upper eight."""
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda dot: dot * (1 / 257)).convert("L")
    if not picture.has_transparency_data:
        return picture.convert("L")
    inked, paper = picture.convert("LA"), Image.new("L", picture.size, 255)
    paper.paste(inked.getchannel("L"), mask=inked.getchannel("A"))
    return paper


def _fitted(picture: Image.Image) -> Image.Image:
    shrunk = min(1, LONGEST_SIDE / max(picture.size))
    size = tuple(round(side * shrunk) for side in picture.size)
    return picture if shrunk == 1 else picture.resize(size, Image.Resampling.BOX)
