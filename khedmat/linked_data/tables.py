"""Published services as rows: for spreadsheets and for programs. Nothing of the filler, no account number."""

from typing import Any

from khedmat.cards.models import ServiceVersion
from khedmat.cards.outline import is_electronic, public_content
from khedmat.linked_data.published import number_of, page_of


def row(version: ServiceVersion) -> dict[str, Any]:
    card = version.public_card
    said = {
        "number": number_of(version),
        "title": card.title,
        "agency_code": version.service.owner.code,
        "agency": version.service.owner.name,
        "description": card.description,
        "electronic": is_electronic(card),
        "free": card.cost.free,
        "average_duration": card.average_duration.text,
        "visits": card.visits.count,
    }
    lists = {name: list(getattr(card, name)) for name in ("service_type", "level", "life_events")}
    texts = {"documents": card.documents, "laws": card.laws}
    return said | lists | texts | _edition(version)


def record(version: ServiceVersion) -> dict[str, Any]:
    """The whole card as the contract writes it, with where it comes from."""
    owner = version.service.owner
    said = {"number": number_of(version), "agency": {"code": owner.code, "name": owner.name}, "sha256": version.sha256}
    return said | _edition(version) | {"card": public_content(version.content)}


def _edition(version: ServiceVersion) -> dict[str, Any]:
    on = version.published_on
    return {"version": version.number, "published_on": on and on.isoformat(), "page": page_of(version)}
