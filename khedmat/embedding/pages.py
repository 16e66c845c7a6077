"""The pages that agencies show: their list, and the short page of each card. No script, nothing of another site."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from khedmat.cards.form import Document
from khedmat.cards.models import ServiceVersion
from khedmat.cards.printing.paper import About
from khedmat.cards.printing.short import short_parts_of
from khedmat.core import jalali
from khedmat.core.persian import number, prose
from khedmat.embedding import addresses
from khedmat.embedding.listing import Entry, Group, Listing

CSS = "khedmat.css"


class Place(NamedTuple):
    """Where a page will stand: how it leads to a card, to the list and to its style."""

    of_service: Callable[[Entry], str] = addresses.of_service
    home: str = ""
    css: str = f"/embed/{CSS}"


OURS = Place()


def list_page(listing: Listing, place: Place = OURS) -> str:
    """A whole page, for a frame or a file."""
    title = _title(listing)
    return _page(title, list_body(listing, place, heading="h1"), place)


def list_part(listing: Listing) -> str:
    """For the middle of somebody else's page: with whole addresses, and with its own style."""
    style = format_html('<link rel="stylesheet" href="{}">\n', addresses.of_asset(CSS))
    return style + list_body(listing, OURS, heading="h2")


def list_body(listing: Listing, place: Place, *, heading: str) -> str:
    context = {
        "agency": listing.agency,
        "title": _title(listing),
        "heading": heading,
        "count": listing.count,
        "sha256": listing.sha256,
        "groups": [_linked(group, place) for group in listing.groups],
        "window": addresses.of_window(listing.agency),
        "day": jalali.long(listing.changed_at) if listing.changed_at else "",
    }
    return render_to_string("embedding/list.html", context)


def _title(listing: Listing) -> str:
    return _("خدمت‌های %(agency)s") % {"agency": prose(listing.agency.name)}


def _linked(group: Group, place: Place) -> tuple[Any, ...]:
    return group, place.of_service(group.entry), [(sub, place.of_service(sub)) for sub in group.subs]


def card_page(version: ServiceVersion, place: Place = OURS) -> str:
    """The short page of 1396 of a card in force, with its mark in the head."""
    service = version.service
    entry = Entry(service.pk, service.code, version.title, version.number, version.sha256, version.published_at)
    short = short_parts_of(_numbered(version), About(service.code, link=addresses.of_card(service.pk)))
    context = {
        "home": place.home or addresses.of_agency(service.owner),
        "home_title": _("خدمت‌های %(agency)s") % {"agency": prose(service.owner.name)},
        "title": short.title,
        "body": mark_safe(short.body),  # noqa: S308 — each word of the form was escaped where the short page is written
        **_edition(version),
    }
    head = format_html('<meta name="khedmat" content="{}">\n<base target="_top">\n', entry.mark)
    return _page(short.title, render_to_string("embedding/card.html", context), place, head=head)


def _numbered(version: ServiceVersion) -> Document:
    """The ID that the centre gave stands in its box, also where the agency's form was sent before it was given."""
    code = version.service.code or version.card.service_id
    return version.document.model_copy(update={"card": version.card.model_copy(update={"service_id": code})})


def _edition(version: ServiceVersion) -> dict[str, str]:
    at = version.published_at
    day = {"day": jalali.long(at), "iso": localdate(at).isoformat()} if at else {"day": "", "iso": ""}
    return {"n": number(version.number), **day}


def _page(title: str, body: str, place: Place, *, head: str = "") -> str:
    return render_to_string("embedding/page.html", {"title": title, "body": body, "css": place.css, "head": head})
