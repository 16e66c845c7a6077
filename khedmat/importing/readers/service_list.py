"""A list of services: main services and sub-services, each a row, in printed order."""

from operator import attrgetter

from khedmat.cards.form import ListedService
from khedmat.core.persian import fold_line
from khedmat.importing.readers.listing import headed, numbered, with_ids
from khedmat.importing.readers.outline import Outline
from khedmat.importing.readers.wording import said_text


def read(outline: Outline) -> list[ListedService]:
    """The rows; the only agency of the page is that of all rows where they name none."""
    rows = _rows(outline)
    if any(map(attrgetter("executive_agency"), rows)):
        return rows
    agency = _only_agency(outline)
    return [row.model_copy(update={"executive_agency": agency}) for row in rows]


def _rows(outline: Outline) -> list[ListedService]:
    """Rows of a headed table; else those with an ID; where the list has none, its numbered rows."""
    return headed.read(outline) or with_ids.read(outline) or numbered.read(outline)


def _only_agency(outline: Outline) -> str | None:
    """The agency that the page names once: of two, none is the agency of every row."""
    asked = list(outline.of("executive_agency"))
    if len(asked) != 1 or not said_text(asked[0]):
        return None
    return fold_line(asked[0].text)
