"""The popular names of one service, for its office and for the stewards of the centre."""

import logging

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from khedmat.cards.enums import NameStage
from khedmat.cards.models import Service
from khedmat.cards.popular import actions, perms
from khedmat.web.desk.popular.forms import Proposal
from khedmat.web.desk.popular.rows import rows_of, title_of
from khedmat.web.desk.refusing import tell
from khedmat.web.kept import kept, signed_in

log = logging.getLogger(__name__)
DECISIONS = {"accept": NameStage.IN_FORCE, "refuse": NameStage.REFUSED, "remove": NameStage.REMOVED}
NO_BUTTON = _("یکی از دکمه‌های نام را بزنید: پذیرفتن، رد کردن یا برداشتن.")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def names(request: HttpRequest, pk: int) -> HttpResponse:
    service, today = _service(request, pk), timezone.localdate()
    form = Proposal(request.POST or None)
    if request.method == "POST" and form.is_valid() and is_proposed(request, form, service):
        return redirect("web:service-names", pk)
    context = {
        "service": service,
        "title": title_of(service),
        "form": form,
        "rows": rows_of(service.popular_names.all(), request.user, today),
        "may_propose": perms.can_propose(request.user, service, today),
    }
    return render(request, "desk/popular/service.html", context)


@require_POST
@never_cache
@signed_in
def decide(request: HttpRequest, pk: int, name: int) -> HttpResponse:
    found = get_object_or_404(_service(request, pk).popular_names, pk=name)
    to, reason = DECISIONS.get(request.POST.get("to", "")), request.POST.get("reason", "")
    try:
        if to is None:
            raise ValidationError(NO_BUTTON)
        actions.decide(found, to, by=request.user, at=timezone.now(), reason=reason)
        messages.success(request, _("ثبت شد."))
    except ValidationError as refusal:
        if reason.strip():  # a colleague decided it first, mostly
            return kept(request, sentences=refusal.messages, status=409)
        tell(request, refusal)
    return redirect("web:service-names", pk)


def is_proposed(request: HttpRequest, form: Proposal, service: Service) -> bool:
    """Whether the name was written; else the reason stands in the form."""
    try:
        actions.propose(service, form.cleaned_data["term"], by=request.user, at=timezone.now())
    except ValidationError as refusal:
        form.add_error("term", refusal.messages)
        return False
    messages.success(request, _("ثبت شد."))
    return True


def _service(request: HttpRequest, pk: int) -> Service:
    """Of an office that is not mine it is not there."""
    service = get_object_or_404(Service.objects.select_related("owner"), pk=pk)
    if not perms.can_see_proposals(request.user, service, timezone.localdate()):
        log.warning("user %s asked for the names of service %s of another agency", request.user.pk, pk)
        raise Http404
    if not title_of(service):
        raise Http404
    return service
