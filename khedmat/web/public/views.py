"""Pages that anybody may read: published cards only."""

from inspect import getsource

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from khedmat.cards.figures import figure
from khedmat.cards.guide import by_anchor
from khedmat.cards.models import ServiceVersion
from khedmat.cards.popular.searched import note_followed
from khedmat.cards.succession.history import provider_on
from khedmat.cards.vocabulary import VOCABULARY
from khedmat.core.persian import fold_line
from khedmat.web import browse, permits
from khedmat.web.annex import annex
from khedmat.web.blank import blank_annex
from khedmat.web.facts import published
from khedmat.web.guide import BOOK
from khedmat.web.public.access import in_force_or_404, public_page, unless_same
from khedmat.web.public.at_length import at_length, beside
from khedmat.web.public.by_agency import AgencyPaginator
from khedmat.web.public.ended import ended
from khedmat.web.public.forms import PermitFilter, ServiceFilter, action_in, chips, rest_of
from khedmat.web.public.paging import paged
from khedmat.web.public.provinces import places_of
from khedmat.webhooks import verifying
from khedmat.webhooks.enums import TO_CHOOSE

LONGEST_QUERY = 200


@public_page
def home(request: HttpRequest) -> HttpResponse:
    total, rows = figure("boxes", lambda: browse.counted(ServiceVersion.objects.published()))
    context = {"total": total, "rows": rows, "first": browse.first_two(), "examples": browse.examples()}
    context["events"] = VOCABULARY["life_event"].items()
    return render(request, "public/home.html", context)


@public_page
def service_list(request: HttpRequest) -> HttpResponse:
    form = ServiceFilter(request.GET)
    rows = form.apply(published())
    if form.is_whole_by_agency:
        page = paged(request, rows, pages=AgencyPaginator)
    else:
        page = paged(request, rows, count=form.count(rows))
    template = "public/service_list.html#rows" if request.htmx else "public/service_list.html"
    return render(request, template, {"form": form, "page": page, "query": rest_of(request.GET), "chips": chips(form)})


@public_page
def service(request: HttpRequest, pk: int) -> HttpResponse:
    version = in_force_or_404(pk)
    if via := request.GET.get("via"):
        note_followed(via[:LONGEST_QUERY], on=localdate())
    found, places, end = beside(version), places_of(version), ended(version)

    def made() -> HttpResponse:
        context = {"ended": end, "local": None, "places": places}
        return render(request, "public/service.html", at_length(version, found) | context)

    return unless_same(request, made, version, found.versions, found.family, places, end, localdate())


@public_page
def service_card(request: HttpRequest, pk: int) -> HttpResponse:
    version = in_force_or_404(pk)
    return render(request, "public/service_card.html", annex(version) | {"ended": ended(version), "was": ""})


@public_page
def service_version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    version = get_object_or_404(ServiceVersion.objects.public().for_page(), service=pk, number=number)
    was = provider_on(version.service, localdate(version.published_at)) if version.published_at else ""
    return render(request, "public/service_card.html", annex(version) | {"ended": ended(version), "was": was})


@public_page
def permit_list(request: HttpRequest) -> HttpResponse:
    words = fold_line(request.GET.get("q", ""))[:LONGEST_QUERY]
    action = action_in(request.GET)
    counted = permits.counted(words, action)
    form = PermitFilter(request.GET, counted)
    total = sum(one["permits"] for one in counted if form.picked_agency in ("", one["code"]))
    page = permits.page_of(request.GET.get("page"), total, words=words, agency=form.picked_agency, action=action)
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
    example = {"webhook_kinds": TO_CHOOSE, "webhook_example": getsource(verifying)}
    return render(request, "public/api.html", example)


@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """For supervisors and load balancers: the process answers and so does its database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})


health.is_public = True
