"""The block of data that search engines read in the page of a service."""

import json

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from khedmat.cards.form import Card, Document
from khedmat.cards.models import ServiceVersion
from khedmat.core.weblinks import weblink
from khedmat.linked_data.schema_org import Page, government_service

AS_CODES = str.maketrans({letter: f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"})


def structured(version: ServiceVersion, card: Card, document: Document) -> SafeString:
    """JSON that cannot end the element in which it stands, whatever a card says."""
    owner = version.service.owner
    page = Page(
        number=version.service.code or "",
        url=_whole("web:service", version.service_id),
        agency=owner.name,
        agency_url=_whole("web:agency", owner.code),
        link=weblink(card.url),
    )
    said = json.dumps(government_service(card, page, document.permits), ensure_ascii=False)
    return mark_safe(said.translate(AS_CODES))  # noqa: S308 — no letter is left that HTML knows


def _whole(name: str, key: object) -> str:
    return f"{settings.SITE_URL}{reverse(name, args=[key])}"
