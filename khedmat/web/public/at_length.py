"""All that the page of a service shows of its card."""

from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils.timezone import localdate

from khedmat.cards.beside.papers import papers_of
from khedmat.cards.beside.prices import prices_of, soonest
from khedmat.cards.beside.standing import with_beside
from khedmat.cards.counts.summing import with_years
from khedmat.cards.documents.issuing import with_issuers_of_asked
from khedmat.cards.form import Card, Document
from khedmat.cards.freshness.standing import freshness_in, with_confirmed_at
from khedmat.cards.lines.leads import with_leads
from khedmat.cards.models import ServiceVersion
from khedmat.cards.outline import public_card
from khedmat.cards.printing.drawing import draw
from khedmat.core.asked import Asked, Given
from khedmat.core.sequences import first_where
from khedmat.core.weblinks import weblink
from khedmat.organizations.subordinates import head_of
from khedmat.web.glance import Answer, answers
from khedmat.web.journey import journey, way
from khedmat.web.public.conforming import standing_of, with_conformance
from khedmat.web.public.counts import counts_of
from khedmat.web.public.families import Relative, relatives
from khedmat.web.public.files import files_of, with_files
from khedmat.web.public.insight.sparing import electronic
from khedmat.web.public.leading import leading
from khedmat.web.public.starting import ways
from khedmat.web.public.structured import structured
from khedmat.web.words import recipients


def _shown() -> QuerySet[ServiceVersion]:
    itself = ServiceVersion.objects.filter(pk=Given("version"))  # also before it is public
    others = (ServiceVersion.objects.public() | itself).filter(service=Given("service")).order_by("-number")
    told = with_years(with_conformance(with_beside(with_issuers_of_asked(with_files(with_leads(others))))))
    return with_confirmed_at(told).only("number", "service", "published_at")


_versions = Asked(_shown)


class Beside(NamedTuple):
    """What is asked beside a version: those of its service, each with what was told of it, and its family."""

    versions: list[ServiceVersion]
    family: list[Relative]


def beside(version: ServiceVersion) -> Beside:
    return Beside(list(_versions(version=version.pk, service=version.service_id)), relatives(version))


def at_length(version: ServiceVersion, found: Beside, local: Document | None = None) -> dict[str, Any]:
    """The card as answers, road, papers and drawing, with its family and its other versions.

    `local`: the card as it holds in one province; `national` then answers as the template does.
    """
    versions = found.versions
    document = local or version.document
    card, undecided = public_card(document.card or Card()), document.undecided
    row = first_where(lambda one: one.pk == version.pk, versions)
    prices = prices_of(row, card, localdate())
    return {
        "version": version,
        "structured": structured(version, card, document),
        "together": head_of(card.executive_agency or ""),
        "fresh": freshness_in(version, row and row.confirmed_at, localdate()),
        "card": card,
        "undecided": undecided,
        "answers": answers(card, undecided, priced_until=soonest(prices)),
        "national": _national(row, version.document) if local else [],
        "stops": journey(card, undecided),
        "way": way(card),
        "ways": ways(card, weblink(card.url)),
        "electronic": electronic(card),
        "drawing": draw(card.diagram),
        "leading": leading(row, card, papers_of(row, card)),
        "prices": prices,
        "document": document,
        "family": found.family,
        "attachments": files_of(version, versions),
        "versions": versions,
        "conformance": standing_of(version, versions),
        "counts": counts_of(version, versions),
        "declared": recipients(card.recipients),
    }


def _national(row: Any, document: Document) -> list[Answer]:
    card = public_card(document.card or Card())
    return answers(card, document.undecided, priced_until=soonest(prices_of(row, card, localdate())))
