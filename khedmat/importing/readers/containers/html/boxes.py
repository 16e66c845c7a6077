"""Pictures and icons of boxes by their names: «chk_on.png», «fa fa-check-square-o», «تیک خورده»."""

import re
from itertools import pairwise, product

from khedmat.core.persian import fold

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+|[\u0600-\u06ff]+")
_TICKED = {"checked", "ticked", "tick", "tik", "checkmark", "tickmark"}
_EMPTY = {"unchecked", "uncheck", "unticked", "untick", "unselected", "notchecked", "notick", "emptybox"}
_DENIED = set(product(("not", "no", "non", "un"), _TICKED))
_BOX = {"checkbox", "check", "chk", "box", "cb", "radio"}
_OFF = {"off", "0", "false", "no", "empty", "blank", "none", "unselected", "clear"}
_ON = {"on", "1", "true", "yes", "full", "filled", "selected", "marked"}
_WHOLE = {"true": True, "yes": True, "ok": True, "false": False, "no": False}
_SAID = {
    **dict.fromkeys(("بله", "بلی", "دارد", "انتخاب شده", "تیک", "تیک خورده", "تیک دار", "علامت خورده"), True),
    **dict.fromkeys(("خیر", "ندارد", "انتخاب نشده", "خالی", "تیک نخورده", "بدون تیک", "علامت نخورده"), False),
}
# What may stand in the name of an icon without changing what it shows.
_FAMILIES = {"fa", "fas", "far", "fal", "fab", "bi", "mdi", "ri", "bx", "ti", "la", "ui", "icon", "ico", "glyphicon"}
_LOOKS = {"img", "image", "pic", "mark", "green", "blue", "black", "small", "large", "lg", "sm", "xs", "fw", "alt"}
_SHAPES = {"circle", "square", "line", "fill", "solid", "regular", "sharp", "light", "o", "s", "2"}
_PLAIN = _FAMILIES | _LOOKS | _SHAPES


def shown_by(name: str) -> bool | None:
    """Whether a picture of this name shows a tick (True) or an empty box (False); None for what is no box.

    `name` is the last part of an address, or the classes of an icon.
    """
    words = list(map(str.lower, _WORDS.findall(name)))
    said = set(words)
    if said & _EMPTY or not _DENIED.isdisjoint(pairwise(words)):
        return False
    if said & _TICKED:
        return True
    return _of_box(said) if said & _BOX else _of_icon(said)


def said_by(words: str) -> bool | None:
    """The same of what is written in place of a picture."""
    return _SAID.get(fold(words).strip())


def _of_box(said: set[str]) -> bool | None:
    """«checkbox» alone tells nothing; «check» alone is the icon of a tick."""
    if said & _OFF:
        return False
    if said & _ON:
        return True
    return True if "check" in said and said <= {"check", *_PLAIN} else None


def _of_icon(said: set[str]) -> bool | None:
    """«fa-square-o» is an empty box; «ok.png» and «glyphicon-ok» are ticks."""
    if "square" in said and said & _FAMILIES and said <= _PLAIN:
        return False
    named = said - _PLAIN
    return _WHOLE.get(named.pop()) if len(named) == 1 else None
