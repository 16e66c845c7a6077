"""What the style of a cell says of its text: a picture font, and how its number is shown."""

from typing import NamedTuple

from khedmat.importing.readers.containers.sheets.xlsx.numbers import BUILT_IN, GENERAL
from khedmat.importing.readers.containers.sheets.xlsx.xml import Tag, tags
from khedmat.importing.readers.containers.symbols import Signs, signs_of


class Style(NamedTuple):
    """Of a cell."""

    signs: Signs | None = None
    code: str = GENERAL


PLAIN = Style()


def styles_of(xml: bytes) -> tuple[Style, ...]:
    """By the numbers that cells have for them."""
    found = tags(xml)
    fonts, codes = _fonts(found), _codes(found)
    return tuple(_style(tag.attributes, fonts, codes) for tag in found if tag.path.endswith("cellXfs/xf"))


def _fonts(found: list[Tag]) -> list[Signs | None]:
    fonts: list[Signs | None] = []
    for tag in found:
        if tag.path.endswith("fonts/font"):
            fonts.append(None)
        elif tag.path.endswith("fonts/font/name") and fonts:
            fonts[-1] = signs_of(tag.attributes.get("val"))
    return fonts


def _codes(found: list[Tag]) -> dict[str, str]:
    own = (tag.attributes for tag in found if tag.path.endswith("numFmts/numFmt"))
    built_in = {str(number): code for number, code in BUILT_IN.items()}
    return built_in | {one.get("numFmtId", ""): one.get("formatCode", GENERAL) for one in own}


def _style(xf: dict[str, str], fonts: list[Signs | None], codes: dict[str, str]) -> Style:
    font = xf.get("fontId", "")
    signs = fonts[int(font)] if font.isdecimal() and int(font) < len(fonts) else None
    return Style(signs, codes.get(xf.get("numFmtId", ""), GENERAL))
