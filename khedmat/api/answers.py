"""From a published version to the words of the API."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localdate

from khedmat.cards.beside.papers import Paper, papers_of
from khedmat.cards.beside.prices import prices_of
from khedmat.cards.beside.standing import beside
from khedmat.cards.canonical import content_of
from khedmat.cards.enums import Stage
from khedmat.cards.form import as_contract
from khedmat.cards.in_force import decision_on
from khedmat.cards.models import ServiceVersion
from khedmat.cards.printing.paper import for_public

PRIVATE = "filled_by"
ABOUT_THE_PAPER = ("source", "warnings", "services")


def summary(request: HttpRequest, version: ServiceVersion) -> dict[str, Any]:
    """What the list says."""
    service = version.service
    return {
        "id": service.pk,
        "code": service.code,
        "title": version.title,
        "agency": {"code": service.owner.code, "name": service.owner.name},
        "service_type": version.service_type,
        "level": version.level,
        "life_events": version.life_events,
        "electronic": version.is_electronic,
        "number": version.number,
        "published_at": version.published_at,
        "sha256": version.sha256,
        "links": links(request, service.pk),
    }


def links(request: HttpRequest, pk: int) -> dict[str, str]:
    names = {"self": "api:service", "page": "web:service", "annex": "web:service-card"}
    return {key: request.build_absolute_uri(reverse(name, args=[pk])) for key, name in names.items()}


def detail(request: HttpRequest, version: ServiceVersion) -> dict[str, Any]:
    """All that the form says and may be public."""
    paper = as_contract(version.document)
    return summary(request, version) | {
        "stage": version.stage,
        "suspended_because": decision_on(version).reason if version.stage == Stage.SUSPENDED else None,
        "edition": version.edition,
        "card": public_content(version),
        "permits": paper["permits"] or [],
        "inquiries": paper["inquiries"] or [],
        "undecided": version.undecided,
        "beside": _beside(version),
    }


def _beside(version: ServiceVersion) -> dict[str, Any]:
    row, card = beside(version), version.public_card
    prices = [{"text": one.line.text, **one.term._asdict()} for one in prices_of(row, card, localdate())]
    return {"documents": list(map(_paper, papers_of(row, card))), "prices": prices}


def _paper(one: Paper) -> dict[str, Any]:
    way = one.way
    return {
        "name": one.name,
        "condition": one.condition,
        "obtained": way and way.way,
        "agency": {"code": way.code, "name": way.agency} if way and way.is_fetched else None,
        "given_by": [{"id": giver.service, "code": giver.code, "title": giver.title} for giver in one.givers],
    }


def public_content(version: ServiceVersion) -> dict[str, Any]:
    """Names of persons and accounts are left out, not set to null: null would say that the form has none."""
    content = content_of(version.public_card)
    content.pop(PRIVATE)
    for item in (content["cost"] or {}).get("items") or []:
        item.pop("account", None)
    return content


def public_form(version: ServiceVersion) -> dict[str, Any]:
    """The document in the contract's words; the name of the file and the reader's warnings are about the paper."""
    paper = as_contract(for_public(version.document)) | {"card": public_content(version)}
    return {name: value for name, value in paper.items() if name not in ABOUT_THE_PAPER}
