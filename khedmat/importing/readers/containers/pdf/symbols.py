"""Fonts whose letters are pictures, by the names that a PDF has for them."""

import re
from functools import lru_cache

from khedmat.importing.readers.containers.symbols import Signs, signs_of

_SUBSET = re.compile("^[A-Z]{6}[+]")
_STYLES = "mt|regular|bold|italic|normal|std"
_PICTURES = re.compile(rf"(wingdings|webdings|zapfdingbats|dingbats|symbol)([23]?)(?:{_STYLES})*")


@lru_cache(maxsize=512)
def signs_of_font(name: str) -> Signs | None:
    """«ABCDEF+Wingdings2-Regular» is «Wingdings 2». None of a font of letters."""
    plain = re.sub("[^a-z0-9]", "", _SUBSET.sub("", name).lower())
    found = _PICTURES.fullmatch(plain)
    return signs_of(" ".join(filter(None, found.groups()))) if found else None
