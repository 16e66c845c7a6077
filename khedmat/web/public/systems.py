"""The systems in which services are given or asked about: whose each is, what it gives, which services use it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from khedmat.cards.enums import SystemUse
from khedmat.cards.lines.where import elements_of, naming
from khedmat.registers.enums import Register
from khedmat.registers.models import System
from khedmat.web.facts import published
from khedmat.web.public.access import public_page
from khedmat.web.public.entries import merged
from khedmat.web.public.forms import rest_of
from khedmat.web.public.paging import paged
from khedmat.web.register_lists import RegisterFilter


@public_page
def system_list(request: HttpRequest) -> HttpResponse:
    form = RegisterFilter(request.GET, Register.SYSTEMS)
    page = paged(request, form.rows(), size=50)
    return render(request, "public/systems.html", {"form": form, "page": page, "query": rest_of(request.GET)})


@public_page
def system(request: HttpRequest, slug: str) -> HttpResponse:
    """`use` in the address narrows to what the system is to the services; an unknown word narrows nothing."""
    found = get_object_or_404(System.objects.select_related("owner", "replaced_by", "merged_into"), code=slug)
    if found.merged_into:
        return merged(request, found, "web:system")
    use = request.GET.get("use")
    narrow = {"use": use} if use in SystemUse.values else {}
    page = paged(request, naming(published(), found, **narrow))
    context = {"system": found, "elements": elements_of(found), "uses": SystemUse.choices, "use": narrow.get("use")}
    return render(request, "public/system.html", context | {"page": page, "query": rest_of(request.GET)})
