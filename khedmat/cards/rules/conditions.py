"""How a condition is made of one small question: asked once of a form, or of each of its rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from khedmat.cards.form import Document
from khedmat.cards.rules.labels import field_label
from khedmat.cards.rules.reading import doubtful
from khedmat.cards.rules.rule import Breach, Condition

Row = TypeVar("Row")
Said = Mapping[str, object] | None
Rows = Callable[[Document], Iterable[tuple[str, Row]]]


def said(is_broken: object, **values: object) -> Said:
    """The answer to a question: the values that the message names, None where nothing is broken."""
    return values if is_broken else None


def once(field: str, question: Callable[[Document], Said], *, doubt: str = "") -> Condition:
    """A question about the whole form; not asked where the marks of `doubt` (path below `card`) are lost."""

    def condition(document: Document) -> Iterator[Breach]:
        if not doubt or not doubtful(document, doubt):
            yield from breach(field, question(document))

    return condition


def each(rows: Rows[Row], question: Callable[[Row], Said], *, box: str = "", doubt: str | None = None) -> Condition:
    """A question about each row; the finding stands at its `box`. Not asked where its `doubt` is lost."""

    def condition(document: Document) -> Iterator[Breach]:
        for path, row in rows(document):
            if doubt is None or not doubtful(document, path.removeprefix("card.") + doubt):
                yield from breach(path + box, question(row), of=path)

    return condition


def each_with_form(rows: Rows[Row], question: Callable[[Document, Row], Said], *, box: str = "") -> Condition:
    """A question about each row that the rest of the form answers."""

    def condition(document: Document) -> Iterator[Breach]:
        for path, row in rows(document):
            yield from breach(path + box, question(document, row), of=path)

    return condition


def breach(field: str, values: Said, *, of: str = "") -> Iterator[Breach]:
    """The breach at a field, which its message may call %(row)s; none where nothing was said."""
    if values is not None:
        yield Breach(field, {"row": field_label(of or field), **values})
