"""The laws that services rest on: whether each holds, and which services rest on it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from khedmat.cards.laws.where import citing
from khedmat.registers.enums import Register
from khedmat.registers.models import LegalSource
from khedmat.web.facts import published
from khedmat.web.public.access import public_page
from khedmat.web.public.forms import rest_of
from khedmat.web.public.paging import paged
from khedmat.web.register_lists import RegisterFilter


@public_page
def law_list(request: HttpRequest) -> HttpResponse:
    form = RegisterFilter(request.GET, Register.LAWS)
    page = paged(request, form.rows(), size=50)
    return render(request, "public/laws.html", {"form": form, "page": page, "query": rest_of(request.GET)})


@public_page
def law(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(LegalSource.objects.select_related("replaced_by"), code=slug)
    page = paged(request, citing(published(), found))
    return render(request, "public/law.html", {"law": found, "page": page, "query": rest_of(request.GET)})
