"""Cards that nobody would think of: every shape that the contract allows."""

from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from khedmat.cards.form import Card, Part

LETTERS = "اآبپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیيك۰۱۲۳۴۵۶۷۸۹0123456789abcXYZ .,،؛«»()/\\\"'\u200c\n\t%_{}<>&☐☑"
TEXTS = st.text(LETTERS, max_size=30)
LARGEST = 10**6


def parts(model: type[Part]) -> st.SearchStrategy:
    """Instances of a piece of the contract."""
    return st.builds(model, **{name: _of(field.annotation, field) for name, field in model.model_fields.items()})


def cards() -> st.SearchStrategy[Card]:
    return parts(Card)


def _of(kind: Any, field: FieldInfo | None = None) -> st.SearchStrategy:
    origin, members = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return st.none() | st.one_of(*(_of(member) for member in members if member is not NoneType))
    if origin is list:
        return st.lists(_of(members[0]), max_size=3)
    if origin is tuple:
        return st.tuples(*(_of(member) for member in members))
    if origin is Literal:
        return st.sampled_from(members)
    return PLAIN[kind] if kind in PLAIN else parts(kind)


PLAIN = {
    str: TEXTS,
    int: st.integers(0, LARGEST),
    bool: st.booleans(),
    float: st.floats(0, LARGEST, allow_nan=False, allow_infinity=False),
}
