"""A published service in the words of schema.org 30.0, for search engines. Pure."""

from typing import Any, NamedTuple

from khedmat.cards.form import Card, CostItem, Permit
from khedmat.cards.vocabulary import VOCABULARY

Said = dict[str, Any]
STAGES = ("information", "request", "delivery")
IRAN, RIAL = "ایران", "IRR"


class Page(NamedTuple):
    """Where a service and its agency are read; `link`: where the service itself is, if on the web."""

    number: str
    url: str
    agency: str
    agency_url: str
    link: str | None = None


def government_service(card: Card, page: Page, permits: list[Permit]) -> Said:
    agency = _thing("GovernmentOrganization", name=page.agency, url=page.agency_url)
    said = _thing(
        "GovernmentService",
        name=card.title,
        description=card.description,
        identifier=page.number,
        url=page.url,
        provider=agency,
        serviceType=_labels("service_type", list(card.service_type)),
        areaServed=_thing("Country", name=IRAN) if "national" in card.level else None,
        audience=_thing("Audience", audienceType=card.audience) if card.audience else None,
        availableChannel=_channels(card, page.link),
        offers=_offers(card),
        serviceOutput=_permits(permits, agency),
    )
    return {"@context": "https://schema.org", **said}


def _thing(kind: str, **said: Any) -> Said:
    """What is empty is not said."""
    return {"@type": kind} | {name: value for name, value in said.items() if value not in (None, "", [])}


def _labels(name: str, values: list[str]) -> list[str]:
    return [VOCABULARY[name][value].fa for value in values]


def _channels(card: Card, link: str | None) -> list[Said]:
    """Each medium of a reader's stages once; only a site has the address of the service."""
    media = dict.fromkeys(medium for stage in STAGES for medium in getattr(card.stages, stage).channels)
    language = {"availableLanguage": "fa"}
    return [
        _thing("ServiceChannel", name=label, serviceUrl=link if medium == "website" else None, **language)
        for medium, label in zip(media, _labels("channel", list(media)), strict=True)
    ]


def _offers(card: Card) -> list[Said]:
    """Free is a price of zero; an unknown price is no offer."""
    if card.cost.free:
        return [_thing("Offer", price=0, priceCurrency=RIAL)]
    return [_offer(item) for item in card.cost.items if item.amount_rial is not None]


def _offer(item: CostItem) -> Said:
    return _thing("Offer", description=item.text, price=item.amount_rial, priceCurrency=RIAL)


def _permits(permits: list[Permit], agency: Said) -> list[Said]:
    """One a title, whatever the actions on it."""
    titles = dict.fromkeys(row.title for row in permits if row.title)
    return [_thing("GovernmentPermit", name=title, issuedBy=agency) for title in titles]
