"""The import desk: files come in, their plan is looked at, and drafts come of them."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from khedmat.core.persian import persian_digits
from khedmat.core.sequences import count
from khedmat.importing.models import Upload
from khedmat.importing.plan import Plan
from khedmat.importing.readers.unreadable import Unreadable
from khedmat.importing.uploads import carry_out, plan_upload
from khedmat.web.desk.new import offices_of_author
from khedmat.web.importing import queue
from khedmat.web.importing.bringing import Brought, bring
from khedmat.web.importing.forms import Bring
from khedmat.web.importing.guard import batches_of, office_upload, uploads_of
from khedmat.web.importing.lit import editor_of
from khedmat.web.importing.rows import has_nothing_to_ask, only_version, refusals, shown, writes
from khedmat.web.kept import signed_in

A_PAGE = 30
LATEST = 5  # batches on the first page; all of them have one of their own
TAKEN = _("%(n)s پرونده رسید؛ هر یک را باز کنید و ببینید چه می‌شود.")
QUEUED = _("«%(name)s» با %(n)s پرونده رسید و خوانده می‌شود.")
DONE = _("%(n)s پیش‌نویس نوشته شد.")
BEGUN = _("نوشتن آغاز شد؛ می‌توانید از این صفحه بروید، کار ادامه دارد.")
NOTHING = _("چیزی برای نوشتن نمانده است.")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def desk(request: HttpRequest) -> HttpResponse:
    offices = list(offices_of_author(request.user, timezone.localdate()))
    form = Bring(*_brought(request), offices)
    if form.is_bound and form.is_valid():
        brought = _taken(form, request)
        if any(brought) and not form.errors:
            return redirect(_next_page(brought, request))
    shown = {"form": form, "offices": offices, "page": _page(request), "batches": _batches(request)}
    return render(request, "importing/desk.html", shown)


def _brought(request: HttpRequest) -> tuple[Any, Any]:
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _taken(form: Bring, request: HttpRequest) -> Brought:
    """The files that can be read are kept, whatever is wrong with the others."""
    brought = bring(form, by=request.user, at=timezone.now())
    if len(brought.uploads) > 1 or brought.uploads and form.errors:
        messages.success(request, TAKEN % {"n": persian_digits(len(brought.uploads))})
    for batch in brought.batches:
        messages.success(request, QUEUED % {"name": batch.name, "n": persian_digits(batch.total)})
    return brought


def _next_page(brought: Brought, request: HttpRequest) -> str:
    """Of several things their list; of an archive its page; of one file its plan; of one new card the editor."""
    if len(brought.uploads) + len(brought.batches) > 1:
        return reverse("web:import")
    if brought.batches:
        return reverse("web:batch", args=[brought.batches[0].pk])
    upload = brought.uploads[0]
    planned = plan_upload(upload, author=request.user, on=timezone.localdate())
    if has_nothing_to_ask(planned):
        return _carried_out(planned, upload, request)
    return reverse("web:import-plan", args=[upload.pk])


def _batches(request: HttpRequest) -> Any:
    return batches_of(request.user, timezone.localdate()).order_by("-at", "-pk")[:LATEST]


def _page(request: HttpRequest) -> Any:
    """Files of a batch stand on the page of the batch."""
    uploads = uploads_of(request.user, timezone.localdate()).filter(batch=None).with_outcome().order_by("-at", "-pk")
    return Paginator(uploads, A_PAGE).get_page(request.GET.get("page"))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    upload = office_upload(request, pk)
    if progress := queue.progress_of(upload):
        return _waiting(request, {"upload": upload, "progress": progress})
    try:
        planned = plan_upload(upload, author=request.user, on=timezone.localdate())
    except Unreadable as refusal:
        return render(request, "importing/plan.html", {"upload": upload, "problem": refusal.message})
    if request.method == "POST":
        return redirect(_carried_out(planned, upload, request))
    known = {"upload": upload, "rows": shown(planned), "writes": writes(planned), "problem": ""}
    return render(request, "importing/plan.html", known)


def _waiting(request: HttpRequest, known: dict[str, Any]) -> HttpResponse:
    """Asks again by itself, without a script: a header may, an element of the page would disturb screen readers."""
    response = render(request, "importing/waiting.html", known)
    response["Refresh"] = "3"
    return response


def _carried_out(planned: Plan, upload: Upload, request: HttpRequest) -> str:
    """Where to go then: to the editor of the one draft, else back to the plan, which says what became of it."""
    page = reverse("web:import-plan", args=[upload.pk])
    if writes(planned) > queue.AT_ONCE:
        queue.begin(upload, by=request.user, at=timezone.now(), total=writes(planned))
        messages.success(request, BEGUN)
        return page
    results = carry_out(planned, upload, by=request.user, at=timezone.now())
    for sentence in refusals(results, planned):
        messages.error(request, sentence)
    written = count(lambda result: result.is_written, results)
    messages.success(request, DONE % {"n": persian_digits(written)} if written else NOTHING)
    version = only_version(results)
    return editor_of(version, "identity") if version else page
