"""The card of a service as it holds in one province: what differs is marked, with the national value beside."""

from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from khedmat.cards.copies.boxes import MAY_DIFFER
from khedmat.cards.copies.effective import differing, effective
from khedmat.cards.models import LocalCopy, ServiceVersion
from khedmat.core.asked import Asked, Given
from khedmat.core.sequences import first_where
from khedmat.organizations.models import Place
from khedmat.web.desk.copies.saying import Said, boxes_said, said, title_of
from khedmat.web.desk.told import Change
from khedmat.web.glance import Answer
from khedmat.web.public.access import in_force_or_404, public_page
from khedmat.web.public.at_length import at_length, beside
from khedmat.web.public.ended import ended


class Local(NamedTuple):
    """What a page of one province says beside the card: the copy, or None where all is as the template says."""

    place: Place
    copy: LocalCopy | None
    boxes: list[Said]


def _writing() -> QuerySet[Place]:
    copies = LocalCopy.objects.published().filter(service=Given("service"), place=OuterRef("pk"))
    return Place.objects.annotate(writes=Exists(copies)).filter(Q(writes=True) | Q(code=Given("code")))


_writing_or_of_code = Asked(_writing)


def places_of(version: ServiceVersion, code: str = "") -> list[Place]:
    """The provinces that write something of their own about this service (`writes`), and that of the code; one
    question."""
    return list(_writing_or_of_code(service=version.service_id, code=code))


@public_page
def service_in(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    version = in_force_or_404(pk)
    places = places_of(version, code)
    place = first_where(lambda one: one.code == code, places)
    if place is None:
        raise Http404
    copy = LocalCopy.objects.published().with_news().select_related("keeper").filter(service=pk, place=place).first()
    own = differing(copy.overrides, version.content) if copy else {}
    shown = at_length(version, beside(version), effective(version.document, own))
    boxes = [box for box in boxes_said(version.document, own) if box.is_own]
    context = {
        "answers": _marked(shown["answers"], shown["national"]),
        "local": Local(place, copy, boxes),
        "places": [one for one in places if one.writes],
        "ended": ended(version),
    }
    return render(request, "public/service.html", shown | context)


@public_page
def service_in_version(request: HttpRequest, pk: int, *, code: str, number: int) -> HttpResponse:
    """A revision of a province that was once public, beside the one before it; what it wrote stays as it was."""
    known = LocalCopy.objects.shown().filter(service=pk, place__code=code)
    copies = {copy.number: copy for copy in known.filter(number__gte=number).for_page().order_by("-number")}
    copy = copies.get(number)
    if copy is None:
        raise Http404
    before = known.filter(number__lt=number).select_related("compared_with").order_by("-number").first()
    context = {
        "copy": copy,
        "before": before,
        "later": min((one for one in copies if one > number), default=None),
        "boxes": [box for box in boxes_said(copy.compared_with.document, copy.overrides) if box.is_own],
        "changes": _changed(before, copy) if before else [],
    }
    return render(request, "public/local_version.html", context)


def _changed(before: LocalCopy, after: LocalCopy) -> list[Change]:
    """Boxes that read otherwise in the province, whether it wrote them or the template did."""
    was, now = (effective(copy.compared_with.document, copy.overrides) for copy in (before, after))
    sides = [(box, said(box, was) or "", said(box, now) or "") for box in MAY_DIFFER]
    return [Change(title_of(box), old, new) for box, old, new in sides if old != new]


def _marked(local: list[Answer], national: list[Answer]) -> list[Answer]:
    """Answers that differ, with what the template answers."""
    pairs = zip(local, national, strict=True)
    return [one if one == other else one._replace(national=other.text or "") for one, other in pairs]
