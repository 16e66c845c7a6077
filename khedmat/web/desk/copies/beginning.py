"""Which national services an office may copy, and beginning a copy."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from khedmat.cards.copies import writing
from khedmat.cards.copies.conditions import HELD, agencies_above
from khedmat.cards.models import LocalCopy, Service, ServiceVersion
from khedmat.core.persian import fold_line
from khedmat.organizations.models import Organization
from khedmat.web.counting import counted
from khedmat.web.desk.new import offices_of_author
from khedmat.web.desk.refusing import tell
from khedmat.web.kept import signed_in

A_PAGE = 20
LONGEST_QUERY = 200
UPWARD = ("parent", "parent__parent", "parent__parent__parent")


def offices_that_write(request: HttpRequest) -> QuerySet[Organization]:
    """Provincial offices for which this person is an author."""
    offices = offices_of_author(request.user, timezone.localdate()).exclude(place=None)
    return offices.select_related("place", *UPWARD).order_by("sort_key", "code")


def copyable(office: Organization) -> QuerySet[ServiceVersion]:
    """National cards in force of the agencies above an office, of which its province has no copy yet."""
    held = LocalCopy.objects.filter(service=OuterRef("service"), place=office.place_id, stage__in=HELD)
    return ServiceVersion.objects.published().filter(~Exists(held), owner__in=agencies_above(office)).for_list()


def _picked(request: HttpRequest, offices: list[Organization]) -> Organization | None:
    """The office that the address names, else the first."""
    asked = {str(office.pk): office for office in offices}
    return asked.get(request.GET.get("office", ""), next(iter(offices), None))


def _found(office: Organization | None, words: str) -> QuerySet[ServiceVersion]:
    if office is None:
        return ServiceVersion.objects.none()
    return copyable(office).matching(words) if words else copyable(office)


@require_safe
@never_cache
@signed_in
def new(request: HttpRequest) -> HttpResponse:
    offices = list(offices_that_write(request))
    picked = _picked(request, offices)
    words = fold_line(request.GET.get("q", ""))[:LONGEST_QUERY]
    context = {
        "offices": offices,
        "picked": picked,
        "words": words,
        "page": Paginator(_found(picked, words), A_PAGE).get_page(request.GET.get("page")),
        "query": f"office={picked.pk}&" if picked and not words else "",
    }
    return render(request, "desk/copies/new.html", context)


@require_POST
@never_cache
@signed_in
def begin(request: HttpRequest) -> HttpResponse:
    office = offices_that_write(request).filter(pk=counted(request.POST.get("office", "")) or 0).first()
    if office is None:
        raise Http404
    public = Service.objects.shown()
    service = get_object_or_404(public, pk=counted(request.POST.get("service", "")) or 0)
    try:
        copy = writing.begin(service, office, by=request.user, at=timezone.now())
    except ValidationError as refusal:
        tell(request, refusal)
        return redirect("web:copy-new")
    return redirect("web:copy", copy.pk)
