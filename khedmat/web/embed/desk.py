"""The desk of an agency's own pages: where they stand, what was found, a look at once."""

import logging

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import OuterRef, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from khedmat.cards.enums import Stage
from khedmat.cards.models import PortalCheck
from khedmat.cards.portal.pages import addresses_of, keep_pages
from khedmat.cards.portal.perms import kept_by
from khedmat.core.persian import fold
from khedmat.embedding.tasks import ask_now
from khedmat.organizations.models import Organization
from khedmat.web.desk.refusing import tell
from khedmat.web.embed.portal import told
from khedmat.web.kept import signed_in

log = logging.getLogger(__name__)
A_PAGE = 30
KEPT = _("نشانی‌ها ثبت شد؛ امشب یا با دکمهٔ «اکنون وارسی کن» خوانده می‌شود.")
QUEUED = _("وارسی در صف است؛ اندکی بعد همین صفحه را دوباره باز کنید.")


class PagesForm(forms.Form):
    """An address a line."""

    addresses = forms.CharField(
        label=_("نشانی صفحهٔ خدمت‌ها"),
        required=False,
        max_length=12_000,
        help_text=_("صفحه‌ای از وبگاه خود دستگاه که فهرست خدمت‌ها در آن است؛ هر نشانی در یک سطر، تا پنج نشانی."),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "ltr", "class": "code"}),
    )

    def lines(self) -> list[str]:
        return fold(self.cleaned_data["addresses"]).splitlines()


@require_safe
@never_cache
@signed_in
def portals(request: HttpRequest) -> HttpResponse:
    """Mine; of the centre's all, those that have published something."""
    mine = kept_by(request.user, timezone.localdate()).filter(services__versions__stage=Stage.PUBLISHED).distinct()
    newest = PortalCheck.objects.filter(agency=OuterRef("pk")).order_by("-pk")
    seen = {name: Subquery(newest.values(name)[:1]) for name in ("at", "is_read", "total", "present", "current")}
    rows = mine.annotate(**{f"seen_{name}": value for name, value in seen.items()}).order_by("sort_key", "pk")
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "embed/desk_portals.html", {"page": page, "query": ""})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def portal(request: HttpRequest, slug: str) -> HttpResponse:
    agency = _mine(request, slug)
    form = PagesForm(request.POST or None, initial=_written(agency), label_suffix="")
    if request.method == "POST" and _is_kept(request, form, agency):
        return redirect("web:desk-portal", slug=slug)
    return render(request, "embed/desk_portal.html", told(request, agency) | {"form": form})


@require_POST
@never_cache
@signed_in
def check(request: HttpRequest, slug: str) -> HttpResponse:
    agency = _mine(request, slug)
    try:
        ask_now(agency, by=request.user, at=timezone.now())
        messages.success(request, QUEUED)
    except ValidationError as refusal:
        tell(request, refusal)
    return redirect("web:desk-portal", slug=slug)


def _mine(request: HttpRequest, slug: str) -> Organization:
    found = kept_by(request.user, timezone.localdate()).filter(code=slug).first()
    if found is None:
        log.warning("user %s asked for the pages of agency %s", request.user.pk, slug)
        raise Http404
    return found


def _written(agency: Organization) -> dict[str, str]:
    return {"addresses": "\n".join(addresses_of(agency))}


def _is_kept(request: HttpRequest, form: PagesForm, agency: Organization) -> bool:
    if not form.is_valid():
        return False
    try:
        keep_pages(agency, form.lines(), by=request.user, at=timezone.now())
    except ValidationError as refusal:
        form.add_error("addresses", refusal.messages)
        return False
    messages.success(request, KEPT)
    return True
