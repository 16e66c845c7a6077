"""The card of a service as it holds in one province: what differs is marked, with the national value beside."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from khedmat.cards.copies.effective import differing, effective
from khedmat.cards.models import LocalCopy, ServiceVersion
from khedmat.organizations.models import Place
from khedmat.web.desk.copies.saying import Said, boxes_said
from khedmat.web.glance import Answer
from khedmat.web.public.access import in_force_or_404, public_page
from khedmat.web.public.at_length import at_length
from khedmat.web.public.ended import ended


class Local(NamedTuple):
    """What a page of one province says beside the card: the copy, or None where all is as the template says."""

    place: Place
    copy: LocalCopy | None
    boxes: list[Said]


def places_of(version: ServiceVersion) -> list[Place]:
    """The provinces that write something of their own about this service; one question."""
    return list(Place.objects.filter(copies__in=LocalCopy.objects.published().filter(service=version.service_id)))


@public_page
def service_in(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    version, place = in_force_or_404(pk), get_object_or_404(Place, code=code)
    copy = LocalCopy.objects.published().with_news().select_related("keeper").filter(service=pk, place=place).first()
    own = differing(copy.overrides, version.content) if copy else {}
    document, national = effective(version.document, own), at_length(version)
    shown = at_length(version, document)
    boxes = [box for box in boxes_said(version.document, own) if box.is_own]
    context = {
        "answers": _marked(shown["answers"], national["answers"]),
        "local": Local(place, copy, boxes),
        "places": places_of(version),
        "ended": ended(version),
    }
    return render(request, "public/service.html", shown | context)


def _marked(local: list[Answer], national: list[Answer]) -> list[Answer]:
    """Answers that differ, with what the template answers."""
    pairs = zip(local, national, strict=True)
    return [one if one == other else one._replace(national=other.text or "") for one, other in pairs]
