"""The permits of an agency as the one list that the law asks of it: forms 1 and 2."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from khedmat.cards import form
from khedmat.cards.canonical import digest_of
from khedmat.cards.printing.paper import About
from khedmat.core.persian import prose
from khedmat.organizations.models import Organization
from khedmat.permits.models import PermitForm, PermitInquiry
from khedmat.web.printed import Printed

_SOURCE = form.Source(name="permits", media_type="text/html")


def of_agency(request: HttpRequest, agency: Organization) -> Printed:
    """Its public rows, whatever card or list they came with, in the order in which they came."""
    permits = list(_rows(PermitForm, agency).order_by("title", "pk"))
    inquiries = list(_rows(PermitInquiry, agency).order_by("permit", "pk"))
    document = form.Document(
        kind="permit_list",
        permits=[row.permit for row in permits],
        inquiries=[row.inquiry for row in inquiries],
        undecided=[*_doubts(permits, "permits"), *_doubts(inquiries, "inquiries")],
        source=_SOURCE,
    )
    link = request.build_absolute_uri(f"{reverse('web:permit-list')}?{urlencode({'agency': agency.code})}")
    about = About(lines=(prose(agency.name),), link=link)
    return Printed(document, about, digest_of(document), None, f"permits-{agency.code}", f"مجوزهای {agency.name}")


def _rows(model: type[Any], agency: Organization) -> Any:
    return model.objects.public().filter(organization=agency).select_related("version", "permit_list")


def _doubts(rows: Iterable[Any], part: str) -> Iterable[str]:
    """Each row's own, by its place in this list."""
    for place, row in enumerate(rows):
        own = f"{part}.{row.order - 1}."
        undecided = row.version.undecided if row.version else row.permit_list.paper["undecided"]
        yield from (f"{part}.{place}.{path.removeprefix(own)}" for path in undecided if path.startswith(own))
