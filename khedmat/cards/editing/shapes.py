"""What each box of the contract takes, told from the contract itself: text, number, options, rows."""

from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

from khedmat.cards import vocabulary as v
from khedmat.cards.form import Document, Part

Kind = Literal["text", "whole", "measure", "yes", "one", "some", "lines", "rows", "pairs"]
_LISTS: dict[tuple[str, ...], str] = {tuple(words): name for name, words in v.VOCABULARY.items()}
_SCALARS: dict[Any, Kind] = {str: "text", int: "whole", float: "measure", bool: "yes"}


class Shape(NamedTuple):
    """`options`: the values of `one` and `some`, of the code list `words`; `row`: the part that each of `rows` is."""

    kind: Kind
    options: tuple[str, ...] = ()
    words: str = ""
    row: type[Part] | None = None


@lru_cache(maxsize=512)
def shape_of(path: str) -> Shape:
    """The shape of a box («card.stages.request.channels», «permits»). KeyError for a path that is no box."""
    part: type[Part] = Document
    *groups, leaf = path.split(".")
    for name in groups:
        part = _part(part, name)
    return member_of(part, leaf)


def _part(part: type[Part], name: str) -> type[Part]:
    kind = _plain(part.model_fields[name].annotation)
    if not _is_part(kind):
        raise KeyError(name)
    return kind


def shape_at(path: str) -> Shape:
    """The same of a box in a row of a list: «permits.0.fee.text». KeyError for a path that is no box."""
    steps = path.split(".")
    row = next((place for place, step in enumerate(steps) if step.isdecimal()), None)
    if row is None:
        return shape_of(path)
    part = shape_of(".".join(steps[:row])).row
    if part is None:
        raise KeyError(path)
    return leaf_of(part, ".".join(steps[row + 1 :]))


def member_of(part: type[Part], name: str) -> Shape:
    """The shape of one member of a row."""
    wanted = _plain(part.model_fields[name].annotation)
    return _of_list(get_args(wanted)[0]) if get_origin(wanted) is list else _of_one(wanted)


def leaves_of(part: type[Part]) -> list[str]:
    """The members of a row with those of its parts: «fee.text»."""
    inner = {name: _plain(field.annotation) for name, field in part.model_fields.items()}
    return [leaf for name, kind in inner.items() for leaf in _leaves(name, kind)]


def leaf_of(part: type[Part], leaf: str) -> Shape:
    """The shape of a leaf of a row, «fee.text» too."""
    head, _, rest = leaf.partition(".")
    return leaf_of(_part(part, head), rest) if rest else member_of(part, head)


def _leaves(name: str, kind: Any) -> list[str]:
    return [f"{name}.{leaf}" for leaf in leaves_of(kind)] if _is_part(kind) else [name]


def _plain(annotation: Any) -> Any:
    """Without «or None»."""
    if get_origin(annotation) not in (Union, UnionType):
        return annotation
    return next(one for one in get_args(annotation) if one is not NoneType)


def _is_part(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Part)


def _of_one(kind: Any) -> Shape:
    if get_origin(kind) is Literal:
        return Shape("one", get_args(kind), _words(get_args(kind)))
    if kind not in _SCALARS:
        raise KeyError(kind)
    return Shape(_SCALARS[kind])


def _of_list(member: Any) -> Shape:
    if get_origin(member) is Literal:
        return Shape("some", get_args(member), _words(get_args(member)))
    if get_origin(member) is tuple:
        return Shape("pairs")
    return Shape("rows", row=member) if _is_part(member) else Shape("lines")


def _words(options: tuple[str, ...]) -> str:
    """The code list that holds them all; a box may offer only some of a list."""
    whole = _LISTS.get(options)
    return whole or next(name for words, name in _LISTS.items() if set(options) <= set(words))
