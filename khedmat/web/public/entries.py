"""What the public pages of all registers share: what a merged entry answers, and their lists as files."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from khedmat.registers.models.entry import Entry
from khedmat.web.public.access import public_page
from khedmat.web.register_lists import taken_away


def merged(request: HttpRequest, entry: Entry, page: str) -> HttpResponse:
    """That it is gone, and what stands in its place; `page` names the public page of an entry."""
    return render(request, "public/merged.html", {"entry": entry, "page": page}, status=410)


@public_page
def table(request: HttpRequest, register: str, kind: str) -> HttpResponse:
    return taken_away(request, register, kind)
