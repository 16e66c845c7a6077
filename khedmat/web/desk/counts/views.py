"""What an office reports of its services: the form and history of one, and a table pasted for many."""

from collections.abc import Callable, Sequence

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from khedmat.cards.counts.reporting import Kept, Told, can_report, report
from khedmat.cards.models import Service, ServiceCount
from khedmat.core.persian import number
from khedmat.organizations.models import Organization
from khedmat.web.counting import as_key
from khedmat.web.desk.counts.forms import CountForm, PasteForm, as_typed
from khedmat.web.desk.popular.rows import title_of
from khedmat.web.kept import signed_in
from khedmat.web.own import own_or_404

A_PAGE = 20


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def service_counts(request: HttpRequest, pk: int) -> HttpResponse:
    service = own_or_404(request, _mine(request), pk, name="the counts of service")
    corrected = _corrected(request, service)
    form = CountForm(request.POST or None, initial=as_typed(corrected) if corrected else None)
    if request.method == "POST" and form.is_valid():
        told = form.told(f"{service.pk}")
        if _is_taken(request, form, lambda: _report(request, service.owner, [told])):
            return redirect("web:desk-counts-of", pk)
    rows = service.counts.select_related("by", "as_organization", "corrected_by").newest_first()
    context = {
        "service": service,
        "title": title_of(service),
        "form": form,
        "corrected": corrected,
        "page": Paginator(rows, A_PAGE).get_page(request.GET.get("page")),
        "may_report": can_report(request.user, service.owner, timezone.localdate()),
    }
    return render(request, "desk/counts/service.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def counts(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    answered = Organization.objects.in_force(on).answered_by(request.user, on).order_by("sort_key", "pk")
    form = PasteForm(request.POST or None, answered)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if _is_taken(request, form, lambda: _report(request, said["organization"], said["rows"])):
            return redirect("web:desk-counts")
    offices = Organization.objects.of_member(request.user, on)
    rows = ServiceCount.objects.filter(service__owner__in=offices).select_related("service", "by").order_by("-pk")
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "may_report": answered.exists()}
    return render(request, "desk/counts/list.html", context, status=422 if form.errors else 200)


def _mine(request: HttpRequest) -> QuerySet[Service]:
    offices = Organization.objects.of_member(request.user, timezone.localdate())
    return Service.objects.shown().filter(owner__in=offices).select_related("owner")


def _corrected(request: HttpRequest, service: Service) -> ServiceCount | None:
    """The report that the page was opened to correct."""
    key = as_key(request.GET.get("correct", ""))
    return get_object_or_404(service.counts.filter(corrected_by=None), pk=key) if key else None


def _report(request: HttpRequest, agency: Organization, told: Sequence[Told]) -> list[Kept]:
    return report(agency, told, by=request.user, at=timezone.now())


def _is_taken(request: HttpRequest, form: forms.Form, act: Callable[[], list[Kept]]) -> bool:
    """Whether the rows were written; else the form says why not, with all that was typed."""
    try:
        kept = act()
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return False
    new = sum(one.is_new for one in kept)
    said = {"new": number(new), "left": number(len(kept) - new)}
    messages.success(request, _("%(new)s گزارش ثبت شد؛ %(left)s گزارش همان بود که هست.") % said)
    return True
