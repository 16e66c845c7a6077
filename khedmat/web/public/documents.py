"""The documents that services ask for: what each is, and where it is asked."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from khedmat.cards.documents.holding import given_by
from khedmat.cards.documents.issuing import givers, with_issuers
from khedmat.cards.figures import figure
from khedmat.cards.lines.where import naming
from khedmat.registers.enums import Register
from khedmat.registers.models import DocumentType
from khedmat.web.facts import published
from khedmat.web.public.access import public_page
from khedmat.web.public.entries import merged
from khedmat.web.public.forms import rest_of
from khedmat.web.public.obtaining import ways_said
from khedmat.web.public.paging import paged
from khedmat.web.register_lists import RegisterFilter


@public_page
def document_list(request: HttpRequest) -> HttpResponse:
    form = RegisterFilter(request.GET, Register.DOCUMENTS)
    page = paged(request, form.rows(), size=50)
    return render(request, "public/documents.html", {"form": form, "page": page, "query": rest_of(request.GET)})


@public_page
def document(request: HttpRequest, slug: str) -> HttpResponse:
    """Of one that was merged: that it is gone, and what stands in its place."""
    types = with_issuers(DocumentType.objects.select_related("issuer", "merged_into"))
    found = get_object_or_404(types, code=slug)
    if found.merged_into:
        return merged(request, found, "web:document")
    page = paged(request, naming(published(), found))
    context = {"document": found, "page": page, "query": rest_of(request.GET)}
    asked_of, ways = figure(("document", found.pk), lambda: (given_by(found), ways_said(document_type=found)))
    context |= {"given_by": asked_of, "givers": givers(found), "ways": ways}
    return render(request, "public/document.html", context)
