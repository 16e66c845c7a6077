"""How a condition is made of one small question: asked once of a form, or of each of its rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import compress
from typing import TypeVar

from khedmat.cards.form import Document
from khedmat.cards.rules.labels import field_label
from khedmat.cards.rules.not_applicable import is_excused
from khedmat.cards.rules.reading import doubtful
from khedmat.cards.rules.rule import Breach, Condition, Wording

Row = TypeVar("Row")
Said = Mapping[str, object] | None
Rows = Callable[[Document], Iterable[tuple[str, Row]]]


def said(is_broken: object, **values: object) -> Said:
    """The answer to a question: the values that the message names, None where nothing is broken."""
    return values if is_broken else None


def as_found(one: Said) -> Said:
    """For rows that already are their answers."""
    return one


def which(facts: Mapping[str, object]) -> list[str]:
    """The names of those that are so."""
    return list(compress(facts, facts.values()))


def once(
    field: str, question: Callable[[Document], Said], *, doubt: str | None = None, excuse: str | None = None
) -> Condition:
    """A question about the whole form; not asked where the marks of `doubt` (path below `card`) are lost, nor where
    somebody said why the box `excuse` does not apply."""

    def condition(document: Document) -> Iterator[Breach]:
        if not (_is_lost(document, doubt) or is_excused(document, excuse or "")):
            yield from breach(field, question(document))

    return condition


def each(rows: Rows[Row], question: Callable[[Row], Said], *, box: str = "", doubt: str | None = None) -> Condition:
    """A question about each row; the finding stands at its `box`. Not asked where its `doubt` is lost."""
    return lambda document: _breaches(_sure(document, rows(document), doubt), question, box)


def each_with_form(rows: Rows[Row], question: Callable[[Document, Row], Said], *, box: str = "") -> Condition:
    """A question about each row that the rest of the form answers."""
    return lambda document: _breaches(rows(document), partial(question, document), box)


def _breaches(rows: Iterable[tuple[str, Row]], question: Callable[[Row], Said], box: str) -> Iterator[Breach]:
    for path, row in rows:
        if (values := question(row)) is not None:
            yield _named(path + box, values, path)


def _sure(document: Document, rows: Iterable[tuple[str, Row]], doubt: str | None) -> Iterable[tuple[str, Row]]:
    """Only rows whose marks can be read."""
    if doubt is None:
        return rows
    return ((path, row) for path, row in rows if not doubtful(document, path.removeprefix("card.") + doubt))


def _is_lost(document: Document, path: str | None) -> bool:
    return path is not None and doubtful(document, path)


def breach(field: str, values: Said) -> Iterator[Breach]:
    """The breach at a field, which its message may call %(row)s; none where nothing was said."""
    if values is not None:
        yield _named(field, values, field)


def _named(field: str, values: Mapping[str, object], row: str) -> Breach:
    return Breach(field, {"row": field_label(row), **values})


def empty_box(path: str, wording: Wording | None = None, **values: object) -> Breach:
    """A box that says nothing, or that cannot be read as an answer."""
    return Breach(path, {"row": field_label(path), **values}, wording)
