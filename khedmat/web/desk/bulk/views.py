"""Choosing a step for several cards, seeing what it will do, taking it, and what became of it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from khedmat.cards.bulk.acts import ACTS
from khedmat.cards.bulk.beginning import Wish, begin, cancel, enqueue
from khedmat.cards.bulk.foreseeing import foreseen, offered
from khedmat.cards.bulk.taking import take_some
from khedmat.cards.enums import BulkAct
from khedmat.cards.models import BulkRun
from khedmat.web.desk.bulk.choosing import Chosen, chosen
from khedmat.web.desk.bulk.forms import Bare, form_of
from khedmat.web.desk.bulk.outcome import outcome
from khedmat.web.desk.refusing import tell
from khedmat.web.kept import signed_in
from khedmat.web.own import own_or_404
from khedmat.web.public.forms import rest_of

AT_ONCE, PATIENCE = 50, 20.0  # versions that one press takes, seconds; more would keep the browser waiting
CANCELLED = _("باقی کار لغو شد؛ آنچه تا این‌جا انجام شده مانده است.")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def bulk(request: HttpRequest) -> HttpResponse:
    these, act = chosen(request), request.GET.get("act", "")
    form = form_of(act, request.POST if request.method == "POST" else None)
    if act in ACTS and form.is_bound and form.is_valid() and (begun := _begun(request, act, form, these=these)):
        return redirect("web:bulk-run", begun.pk)
    today = timezone.localdate()
    offers = [(code, BulkAct(code).label, n) for code, n in offered(these.versions, by=request.user, on=today).items()]
    context = {"chosen": these, "act": act, "form": form, "offers": offers, "rest": rest_of(request.GET, "act")}
    return render(request, "desk/bulk/bulk.html", context | _seen(request, act, these))


def _seen(request: HttpRequest, act: str, these: Chosen) -> dict[str, Any]:
    """What the step will do to each; nothing before one is chosen."""
    if act not in ACTS:
        return {"seen": None}
    seen = foreseen(these.versions, act, by=request.user, on=timezone.localdate())
    fine = [one.version for one in seen if one.is_fine]
    said = {"label": BulkAct(act).label, "meaning": ACTS[act].meaning, "fine": Chosen(fine, len(fine))}
    return said | {"seen": seen, "refused": [one for one in seen if not one.is_fine]}


def _begun(request: HttpRequest, act: str, form: Bare, *, these: Chosen) -> BulkRun | None:
    """A short run is carried out at once, a long one by the queue."""
    now = timezone.now()
    wish = Wish(act, [one.pk for one in these.versions], **form.cleaned_data)
    try:
        run = begin(wish, by=request.user, at=now)
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return None
    if len(run.versions) <= AT_ONCE:
        take_some(run, at=now, seconds=PATIENCE)
    if BulkRun.objects.get(pk=run.pk).is_running:
        enqueue(run.pk)
    return run


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def run(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own; everybody else's is not there."""
    found = own_or_404(request, BulkRun.objects.filter(by=request.user).select_related("by"), pk, name="bulk run")
    if request.method == "POST":
        _press(request, found)
        return redirect("web:bulk-run", pk)
    response = render(request, "desk/bulk/run.html", {"told": outcome(found)})
    if "watch" in request.GET and found.is_running:
        response["Refresh"] = "3"  # as far as somebody asked for it; a page at rest stays as it is
    return response


def _press(request: HttpRequest, found: BulkRun) -> None:
    if request.POST.get("act") != "cancel":
        raise Http404
    try:
        cancel(found)
    except ValidationError as refusal:
        tell(request, refusal)
    else:
        messages.success(request, CANCELLED)
