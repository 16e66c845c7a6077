"""Named boxes → a document of the contract."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal, NamedTuple

from pydantic import ValidationError

from khedmat.cards import form
from khedmat.cards.canonical import tidy
from khedmat.cards.editing.shapes import Shape, shape_at
from khedmat.cards.printing.saying import meant_by
from khedmat.core.persian import fold
from khedmat.importing.readers.blocks import Sheet
from khedmat.importing.readers.named.standing import traces
from khedmat.importing.readers.nesting import nested, without_empty

Sign = Literal[":", "?", "~", "!"]  # a value, a doubt, not said, why it does not apply
_LINK = "card.diagram.links."
_HIDDEN = ("undecided", "not_applicable")  # doubts and reasons of boxes that the form does not print


class Box(NamedTuple):
    """A box of the form: what its sign says of the path, and what is written in it; a square is ticked or not."""

    sign: Sign
    path: str
    written: str | bool


def document_of(boxes: Sequence[Box], sheet: Sheet, source: form.Source) -> form.Document | None:
    """None where the boxes do not say what kind of form they are, or hold what the contract does not know."""
    if not boxes:
        return None
    try:
        plain = nested(_values(boxes)) | _marked(boxes) | {"source": source.model_dump()}
        document = form.from_contract(_with_card(plain))
    except (KeyError, ValueError, ValidationError):
        return None
    return tidy(document).model_copy(update={"trace": traces(boxes, sheet), "source": source})


def _with_card(plain: dict[str, Any]) -> dict[str, Any]:
    """A card of which nothing is said is a card."""
    return {"card": {}} | plain if plain.get("kind") == "service_card" else plain


def _values(boxes: Sequence[Box]) -> dict[str, Any]:
    """By dotted path; an empty square of which nothing was said is no «no»."""
    silent = {box.path for box in boxes if box.sign != ":"}
    values: dict[str, Any] = {}
    for box in boxes:
        if box.sign == ":" and box.path not in _HIDDEN:
            _put(box, values, is_silent=box.path in silent)
    return without_empty(values)


def _put(box: Box, values: dict[str, Any], *, is_silent: bool) -> None:
    if isinstance(box.written, str):
        values[box.path] = _meant(box.path, box.written)
    elif not is_silent or box.written:
        _tick(box.path, box.written, values)


def _meant(path: str, written: str) -> Any:
    return fold(written).strip() if path.startswith(_LINK) else meant_by(shape_at(path), written)


def _tick(path: str, ticked: bool, values: dict[str, Any]) -> None:
    """A square of its own, or one of the options of a box."""
    group, _, option = path.rpartition(".")
    shape = _shape(path)
    if shape and shape.kind == "yes":
        values[path] = ticked
    elif ticked:
        _CHOSEN[shape_at(group).kind](values, group, option)


def _shape(path: str) -> Shape | None:
    try:
        return shape_at(path)
    except KeyError:
        return None


def _add(values: dict[str, Any], group: str, option: str) -> None:
    values[group] = [*values.get(group, []), option]


def _choose(values: dict[str, Any], group: str, option: str) -> None:
    """Two ticks where one is asked cannot be told: refused, and read as any form."""
    if group in values:
        raise ValueError(group)
    values[group] = option


def _answer(values: dict[str, Any], group: str, option: str) -> None:
    _choose(values, group, option)
    values[group] = {"yes": True, "no": False}[option]


_CHOSEN: dict[str, Callable[[dict[str, Any], str, str], None]] = {"some": _add, "one": _choose, "yes": _answer}


def _marked(boxes: Iterable[Box]) -> dict[str, Any]:
    """The doubts and the reasons, of boxes and of those that the form does not print."""
    held = list(boxes)
    doubts = [box.path.removeprefix("card.") for box in held if box.sign == "?"]
    reasons = {box.path: fold(str(box.written)) for box in held if box.sign == "!"}
    listed = dict(map(_split, _lines_of("not_applicable", held)))
    return {"undecided": [*doubts, *_lines_of("undecided", held)], "not_applicable": reasons | listed, "warnings": []}


def _lines_of(path: str, boxes: Iterable[Box]) -> list[str]:
    written = (str(box.written) for box in boxes if box.path == path)
    return list(filter(None, "\n".join(written).split("\n")))


def _split(line: str) -> tuple[str, str]:
    path, reason = line.split(": ", 1)
    return path, fold(reason)
