"""What people searched for, beside the service it may be a name of: for the authors of its office."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from khedmat.cards.models import Service
from khedmat.cards.popular.actions import propose
from khedmat.cards.popular.suggested import pass_over, suggested_to
from khedmat.core.persian import latin_digits
from khedmat.web.counting import as_key
from khedmat.web.desk.refusing import tell
from khedmat.web.kept import signed_in
from khedmat.web.public.forms import rest_of
from khedmat.web.public.paging import paged

NO_BUTTON = _("یکی از دو دکمهٔ هر سطر را بزنید: نام خدمت است، یا کنار بگذار.")


@require_safe
@never_cache
@signed_in
def searched(request: HttpRequest) -> HttpResponse:
    return _listed(request)


def _listed(request: HttpRequest, *, status: int = 200) -> HttpResponse:
    rows = [row | _typed(request, row) for row in suggested_to(request.user, timezone.localdate())]
    context = {"page": paged(request, rows, size=50), "query": rest_of(request.GET)}
    return render(request, "desk/popular/searched.html", context, status=status)


def _typed(request: HttpRequest, row: dict[str, Any]) -> dict[str, str]:
    """What was typed in the row and refused; else its words, to begin with."""
    is_sent = (request.POST.get("words"), request.POST.get("service")) == (row["words"], str(row["service"]))
    sent = request.POST if is_sent else {}
    return {"term": sent.get("term", row["words"]), "reason": sent.get("reason", "")}


@require_POST
@never_cache
@signed_in
def settle(request: HttpRequest) -> HttpResponse:
    """What is in nobody's list, or in another office's, is not there."""
    words, service = request.POST.get("words", "")[:100], latin_digits(request.POST.get("service", ""))
    of_it = {"words": words, "service": as_key(service) or 0}
    row = suggested_to(request.user, timezone.localdate()).filter(**of_it).first()
    if row is None:
        raise Http404
    try:
        _settle(request, row["words"], Service.objects.get(pk=row["service"]))
    except ValidationError as refusal:
        tell(request, refusal)
        return _listed(request, status=422)
    messages.success(request, _("ثبت شد."))
    return redirect("web:searched-names")


def _settle(request: HttpRequest, words: str, service: Service) -> None:
    said, by, at = request.POST, request.user, timezone.now()
    if said.get("to") == "accept":
        propose(service, said.get("term", "") or words, by=by, at=at)
    elif said.get("to") == "dismiss":
        pass_over(words, service, by=by, at=at, reason=said.get("reason", ""))
    else:
        raise ValidationError(NO_BUTTON)
