"""A value as a page shows it and as a person types it, and back: one raw form for both.

Raw: a text for text, numbers, one option and yes/no; a list of texts for several options and for lines; a list of
{leaf: raw} for rows; a list of pairs of texts for arrows.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from django.http import QueryDict
from django.utils.translation import gettext as _

from khedmat.cards.editing import value_at
from khedmat.cards.editing.shapes import Shape, leaf_of, leaves_of
from khedmat.core.persian import fold, fold_line, latin_digits, persian_digits
from khedmat.web import words

YES, NO = "yes", "no"
LONGEST_LINE, LONGEST_TEXT, LONGEST_NUMBER = 1_000, 20_000, 15
LONG = ("description", "fields", "notes", "faq", "forms", "documents", "legal_basis", "steps", "conditions")
MOST_ROWS = {"card.processes": 60, "card.diagram.boxes": 62, "card.diagram.links": 240}
MOST_TALL = 300  # rows of many fields that are read at all: more are refused before a page is made of them
_WHOLE = re.compile(r"(\d{1,3}([.,٬،' ]\d{3})+|\d+)( ?(ریال|نفر|بار|مورد))?")
_HALF = re.compile("[\ud800-\udfff]")  # half a character: no page can be written with it
_MEASURE = re.compile(r"\d+([./٫]\d+)?")


class Refused(ValueError):
    """What was typed cannot be kept; the message is for the person."""


class Place(NamedTuple):
    """Where something is typed: its path, its shape and the options offered there."""

    path: str
    shape: Shape
    options: Sequence[str]

    @property
    def is_long(self) -> bool:
        """Whether a text takes several lines."""
        return self.shape.kind == "text" and self.path.rpartition(".")[2] in LONG


def shown(shape: Shape, value: Any) -> Any:
    """The raw form of a plain value of the contract."""
    if shape.kind in _SHOW_LISTS:
        return [_SHOW_LISTS[shape.kind](shape, one) for one in value or []]
    return "" if value is None else _SHOW.get(shape.kind, str)(value)


def _shown_row(shape: Shape, row: Any) -> dict[str, Any]:
    assert shape.row is not None
    return {leaf: shown(leaf_of(shape.row, leaf), value_at(row, leaf)) for leaf in leaves_of(shape.row)}


def _measured(value: float) -> str:
    """«۳» or «۲٫۵»: what may have a fraction is not grouped, whose mark would be taken for it."""
    return persian_digits(int(value) if float(value).is_integer() else value).replace(".", "٫")


_SHOW: dict[str, Callable[[Any], str]] = {
    "whole": words.number,
    "measure": _measured,
    "yes": {True: YES, False: NO}.__getitem__,
}
_SHOW_LISTS: dict[str, Callable[[Shape, Any], Any]] = {
    "some": lambda shape, one: one,
    "lines": lambda shape, one: one,
    "pairs": lambda shape, one: tuple(one),
    "rows": _shown_row,
}


def untouched(shape: Shape, raw: Any, value: Any) -> bool:
    """Whether a page still says what it was made with: whoever did not touch a box did not rewrite it."""
    typed_bare, shown_bare = _bare(raw), _bare(shown(shape, value))
    return bool(set(typed_bare) == set(shown_bare) if shape.kind == "some" else typed_bare == shown_bare)


def _bare(raw: Any) -> Any:
    """Without the empty rows of the page; a text as it is kept."""
    if isinstance(raw, str):
        return fold(raw.replace("\r\n", "\n")).strip()
    if isinstance(raw, dict):
        return {leaf: bare for leaf, one in raw.items() if (bare := _bare(one))}
    if isinstance(raw, tuple):
        return tuple(map(_bare, raw)) if all(raw) else ()
    return [bare for one in raw if (bare := _bare(one))]


def typed(shape: Shape, name: str, post: QueryDict) -> Any:
    """The raw form of what a page sent under a name."""
    if shape.kind in ("some", "lines"):
        return post.getlist(name)
    if shape.row is not None:
        return [_typed_row(shape, f"{name}-{row}-", post) for row in rows_of(name, post)]
    if shape.kind == "pairs":
        return list(zip(post.getlist(f"{name}.from"), post.getlist(f"{name}.to"), strict=False))
    return post.get(name, "")


def rows_of(name: str, post: QueryDict) -> list[str]:
    """The rows of a list, in the order in which they stand on the page."""
    place = re.compile(rf"{re.escape(name)}-(\d{{1,6}})-")
    found = (place.match(key) for key in post)
    return list(dict.fromkeys(one[1] for one in found if one))


def _typed_row(shape: Shape, prefix: str, post: QueryDict) -> dict[str, Any]:
    assert shape.row is not None
    return {leaf: typed(leaf_of(shape.row, leaf), f"{prefix}{leaf}", post) for leaf in leaves_of(shape.row)}


def is_raw(shape: Shape, raw: Any) -> bool:
    """Whether what came back from a browser is what `typed` makes of a page: it travels there and back as JSON."""
    if shape.row is not None:
        return isinstance(raw, list) and len(raw) <= MOST_TALL and all(_is_raw_row(shape, row) for row in raw)
    if shape.kind == "pairs":
        return isinstance(raw, list) and all(_are_texts(pair) and len(pair) == 2 for pair in raw)
    return _are_texts(raw) if shape.kind in ("some", "lines") else _are_texts([raw])


def _is_raw_row(shape: Shape, raw: Any) -> bool:
    assert shape.row is not None
    leaves = leaves_of(shape.row)
    is_whole = isinstance(raw, dict) and raw.keys() == set(leaves)
    return is_whole and all(is_raw(leaf_of(shape.row, leaf), raw[leaf]) for leaf in leaves)


def _are_texts(raw: Any) -> bool:
    return isinstance(raw, list) and all(isinstance(one, str) and not _HALF.search(one) for one in raw)


def taken(place: Place, raw: Any) -> Any:
    """The plain value of what was typed; Refused with what is wrong and how to mend it."""
    return _TAKE[place.shape.kind](place, raw)


def _text(place: Place, raw: str) -> str | None:
    text = fold(raw.replace("\r\n", "\n")).strip() if place.is_long else fold_line(raw)
    most = LONGEST_TEXT if place.is_long else LONGEST_LINE
    if len(text) > most:
        raise Refused(
            _("%(count)s نویسه نوشته‌اید و این خانه تا %(most)s نویسه جا دارد؛ کوتاهش کنید. تا آن زمان ذخیره نمی‌شود.")
            % {"count": words.number(len(text)), "most": words.number(most)}
        )
    return text or None


def _cut(raw: str) -> str:
    line = fold_line(raw)
    return line if len(line) <= 40 else f"{line[:40]}…"


def _whole(place: Place, raw: str) -> int | None:
    text = latin_digits(fold_line(raw))
    if not text:
        return None
    if not _WHOLE.fullmatch(text):
        raise Refused(_("«%(typed)s» عدد نیست؛ تنها رقم بنویسید، مانند ۱۲۰۰.") % {"typed": _cut(raw)})
    digits = re.sub(r"\D", "", text)
    if len(digits) > LONGEST_NUMBER:
        raise Refused(_("عدد بیش از پانزده رقم دارد؛ رقم‌ها را بازبینی کنید."))
    return int(digits)


def _measure(place: Place, raw: str) -> float | None:
    text = latin_digits(fold_line(raw))
    if not text:
        return None
    if not _MEASURE.fullmatch(text) or len(text) > LONGEST_NUMBER:
        raise Refused(_("«%(typed)s» عدد نیست؛ رقم بنویسید، مانند ۳ یا ۲٫۵.") % {"typed": _cut(raw)})
    return float(re.sub(r"[/٫]", ".", text))


def _yes(place: Place, raw: str) -> bool | None:
    return {YES: True, NO: False}.get(raw)


def _one(place: Place, raw: str) -> str | None:
    _known(place, [raw] if raw else [])
    return raw or None


def _some(place: Place, raw: list[str]) -> list[str]:
    _known(place, raw)
    return [option for option in place.options if option in raw]


def _known(place: Place, chosen: Sequence[str]) -> None:
    if strangers := set(chosen) - set(place.options):
        raise Refused(
            _("«%(typed)s» از گزینه‌های این خانه نیست؛ یکی از گزینه‌های فرم را برگزینید.")
            % {"typed": _cut(min(strangers))}
        )


def _lines(place: Place, raw: list[str]) -> list[str]:
    said = [line for text in raw for line in text.splitlines() if line.strip()]
    _not_too_many(place, said)
    return [text for line in said if (text := _text(place, line))]


def _rows_taken(place: Place, raw: list[dict[str, Any]]) -> list[dict[str, Any]]:
    _not_too_many(place, raw)
    rows = [_row_taken(place, row) for row in raw]
    return [row for row in rows if _speaks(row)]


def _speaks(value: Any) -> bool:
    return any(map(_speaks, value.values())) if isinstance(value, dict) else value not in (None, [])


def _row_taken(place: Place, raw: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for leaf, typed_leaf in raw.items():
        group, _dot, member = leaf.rpartition(".")
        into = made.setdefault(group, {}) if group else made
        into[member] = taken(row_place(place, leaf), typed_leaf)
    return made


def row_place(place: Place, leaf: str) -> Place:
    """A leaf in a row of a list."""
    assert place.shape.row is not None
    shape = leaf_of(place.shape.row, leaf)
    return Place(f"{place.path}.{leaf}", shape, shape.options)


def _pairs(place: Place, raw: list[tuple[str, str]]) -> list[list[str]]:
    pairs = [[fold_line(one), fold_line(other)] for one, other in raw]
    _not_too_many(place, pairs)
    return [pair for pair in pairs if all(pair)]


def _not_too_many(place: Place, rows: Sequence[Any]) -> None:
    most = MOST_ROWS.get(place.path, 100)
    if len(rows) > most:
        raise Refused(
            _("%(count)s سطر نوشته‌اید و این‌جا تا %(most)s سطر جا دارد؛ هر چه کارِ درون یک فرایند است در آن ادغام کنید.")
            % {"count": words.number(len(rows)), "most": words.number(most)}
        )


_TAKE = {
    "text": _text,
    "whole": _whole,
    "measure": _measure,
    "yes": _yes,
    "one": _one,
    "some": _some,
    "lines": _lines,
    "rows": _rows_taken,
    "pairs": _pairs,
}
