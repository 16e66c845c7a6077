"""A batch: how far it is and every document in it; holding, resuming and cancelling it; writing what was chosen."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRefresh

from khedmat.core.persian import persian_digits
from khedmat.importing.batches.moves import CANCEL, MOVES, PAUSE, RESUME, move
from khedmat.importing.batches.writing import choose
from khedmat.importing.models import Batch
from khedmat.web.importing.batches.beside import next_unseen
from khedmat.web.importing.batches.filters import RowFilter, chips
from khedmat.web.importing.batches.preview import Preview, offers, preview
from khedmat.web.importing.batches.rows import shown
from khedmat.web.importing.batches.standing import Standing, may_write, standing
from khedmat.web.importing.guard import batches_of, office_batch
from khedmat.web.kept import signed_in
from khedmat.web.public.forms import rest_of

A_PAGE = 50
NOT_AUTHOR = _("این کار با نویسندگان دستگاه است؛ شما دسته را می‌بینید.")
PRESSED = {
    PAUSE: _("کار نگه داشته شد؛ هرگاه خواستید ادامه دهید."),
    RESUME: _("کار ادامه یافت."),
    CANCEL: _("کار لغو شد؛ آنچه تا این‌جا انجام شده مانده است."),
}
BEGUN = _("نوشتن %(n)s پیش‌نویس آغاز شد؛ می‌توانید از این صفحه بروید.")
NOTHING = _("چیزی برای نوشتن نمانده است.")
HEAVY = ("document", "findings")


@require_safe
@never_cache
@signed_in
def batches(request: HttpRequest) -> HttpResponse:
    mine = batches_of(request.user, timezone.localdate()).order_by("-at", "-pk")
    page = Paginator(mine, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "importing/batches.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def batch(request: HttpRequest, pk: int) -> HttpResponse:
    found = office_batch(request, pk)
    if request.method == "POST":
        _press(request, found)
        return redirect("web:batch", pk)
    if request.htmx and request.htmx.target == "progress":
        return _progress(request, found)
    template = "importing/batch.html#rows" if request.htmx else "importing/batch.html"
    response = render(request, template, _listed(request, found, standing(request, found)))
    if "watch" in request.GET and found.is_at_work:
        response["Refresh"] = "5"  # for browsers without scripts, as far as somebody asked for it
    return response


def _progress(request: HttpRequest, found: Batch) -> HttpResponse:
    """What a script asks every other second; when the work rests, the whole page is another one."""
    if not found.is_at_work:
        return HttpResponseClientRefresh()
    return render(request, "importing/batch.html#progress", {"standing": standing(request, found)})


def _listed(request: HttpRequest, found: Batch, stands: Standing) -> dict[str, Any]:
    form = RowFilter(request.GET)
    light = form.shown(found.rows.all()).defer(*HEAVY).select_related("upload")
    page = Paginator(light.order_by(*form.order), A_PAGE).get_page(request.GET.get("page"))
    rows = shown(page.object_list)
    return {
        "standing": stands,
        "form": form,
        "chips": chips(form.searched(found.rows.all())),
        "page": page,
        "rows": rows,
        "has_pick": stands.may and not found.is_under_way and any(one.may_be_chosen for one in rows),
        "query": rest_of(request.GET),
        "rest": rest_of(request.GET, "show"),
        "offers": offers(found),
        "unseen": next_unseen(found),
    }


def _press(request: HttpRequest, found: Batch) -> None:
    act = request.POST.get("act", "")
    if act not in MOVES:
        raise Http404
    if not may_write(request, found):
        messages.error(request, NOT_AUTHOR)
        return
    try:
        move(found, act)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, PRESSED[act])


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def write(request: HttpRequest, pk: int) -> HttpResponse:
    found = office_batch(request, pk)
    seen = preview(found, request.GET)
    if request.method == "POST":
        _write(request, found, seen)
        return redirect("web:batch", pk)
    return render(request, "importing/batch_write.html", {"standing": standing(request, found), "seen": seen})


def _write(request: HttpRequest, found: Batch, seen: Preview) -> None:
    if not may_write(request, found):
        messages.error(request, NOT_AUTHOR)
        return
    try:
        begun = choose(found, seen.rows, by=request.user, at=timezone.now())
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, BEGUN % {"n": persian_digits(begun)} if begun else NOTHING)
