"""The laws that services rest on: whether each holds, and which services rest on it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from khedmat.cards.laws.where import cited_by, citing, standing
from khedmat.registers.models import LegalSource
from khedmat.web.facts import published
from khedmat.web.public.access import public_page
from khedmat.web.public.entries import RegisterFilter
from khedmat.web.public.forms import rest_of
from khedmat.web.public.paging import paged


@public_page
def law_list(request: HttpRequest) -> HttpResponse:
    form = RegisterFilter(request.GET)
    page = paged(request, form.apply(standing(), cited_by()), size=50)
    return render(request, "public/laws.html", {"form": form, "page": page, "query": rest_of(request.GET)})


@public_page
def law(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(LegalSource.objects.select_related("replaced_by"), code=slug)
    page = paged(request, citing(published(), found))
    return render(request, "public/law.html", {"law": found, "page": page, "query": rest_of(request.GET)})
