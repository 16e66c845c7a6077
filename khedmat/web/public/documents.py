"""The documents that services ask for: what each is, and where it is asked."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _

from khedmat.cards.documents.holding import given_by
from khedmat.cards.documents.issuing import givers, with_issuers
from khedmat.cards.lines.where import counted, naming, standing
from khedmat.core.persian import fold_line
from khedmat.registers.enums import Register
from khedmat.registers.models import DocumentType
from khedmat.registers.models.entry import EntryQuerySet
from khedmat.web.facts import published
from khedmat.web.public.access import public_page
from khedmat.web.public.forms import rest_of
from khedmat.web.public.paging import paged


class RegisterFilter(forms.Form):
    """What narrows and orders a register; it lives in the address. An unknown value narrows nothing."""

    q = forms.CharField(label=_("نام یا نام دیگر"), required=False, max_length=200)
    sort = forms.ChoiceField(
        label=_("به ترتیب"), required=False, choices=[("asked", _("پرخواسته‌ترین")), ("title", _("الفبای عنوان"))]
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")
        self.is_valid()

    def apply(self, entries: EntryQuerySet, counts: dict[int, int]) -> list[Any]:
        """All that fit, each with `published`; a register has some thousands at most."""
        found = list(entries.named(fold_line(self.cleaned_data.get("q", ""))).order_by("sort_key", "pk"))
        for one in found:
            one.published = counts.get(one.pk, 0)
        is_by_title = self.cleaned_data.get("sort") == "title"
        return found if is_by_title else sorted(found, key=lambda one: -one.published)


@public_page
def document_list(request: HttpRequest) -> HttpResponse:
    form = RegisterFilter(request.GET)
    page = paged(request, form.apply(standing(Register.DOCUMENTS), counted(Register.DOCUMENTS)), size=50)
    return render(request, "public/documents.html", {"form": form, "page": page, "query": rest_of(request.GET)})


@public_page
def document(request: HttpRequest, slug: str) -> HttpResponse:
    """Of one that was merged: that it is gone, and what stands in its place."""
    types = with_issuers(DocumentType.objects.select_related("issuer", "merged_into"))
    found = get_object_or_404(types, code=slug)
    if found.merged_into:
        return render(request, "public/document_merged.html", {"document": found}, status=410)
    page = paged(request, naming(published(), found))
    context = {"document": found, "page": page, "query": rest_of(request.GET)}
    context |= {"given_by": given_by(found), "givers": givers(found)}
    return render(request, "public/document.html", context)
