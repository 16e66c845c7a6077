"""The register of popular names, what a steward adds to it, and what people searched for in vain."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from khedmat.cards.models import SearchDay
from khedmat.cards.popular.perms import is_names_steward, visible_names
from khedmat.web.desk.popular.forms import NameFilter, StewardsName
from khedmat.web.desk.popular.rows import for_list, shown
from khedmat.web.desk.popular.views import is_proposed
from khedmat.web.kept import signed_in
from khedmat.web.public.forms import rest_of
from khedmat.web.public.paging import paged
from khedmat.web.tables import table_answer

HEADINGS = (
    *(_("نام رایج"), _("وضع"), _("از کجا"), _("تاریخ آخرین گام")),
    *(_("عنوان خدمت"), _("شناسهٔ خدمت"), _("دستگاه")),
)


@require_safe
@never_cache
@signed_in
def popular_names(request: HttpRequest) -> HttpResponse:
    form, today = NameFilter(request.GET), timezone.localdate()
    page = paged(request, for_list(form.apply(visible_names(request.user, today)), form.order), size=50)
    context = {
        "form": form,
        "page": page,
        "rows": list(shown(page, request.user, today)),
        "query": rest_of(request.GET),
        "may": is_names_steward(request.user, today),
    }
    return render(request, "desk/popular/register.html", context)


@require_safe
@never_cache
@signed_in
def table(request: HttpRequest, kind: str) -> HttpResponse:
    """What the list shows this person, all pages of it."""
    form = NameFilter(request.GET)
    names = for_list(form.apply(visible_names(request.user, timezone.localdate())), form.order)
    return table_answer("popular-names", kind, headings=HEADINGS, rows=map(_cells, names))


def _cells(name: Any) -> list[str | None]:
    service, day = name.service, timezone.localdate(name.told[-1].at).isoformat() if name.told else None
    said = [name.term, name.get_stage_display(), name.get_source_display(), day]
    return [*said, name.title, service.code, service.owner.name]


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def new(request: HttpRequest) -> HttpResponse:
    _demand_steward(request)
    form = StewardsName(request.POST or None, initial={"term": request.GET.get("term", "")[:100]})
    if request.method == "POST" and form.is_valid() and is_proposed(request, form, form.cleaned_data["service"]):
        return redirect("web:service-names", form.cleaned_data["service"].pk)
    return render(request, "desk/popular/new.html", {"form": form})


@require_safe
@never_cache
@signed_in
def missed(request: HttpRequest) -> HttpResponse:
    _demand_steward(request)
    page = paged(request, SearchDay.objects.told().filter(vain__gt=0).order_by("-vain", "words"), size=50)
    return render(request, "desk/popular/missed.html", {"page": page, "query": rest_of(request.GET)})


def _demand_steward(request: HttpRequest) -> None:
    if not is_names_steward(request.user, timezone.localdate()):
        raise Http404
