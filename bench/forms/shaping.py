"""Presentation forms: what old programs take out of a PDF instead of letters."""

import unicodedata
from functools import cache

_FORMS = ("<isolated>", "<final>", "<initial>", "<medial>")
_NEVER_JOIN_NEXT = set("اآأإدذرزژوؤةءى")


@cache
def _shapes() -> dict[str, dict[str, str]]:
    """letter → form → its presentation form."""
    found: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD)):
        form, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        if form in _FORMS and len(letters) == 1:
            found.setdefault(chr(int(letters[0], 16)), {})[form] = chr(code)
    return found


def shaped(text: str) -> str:
    """Every letter in the form that its neighbours give it."""
    return "".join(_shape(text, place) for place in range(len(text)))


def _shape(text: str, place: int) -> str:
    letter, shapes = text[place], _shapes().get(text[place], {})
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    joined = before in _shapes() and before not in _NEVER_JOIN_NEXT and before != "ء"
    joins = after in _shapes() and letter not in _NEVER_JOIN_NEXT
    form = _FORMS[2 * joins + joined]
    return shapes.get(form, letter)
