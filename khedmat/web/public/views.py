"""Pages that anybody may read: published cards only."""

from django.core.paginator import Page, Paginator
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from khedmat.cards.guide import by_anchor
from khedmat.cards.models import ServiceVersion
from khedmat.core.persian import fold_line
from khedmat.organizations.models import Organization
from khedmat.web import agencies, browse, geography, permits
from khedmat.web.annex import annex
from khedmat.web.blank import blank_annex
from khedmat.web.drawing import draw
from khedmat.web.facts import published
from khedmat.web.glance import answers
from khedmat.web.guide import BOOK
from khedmat.web.journey import journey, way
from khedmat.web.public.access import public_page
from khedmat.web.public.forms import PermitFilter, ServiceFilter, chips, rest_of

A_PAGE = 20
LONGEST_QUERY = 200


def paged(request: HttpRequest, rows: object) -> Page:
    """The page asked for; a number that is none or too big gives the nearest page there is."""
    return Paginator(rows, A_PAGE).get_page(request.GET.get("page"))


@public_page
def home(request: HttpRequest) -> HttpResponse:
    total, rows = browse.counted(ServiceVersion.objects.published())
    context = {"total": total, "rows": rows, "first": browse.first_two(), "examples": browse.examples()}
    return render(request, "public/home.html", context)


@public_page
def service_list(request: HttpRequest) -> HttpResponse:
    form = ServiceFilter(request.GET)
    page = paged(request, form.apply(published()))
    template = "public/service_list.html#rows" if request.htmx else "public/service_list.html"
    return render(request, template, {"form": form, "page": page, "query": rest_of(request.GET), "chips": chips(form)})


@public_page
def search(request: HttpRequest) -> HttpResponse:
    words = fold_line(request.GET.get("q", ""))[:LONGEST_QUERY]
    page = paged(request, published().matching(words))
    shorter = browse.shorter(words) if words and not page.paginator.count else []
    context = {"words": words, "page": page, "query": rest_of(request.GET), "shorter": shorter}
    return render(request, "public/search.html", context)


@public_page
def service(request: HttpRequest, pk: int) -> HttpResponse:
    version = get_object_or_404(ServiceVersion.objects.published().for_page(), service=pk)
    card, undecided = version.public_card, version.undecided
    context = {
        "version": version,
        "card": card,
        "undecided": undecided,
        "answers": answers(card, undecided),
        "stops": journey(card, undecided),
        "way": way(card),
        "drawing": draw(card.diagram),
        "document": version.document,
        "versions": ServiceVersion.objects.public()
        .filter(service=pk)
        .order_by("-number")
        .only("number", "service", "published_at"),
    }
    return render(request, "public/service.html", context)


@public_page
def service_card(request: HttpRequest, pk: int) -> HttpResponse:
    version = get_object_or_404(ServiceVersion.objects.published().for_page(), service=pk)
    return render(request, "public/service_card.html", annex(version))


@public_page
def service_version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    version = get_object_or_404(ServiceVersion.objects.public().for_page(), service=pk, number=number)
    return render(request, "public/service_card.html", annex(version))


@public_page
def agency_list(request: HttpRequest) -> HttpResponse:
    found = list(agencies.publishing())
    places = {agency.place.code for agency in found if agency.place}
    return render(request, "public/agency_list.html", {"agencies": found, "map": geography.MAP, "places": places})


@public_page
def agency(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Organization.objects.select_related("parent", "place"), code=slug)
    page = paged(request, published().of_agency(found))
    return render(request, "public/agency.html", {"agency": found, "page": page, "query": ""})


@public_page
def permit_list(request: HttpRequest) -> HttpResponse:
    words = fold_line(request.GET.get("q", ""))[:LONGEST_QUERY]
    counted = permits.counted(words)
    form = PermitFilter(request.GET, counted)
    total = sum(one["permits"] for one in counted if form.picked_agency in ("", one["code"]))
    page = permits.page_of(request.GET.get("page"), total, words=words, agency=form.picked_agency)
    return render(
        request, "public/permit_list.html", {"form": form, "page": page, "query": rest_of(request.GET), "words": words}
    )


@public_page
def guide(request: HttpRequest) -> HttpResponse:
    return render(request, "public/guide.html", {"chapters": BOOK})


@public_page
def guide_form(request: HttpRequest) -> HttpResponse:
    context = blank_annex(is_explained=request.GET.get("explain") != "0")
    return render(request, "public/guide_form.html", context | {"article": by_anchor("card").article})


@public_page
def api(request: HttpRequest) -> HttpResponse:
    return render(request, "public/api.html")


@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """For supervisors and load balancers: the process answers and so does its database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})


health.is_public = True
