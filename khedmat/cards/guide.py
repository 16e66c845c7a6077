"""Every heading of the form in plain words: the one home of these texts, for pages, help beside a field and print."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

DATA = Path(__file__).parent / "data" / "guide"
_PLACE = re.compile(r"(?<=\.)\d+(?=\.|$)|(?<=stages\.)(?:information|request|production|delivery)(?=\.|$)")


class Heading(NamedTuple):
    """A heading of the form in plain words.

    `fields`: paths of the contract, * for a row number or a stage; `options`: each value of `vocabulary`.
    """

    number: str
    anchor: str
    title: str
    text: str
    article: str
    fields: tuple[str, ...] = ()
    options: Mapping[str, str] = {}
    vocabulary: str | None = None


def heading_for(path: str) -> Heading | None:
    """The explanation of a path of the contract («card.stages.request.channels»), or of the nearest group around it."""
    path = _PLACE.sub("*", path)
    while path:
        if found := _BY_FIELD.get(path):
            return found
        path = path.rpartition(".")[0]
    return None


def by_anchor(anchor: str) -> Heading:
    """The heading of an anchor; KeyError when there is none."""
    return _BY_ANCHOR[anchor]


def meaning(list_name: str, value: str) -> str:
    """What a value of a code list means in plain words; KeyError when either is unknown."""
    return _BY_LIST[list_name].options[value]


def _table(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _chapter(path: Path) -> tuple[str, tuple[Heading, ...]]:
    table = _table(path)
    return table["title"], tuple(map(_heading, table["headings"]))


def _heading(table: dict[str, Any]) -> Heading:
    """The lines of its text are one paragraph; its article is a name of articles.toml."""
    words = {"text": " ".join(table["text"].split()), "article": _ARTICLES[table["article"]]}
    return Heading(**{"number": "", **table, **words, "fields": tuple(table.get("fields", ()))})


_ARTICLES = _table(DATA / "articles.toml")
CHAPTERS = tuple(map(_chapter, sorted(DATA.glob("[1-9]-*.toml"))))
GUIDE = tuple(heading for _, headings in CHAPTERS for heading in headings)
_BY_FIELD = {field: heading for heading in GUIDE for field in heading.fields}
_BY_ANCHOR = {heading.anchor: heading for heading in GUIDE}
_BY_LIST = {heading.vocabulary: heading for heading in GUIDE if heading.vocabulary}
