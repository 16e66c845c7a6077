"""A form → the bytes of a PDF file, tagged, in our own font whatever the machine has."""

import json
from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import Any

from khedmat.cards.printing.pages.outlining import plain_of
from khedmat.cards.printing.pieces import Paper

_ONE_SIGN = ("ه\u0654", "\u06c0")  # a mark apart from its letter is read back before it
_STANDARD = ["ua-1"]
_HERE = files(__name__.rpartition(".")[0])


def pdf_of(paper: Paper) -> bytes:
    """A4 from right to left. The first takes half a second longer than those behind it: fonts are read once."""
    form = json.dumps(plain_of(paper), ensure_ascii=False).replace(*_ONE_SIGN)
    template = (_HERE / "annex.typ").read_bytes()
    return _compiler().compile(
        input=template, format="pdf", sys_inputs={"form": form}, pdf_standards=_STANDARD, timestamp=0
    )


@cache
def _compiler() -> Any:
    """No font of the system, no file and no package: what is printed depends on the form alone."""
    typst = import_module("typst")
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(_HERE / "fonts")])
    return typst.Compiler(font_paths=fonts, ignore_system_fonts=True)
