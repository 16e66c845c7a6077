"""A draft and a file that speaks of the same service, side by side: box by box one of the two is taken."""

from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from khedmat.cards import perms
from khedmat.cards.drafting import Asked, edit_draft
from khedmat.cards.form import Document
from khedmat.cards.models import ServiceVersion
from khedmat.core.persian import persian_digits
from khedmat.importing.models import Upload
from khedmat.importing.readers.unreadable import Unreadable
from khedmat.importing.uploads import document_of
from khedmat.web.counting import counted
from khedmat.web.desk.guard import office_version
from khedmat.web.importing.guard import office_upload
from khedmat.web.importing.lit import editor_of
from khedmat.web.importing.sides import Side, box_title, sides_of
from khedmat.web.kept import signed_in

FILE, DRAFT = "file", "draft"
TAKEN = _("%(n)s خانه از فایل برداشته شد.")
NOTHING = _("هیچ خانه‌ای از فایل برنداشتید؛ پیش‌نویس همان است که بود.")
NOT_AUTHOR = _("تنها نویسندگان دستگاه پیش‌نویس را دگرگون می‌کنند؛ شما می‌توانید دو نوشته را ببینید.")
CLASH = _("همکارتان «%(box)s» را همین‌اکنون دگرگون کرد؛ نوشتهٔ او مانده است. دوباره برگزینید.")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def compare(request: HttpRequest, pk: int, *, upload: int, part: int) -> HttpResponse:
    version, other = office_version(request, pk), office_upload(request, upload)
    document = _document(version, other, part)
    sides = sides_of(version.document, document)
    if request.method == "POST":
        return redirect(_carried_out(request, version, sides))
    known = {"upload": other, "version": version, "sides": sides, "document": document, "may": _may(request, version)}
    return render(request, "importing/compare.html", known)


def _document(version: ServiceVersion, upload: Upload, part: int) -> Document:
    """Only what was brought for the agency of the card, and holds one."""
    if upload.organization_id != version.service.owner_id:
        raise Http404
    with suppress(Unreadable):
        document = document_of(upload, part)
        if document and document.card:
            return document
    raise Http404


def taken(sides: list[Side], post: QueryDict) -> dict[str, Any]:
    """Box → its value in the file, of those that are to come from there: one side as a whole, or box by box."""
    whole = post.get("all")
    return {side.path: side.plain for side in sides if (whole or post.get(f"take.{side.path}")) == FILE}


def _may(request: HttpRequest, version: ServiceVersion) -> bool:
    return perms.can_edit(request.user, version, timezone.localdate())


def _carried_out(request: HttpRequest, version: ServiceVersion, sides: list[Side]) -> str:
    """Where to go then: to the editor, or back here where something has to be looked at again."""
    if not _may(request, version):
        messages.error(request, NOT_AUTHOR)
        return request.path
    said = taken(sides, request.POST)
    try:
        saved = edit_draft(version, Asked(said), seen=_seen(request.POST, version), by=request.user, at=timezone.now())
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return request.path
    for clash in saved.clashes:
        messages.error(request, CLASH % {"box": box_title(clash.path)})
    written = len(said) - len(saved.clashes)
    messages.success(request, TAKEN % {"n": persian_digits(written)} if written else NOTHING)
    return request.path if saved.clashes else editor_of(version, "identity")


def _seen(post: QueryDict, version: ServiceVersion) -> int:
    """What the page showed; a number that nobody sent is the first one, so that nothing of others is lost."""
    return min(counted(post.get("seen", "")) or 0, version.revision)
