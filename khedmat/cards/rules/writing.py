"""Everything written on a form that may be shown: never who filled it in, never an account number."""

from collections.abc import Iterator
from itertools import chain

from khedmat.cards.form import Card, Document, Part
from khedmat.cards.rules.reading import card_of, stages
from khedmat.cards.rules.rows import boxes, exchanges, laws, numbered, papers, permits, prices, systems

_PLAIN = (
    "title",
    "executive_agency",
    "parent_agency",
    "description",
    "audience",
    "life_event_text",
    "start_trigger_text",
    "system_name",
    "parent_service_title",
    "service_hours",
    "forms",
    "faq",
    "responsible_unit",
)
_STAGE = ("channel_other_text", "counter_office_like_title", "visit_reason_text")
_PERMIT = ("title", "legal_basis", "documents", "validity", "supervisors", "steps", "conditions", "notes")
_EXCHANGE = ("agency", "system", "fields", "notes")


def texts(document: Document) -> Iterator[tuple[str, str]]:
    """(path, text) of every box that holds text, in the order of the form."""
    card = card_of(document)
    written = chain(_members("card", card, _PLAIN), _spoken(card), papers(document), laws(document), _priced(document))
    rows = chain(
        _of_rows(stages(document), _STAGE),
        _of_rows(systems(document), ("system", "fields")),
        _of_rows(exchanges(document), _EXCHANGE),
        _of_rows(permits(document), _PERMIT),
    )
    drawn = chain(numbered("card.processes", card.processes), boxes(document))
    return ((path, text) for path, text in chain(written, drawn, rows) if text)


def _spoken(card: Card) -> Iterator[tuple[str, str | None]]:
    """The words beside figures."""
    yield "card.average_duration.text", card.average_duration.text
    yield "card.visits.text", card.visits.text
    yield "card.cost.text", card.cost.text


def _priced(document: Document) -> Iterator[tuple[str, str | None]]:
    """A price often repeats the words of the whole cost: said once."""
    whole = card_of(document).cost.text
    return ((f"{path}.text", item.text) for path, item in prices(document) if item.text != whole)


def _of_rows(rows: Iterator[tuple[str, Part]], names: tuple[str, ...]) -> Iterator[tuple[str, str | None]]:
    return chain.from_iterable(_members(path, row, names) for path, row in rows)


def _members(path: str, part: Part, names: tuple[str, ...]) -> Iterator[tuple[str, str | None]]:
    return ((f"{path}.{name}", getattr(part, name)) for name in names)
