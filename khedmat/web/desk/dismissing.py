"""Passing over a finding and taking that back: what it means, the reason, and the one button."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from khedmat.cards.governing.dismissing import dismiss, refusals_of_dismissing, refusals_of_taking_back, take_back
from khedmat.cards.models import Dismissal
from khedmat.web.desk.deciding import Reason
from khedmat.web.desk.guard import office_version
from khedmat.web.kept import kept, signed_in

GONE = _("این یافته دیگر برجا نیست: متن یا قاعده‌ها عوض شده است. یافته‌های کنونی در همین صفحه است.")
DISMISSED = _("از این یافته تا یک سال چشم پوشیده شد؛ دلیل شما کنار خانه می‌ماند.")
TAKEN_BACK = _("چشم‌پوشی پس گرفته شد و یافته دوباره باز است.")
PASSING = {
    "title": _("چشم‌پوشی از یافته"),
    "meaning": _(
        "یافته تا یک سال شمرده نمی‌شود، در نسخه‌های بعد هم تا متن خانه همین است. دلیل شما کنار خانه و در سرگذشت می‌ماند."
    ),
}
TAKING = {"title": _("پس‌گرفتن چشم‌پوشی"), "meaning": _("یافته دوباره باز می‌شود. هر دو ردیف در سرگذشت می‌ماند.")}


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def pass_over(request: HttpRequest, pk: int, finding: int) -> HttpResponse:
    version = office_version(request, pk)
    found = version.findings.for_page().filter(pk=finding).first()
    if found is None:
        return _gone(request, pk)
    form = Reason(request.POST if request.method == "POST" else None, version)
    if _done(request, form, lambda said: dismiss(found, **said)):
        messages.success(request, DISMISSED)
        return redirect("web:desk-version", pk=pk)
    in_the_way = refusals_of_dismissing(found, by=request.user, on=timezone.localdate())
    return _page(request, form, PASSING | {"found": found, "in_the_way": in_the_way})


def _gone(request: HttpRequest, pk: int) -> HttpResponse:
    if request.method == "POST":
        return kept(request, sentences=[GONE], status=409)
    messages.error(request, GONE)
    return redirect("web:desk-version", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def end(request: HttpRequest, pk: int, dismissal: int) -> HttpResponse:
    version = office_version(request, pk)
    known = Dismissal.objects.select_related("by", "version__service", "end__by")
    found = get_object_or_404(known, pk=dismissal, version__service=version.service_id)
    form = Reason(request.POST if request.method == "POST" else None, version)
    if _done(request, form, lambda said: take_back(found, **said)):
        messages.success(request, TAKEN_BACK)
        return redirect("web:desk-version", pk=pk)
    in_the_way = refusals_of_taking_back(found, by=request.user, on=timezone.localdate())
    return _page(request, form, TAKING | {"found": found, "in_the_way": in_the_way})


def _done(request: HttpRequest, form: Reason, act: Callable[[dict[str, Any]], Any]) -> bool:
    """Refused, the page says why and keeps what was written."""
    if not (form.is_bound and form.is_valid()):
        return False
    try:
        act(form.cleaned_data | {"by": request.user, "at": timezone.now()})
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return False
    return True


def _page(request: HttpRequest, form: Reason, words: dict[str, Any]) -> HttpResponse:
    is_shown = not form.is_bound
    context = words | {"form": form, "version": form.version, "in_the_way": words["in_the_way"] if is_shown else []}
    return render(request, "desk/dismiss.html", context)
