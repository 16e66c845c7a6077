"""A list of services: main services and sub-services, each a row, in printed order."""

from operator import attrgetter

from khedmat.cards.form import ListedService
from khedmat.core.persian import fold_line
from khedmat.importing.readers.listing import headed, numbered, with_ids
from khedmat.importing.readers.outline import Outline
from khedmat.importing.readers.wording import said_text


def read(outline: Outline) -> list[ListedService]:
    """Rows of a headed table; else those with an ID; where the list has none, its numbered rows."""
    rows = headed.read(outline) or with_ids.read(outline) or numbered.read(outline)
    if any(map(attrgetter("executive_agency"), rows)):
        return rows
    agency = _only_agency(outline)
    return [row.model_copy(update={"executive_agency": agency}) for row in rows]


def _only_agency(outline: Outline) -> str | None:
    """The agency that the page names once: of two, none is the agency of every row."""
    asked = list(outline.of("executive_agency"))
    if len(asked) != 1 or not said_text(asked[0]):
        return None
    return fold_line(asked[0].text)
