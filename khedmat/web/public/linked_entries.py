"""Entries of the registers for machines: one address an entry that leads to the page or to the data."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from khedmat.linked_data.formats import TURTLE
from khedmat.linked_data.meant import entries_document, for_data
from khedmat.registers.books import BOOKS
from khedmat.registers.enums import Register
from khedmat.registers.models import DataElement
from khedmat.web.public.access import public_page
from khedmat.web.public.entries import merged
from khedmat.web.public.linked import led, see_other
from khedmat.web.public.writings import format_or_404, preferred, sent

KINDS = {"document": Register.DOCUMENTS, "system": Register.SYSTEMS, "audience": Register.AUDIENCES}


@public_page
def thing(request: HttpRequest, name: str, slug: str) -> HttpResponse:
    return led(request, name, get_object_or_404(BOOKS[KINDS[name]].model, code=slug).code)


@public_page
def element_thing(request: HttpRequest, slug: str) -> HttpResponse:
    """A piece of data has no page: people are led to the system that gives it, where none is known to the data."""
    found = get_object_or_404(DataElement.objects.select_related("system"), code=slug)
    form = preferred(request)
    if found.system and not form:
        return see_other(redirect("web:system", found.system.code))
    return see_other(redirect("web:element-data", found.code, (form or TURTLE).ending))


@public_page
def data(request: HttpRequest, *, name: str, slug: str, kind: str) -> HttpResponse:
    return _sent(request, KINDS[name], slug, kind=kind, page=f"web:{name}")


@public_page
def element(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    return _sent(request, Register.ELEMENTS, slug, kind=kind, page="web:element-thing")


def _sent(request: HttpRequest, register: Register, slug: str, *, kind: str, page: str) -> HttpResponse:
    """Of one that was merged: that it is gone, and what stands in its place."""
    form, found = format_or_404(kind), get_object_or_404(for_data(register), code=slug)
    if found.merged_into:
        return merged(request, found, page)
    return sent(request, entries_document(register, found), form)
