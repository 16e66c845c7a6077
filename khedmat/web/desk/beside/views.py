"""One page beside a version: its documents and its prices, each with what is said of it outside the form."""

import logging
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from khedmat.cards.beside.perms import can_see_beside
from khedmat.cards.beside.saying import say_terms, say_ways
from khedmat.cards.models import ServiceVersion
from khedmat.web.desk.beside.showing import page
from khedmat.web.desk.refusing import tell
from khedmat.web.kept import signed_in

log = logging.getLogger(__name__)
SAY = {"ways": say_ways, "terms": say_terms}


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def beside(request: HttpRequest, pk: int) -> HttpResponse:
    version, today = _seen(request, pk), timezone.localdate()
    part = request.POST.get("part", "")
    shown = page(version, {part: request.POST}, user=request.user, on=today)
    sent: list[Any] = getattr(shown, part) if part in SAY else []
    wrong = [form for form in sent if not form.is_valid()]
    if sent and not wrong and _is_kept(request, version, sent):
        return redirect("web:desk-beside", pk)
    context = shown._asdict() | {"version": version, "is_wrong": bool(wrong), "today": today}
    return render(request, "desk/beside/page.html", context, status=422 if wrong else 200)


def _seen(request: HttpRequest, pk: int) -> ServiceVersion:
    version = get_object_or_404(ServiceVersion.objects.for_page(), pk=pk)
    if not can_see_beside(request.user, version, timezone.localdate()):
        log.warning("user %s asked for version %s of another agency", request.user.pk, pk)
        raise Http404
    return version


def _is_kept(request: HttpRequest, version: ServiceVersion, sent: list[Any]) -> bool:
    said = {form.line.letters: form.said for form in sent}
    try:
        SAY[request.POST["part"]](version, said, by=request.user, at=timezone.now())
    except ValidationError as refusal:
        tell(request, refusal)
        return False
    messages.success(request, _("ثبت شد."))
    return True
