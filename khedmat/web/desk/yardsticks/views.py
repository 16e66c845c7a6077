"""The page of the yardsticks: what stands, by which paper, and the forms that state another."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from khedmat.accounts.models import User
from khedmat.cards.governing.weighing import may_weigh
from khedmat.cards.models import ServiceVersion, StatutoryLimit, TreasuryList
from khedmat.web.desk.yardsticks.forms import AccountsForm, LimitFilter, LimitForm
from khedmat.web.kept import signed_in
from khedmat.web.public.forms import rest_of
from khedmat.web.public.paging import paged
from khedmat.web.tables import table_answer

DONE = _("ثبت شد؛ شناسنامه‌های مربوط دوباره سنجیده می‌شوند.")
MOST_LISTS = 20  # of the lists of accounts, newest first: each is a paper of the treasury
HEADINGS = (_("شناسهٔ خدمت"), _("عنوان"), _("دستگاه"), _("مهلت"), _("واحد"), _("روز کاری"), _("سند"), _("تاریخ ثبت"))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def yardsticks(request: HttpRequest) -> HttpResponse:
    _demand(request)
    limit, accounts = _forms(request)
    if request.method == "POST" and (_is_stated(limit, request.user) or _is_stated(accounts, request.user)):
        messages.success(request, DONE)
        return redirect("web:yardsticks")
    narrow = LimitFilter(request.GET)
    lists = list(TreasuryList.objects.select_related("by").order_by("-pk")[:MOST_LISTS])
    context = {"limit": limit, "accounts": accounts, "narrow": narrow, "lists": lists, "query": rest_of(request.GET)}
    page = paged(request, narrow.apply(_limits()), size=50)
    return render(request, "desk/yardsticks/page.html", context | {"page": page})


@require_safe
@never_cache
@signed_in
def table(request: HttpRequest, kind: str) -> HttpResponse:
    """The limits as the page narrows them, all pages of it."""
    _demand(request)
    found = LimitFilter(request.GET).apply(_limits())
    return table_answer("limits", kind, headings=HEADINGS, rows=map(_cells, found))


def _demand(request: HttpRequest) -> None:
    """Of the centre's reviewers and publishers; to others the page is not there."""
    if not may_weigh(request.user, timezone.localdate()):
        raise Http404


def _forms(request: HttpRequest) -> tuple[LimitForm, AccountsForm]:
    """The one that was sent is bound; its button says which."""
    sent = request.POST.get("form") if request.method == "POST" else None
    data = {name: request.POST if sent == name else None for name in ("limit", "accounts")}
    return LimitForm(data["limit"], label_suffix=""), AccountsForm(data["accounts"], label_suffix="")


def _limits() -> QuerySet[Any]:
    """Each with the title that people know the service by."""
    titled = ServiceVersion.objects.current().filter(service=OuterRef("service")).order_by("-number")
    found = StatutoryLimit.objects.in_force().select_related("service__owner", "by")
    return found.annotate(title=Subquery(titled.values("title")[:1]))


def _is_stated(form: LimitForm | AccountsForm, by: User) -> bool:
    if not form.is_valid():
        return False
    try:
        form.state(by=by, at=timezone.now())
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
    return not form.errors


def _cells(limit: Any) -> list[Any]:
    service, day = limit.service, timezone.localdate(limit.at).isoformat()
    of = [service.code, limit.title, service.owner.name]
    return [*of, limit.value, limit.get_unit_display(), _("بله") if limit.is_working else None, limit.source, day]
