"""Pages of webhooks. A secret stands in the answer to the form that made it and nowhere else."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from khedmat.organizations.models import Organization
from khedmat.web.desk.joining import found_managed, said
from khedmat.web.desk.webhooks.forms import SubscriptionForm
from khedmat.web.kept import signed_in
from khedmat.webhooks import actions
from khedmat.webhooks.actions import Made
from khedmat.webhooks.models import Subscription

A_PAGE = 20
TAKE_IT = _("راز تازه ساخته شد؛ آن را همین‌جا بردارید.")
MOVES = {
    "ping": (actions.ping, _("پیام آزمایشی در صف است؛ اندکی بعد همین صفحه را دوباره باز کنید.")),
    "pause": (actions.pause, _("نگه داشته شد؛ تا دوباره روشن نشود چیزی فرستاده نمی‌شود.")),
    "end": (actions.end, _("پایان یافت؛ دیگر چیزی به این نشانی فرستاده نمی‌شود.")),
    "resume": (actions.resume, _("روشن شد؛ پیام‌هایی که در راه بودند از نو فرستاده می‌شوند.")),
}


@require_safe
@never_cache
@signed_in
def webhooks(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    mine = Subscription.objects.managed_by(request.user, on).for_list()
    managed = Organization.objects.managed_by(request.user, on)
    return render(request, "desk/webhooks/list.html", {"rows": list(mine), "may_add": managed.exists()})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def new(request: HttpRequest) -> HttpResponse:
    managed = Organization.objects.managed_by(request.user, timezone.localdate()).order_by("sort_key", "pk")
    found_managed(request, managed.exists(), "the webhooks of an agency")
    form = SubscriptionForm(request.POST or None, managed)
    if request.method == "POST" and form.is_valid() and (made := _made(request, form)):
        return _shown(request, made)
    return render(request, "desk/webhooks/new.html", {"form": form})


def _made(request: HttpRequest, form: SubscriptionForm) -> Made | None:
    try:
        return actions.subscribe(form.agency, form.wish, by=request.user, at=timezone.now())
    except ValidationError as refusal:
        form.add_error("address", refusal.messages)
        return None


def _shown(request: HttpRequest, made: Made) -> HttpResponse:
    return render(request, "desk/webhooks/secret.html", {"one": made.subscription, "secret": made.secret})


@require_safe
@never_cache
@signed_in
def webhook(request: HttpRequest, pk: int) -> HttpResponse:
    one = _mine(request, pk)
    rows = one.deliveries.select_related("event").prefetch_related("attempts").order_by("-pk")
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/webhooks/one.html", {"one": one, "page": page, "query": ""})


@require_POST
@never_cache
@signed_in
def secret(request: HttpRequest, pk: int) -> HttpResponse:
    one, made = _mine(request, pk), list[Made]()
    said(request, lambda: made.append(actions.change_secret(one, by=request.user, at=timezone.now())), TAKE_IT)
    return _shown(request, made[0]) if made else redirect("web:webhook", pk=pk)


@require_POST
@never_cache
@signed_in
def move(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    one = _mine(request, pk)
    if name not in MOVES:
        raise Http404
    act, done = MOVES[name]
    said(request, lambda: act(one, by=request.user, at=timezone.now()), done)
    return redirect("web:webhook", pk=pk)


@require_POST
@never_cache
@signed_in
def resend(request: HttpRequest, pk: int, delivery: int) -> HttpResponse:
    found = get_object_or_404(_mine(request, pk).deliveries.select_related("subscription"), pk=delivery)
    done = _("پیام دوباره در صف است؛ اندکی بعد همین صفحه را دوباره باز کنید.")
    said(request, lambda: actions.resend(found, by=request.user, at=timezone.now()), done)
    return redirect("web:webhook", pk=pk)


def _mine(request: HttpRequest, pk: int) -> Subscription:
    mine = Subscription.objects.managed_by(request.user, timezone.localdate()).for_list()
    return found_managed(request, mine.filter(pk=pk).first(), f"webhook {pk}")
