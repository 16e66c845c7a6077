"""The page on which a card is examined box by box: find, guard, take what is said, write it, go on to the next box."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from khedmat.cards import perms
from khedmat.cards.attaching.place import Place
from khedmat.cards.enums import OF_THE_OFFICE, Say
from khedmat.cards.governing.perms import can_dismiss
from khedmat.cards.models import ServiceVersion
from khedmat.cards.reviewing import Words, remark
from khedmat.web.desk.attachments.showing import attached, beside
from khedmat.web.desk.guard import office_version
from khedmat.web.desk.review.forms import RemarkForm
from khedmat.web.desk.review.showing import first_unseen, reviewed
from khedmat.web.kept import signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def review(request: HttpRequest, pk: int) -> HttpResponse:
    version = office_version(request, pk)
    if version.stage in OF_THE_OFFICE:
        messages.info(request, _("این نسخه فرستاده نشده است؛ بررسی خانه‌ها پس از فرستادن آغاز می‌شود."))
        return redirect("web:desk-version", pk=pk)
    form = RemarkForm(request.POST or None, version.document)
    if request.method == "POST" and form.is_valid() and _said(request, version, form):
        return redirect(_next_address(version, form.words))
    return render(request, "desk/review/review.html", _context(request, version, form))


def _said(request: HttpRequest, version: ServiceVersion, form: RemarkForm) -> bool:
    try:
        remark(version, form.words, by=request.user, at=timezone.now())
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return False
    return True


def _next_address(version: ServiceVersion, words: Words) -> str:
    """After a box was found fine, the first that nobody looked at; else the same box."""
    unseen = first_unseen(reviewed(version)) if words.kind == Say.ACCEPT else None
    path = unseen.path if unseen else words.path
    return f"{reverse('web:desk-review', args=[version.pk])}#box-{path}"


def _context(request: HttpRequest, version: ServiceVersion, form: RemarkForm) -> dict[str, Any]:
    today, parts = timezone.localdate(), reviewed(version)
    files = beside(version, [thread for part in parts for thread in part.threads])
    may_examine = perms.can_examine(request.user, version, today)
    may_answer = perms.can_answer(request.user, version, today)
    return {
        "version": version,
        "parts": parts,
        "seen": sum(part.seen for part in parts),
        "of": sum(len(part.boxes) for part in parts),
        "waiting": sum(part.waiting for part in parts),
        "next_box": first_unseen(parts),
        "may_examine": may_examine,
        "may_dismiss": can_dismiss(request.user, version, today),
        "may_answer": not may_examine and may_answer,
        "attached": attached(Place(version), request.user, today, known=files),
        "mine": request.user.pk if may_examine or may_answer else None,
        "form": form,
        "typed": form.data if form.errors else {},
    }
