"""What no box of a contract expects, tried in every box; and whether what is said of it is Persian."""

import re
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError

from khedmat.cards.form.refusing import sentence

HOSTILE = [
    *(None, "", "x", "x" * 6000, "\ud800", "1.5", "9" * 5000, "1404-13"),
    *(-1, 10**30, 1.5, float("inf"), float("nan"), True),
    *([], ["x", "x", "x"], [5], ["x"] * 6000, {}, {"surplus": 1}, [[]], [["x"]], [["x", "x", "x"]], {"x": 1}),
]
OURS = re.compile(r"\b(?:true|false|null)\b")


def models_in(kind: Any) -> Iterator[type[BaseModel]]:
    """The models that stand in a type, and in their boxes."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
        for box in kind.model_fields.values():
            yield from models_in(box.annotation)
    for one in get_args(kind):
        yield from models_in(one)


def errors_of(model: type[BaseModel]) -> Iterator[dict[str, Any]]:
    """What it says of each hostile value in each of its boxes, and instead of itself."""
    boxes = [box.alias or name for name, box in model.model_fields.items()]
    tried = [*HOSTILE, *({name: value} for name in boxes for value in HOSTILE)]
    for value in tried:
        try:
            TypeAdapter(model).validate_python(value)
        except ValidationError as error:
            yield from error.errors()


def latin_of(error: dict[str, Any]) -> str:
    """Latin letters of the sentence that are no word of the contract."""
    said = sentence(error)
    known = [error.get("ctx", {}).get("pattern", ""), *re.findall("'([^']*)'", str(error.get("ctx", "")))]
    for word in sorted(filter(None, known), key=len, reverse=True):  # «email» is a part of another
        said = said.replace(word, "")
    return "".join(re.findall("[A-Za-z]", OURS.sub("", said)))
