"""The pages of the editor: find, guard, take, write, answer."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from khedmat.cards import perms
from khedmat.cards.models import ServiceVersion
from khedmat.web.desk.editor import fixing
from khedmat.web.desk.editor.conflict import conflicts
from khedmat.web.desk.editor.context import Standing, context, standing_of
from khedmat.web.desk.editor.saving import Outcome, save
from khedmat.web.desk.editor.sections import BY_SLUG, SECTIONS, Section, owner_of
from khedmat.web.desk.guard import office_version
from khedmat.web.kept import AUTOSAVE, kept, signed_in

IN_A_BOX = ("add", "fix", "decide", "accept", "drop", "up", "down", "draw", "take")  # buttons whose value names a box
NO_LONGER_YOURS = _(
    "این نسخه دیگر پیش‌نویسی نیست که شما ویرایش کنید (فرستاده یا کنار گذاشته شده، یا نقش شما پایان یافته است)؛ "
    "چیزی ذخیره نشد و آنچه نوشته‌اید در همین صفحه است."
)


# Packed, though it bears a token: the token is masked anew in every answer, and Django pads what it packs.
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def edit(request: HttpRequest, pk: int, section: str) -> HttpResponse:
    version = office_version(request, pk)
    page = _page_or_404(section)
    if request.method == "POST":
        return _save(request, version, page)
    if not perms.can_edit(request.user, version, timezone.localdate()):
        messages.info(request, _("این نسخه را شما ویرایش نمی‌کنید؛ این‌جا آن را می‌خوانید."))
        return redirect("web:desk-version", pk=pk)
    return render(request, "desk/editor/section.html", context(request, page, standing_of(version)))


def _page_or_404(slug: str) -> Section:
    if slug not in BY_SLUG:
        raise Http404
    return BY_SLUG[slug]


def _save(request: HttpRequest, version: ServiceVersion, page: Section) -> HttpResponse:
    try:
        _require_may(request, version)
        outcome = save(version, page, request.POST, by=request.user, at=timezone.now())
    except ValidationError as refusal:
        return _refused(request, refusal)
    answer = _fragment if request.headers.get(AUTOSAVE) else _whole
    return answer(request, page, outcome)


def _require_may(request: HttpRequest, version: ServiceVersion) -> None:
    if not perms.can_edit(request.user, version, timezone.localdate()):
        raise ValidationError(NO_LONGER_YOURS, code="stage")


def _refused(request: HttpRequest, refusal: ValidationError) -> HttpResponse:
    """Nothing was written: the page comes back with everything that was typed, and the reason."""
    if request.headers.get(AUTOSAVE):
        return render(request, "desk/editor/refused.html", {"sentences": refusal.messages}, status=409)
    return kept(request, sentences=refusal.messages, status=409)


def _whole(request: HttpRequest, page: Section, outcome: Outcome) -> HttpResponse:
    """On to the next page, unless there is something to say about this one."""
    if outcome.clashes:
        return render(request, "desk/editor/conflict.html", conflicts(outcome, page), status=409)
    if outcome.taken.errors:
        known = context(request, page, standing(outcome), taken=outcome.taken)
        return render(request, "desk/editor/section.html", known, status=422)
    messages.success(request, _("ذخیره شد."))
    return redirect(_next_address(request, outcome.version, page))


def standing(outcome: Outcome) -> Standing:
    saved = outcome.saved
    return Standing(saved.version, saved.document, saved.findings)


def _next_address(request: HttpRequest, version: ServiceVersion, page: Section) -> str:
    """Where the pressed button leads: the next page, the overview, or the same box with rows to go on with."""
    target, more = request.POST.get("go", ""), request.POST.get("add", "")
    if target == "overview":
        return reverse("web:desk-version", args=[version.pk])
    slugs = [section.slug for section in SECTIONS]
    following = slugs[(slugs.index(page.slug) + 1) % len(slugs)]
    slug = following if target == "next" else target if target in BY_SLUG else page.slug
    query = request.GET.copy()
    query.pop("more", None)
    if more in page.leaves:
        query["more"] = more
    address = reverse("web:desk-edit", args=[version.pk, slug])
    return f"{address}{'?' if query else ''}{query.urlencode()}{_anchor(request.POST, page)}"


def _anchor(post: QueryDict, page: Section) -> str:
    """The box whose button was pressed: its page comes back to it."""
    value = next((post[name] for name in IN_A_BOX if name in post), "")
    owner = owner_of(fixing.field_of(value) or value.partition(":")[0])
    return f"#box-{owner[1].path}" if owner and owner[0] == page else ""


def _fragment(request: HttpRequest, page: Section, outcome: Outcome) -> HttpResponse:
    """What a page that saves itself replaces: each piece by its id."""
    known: dict[str, Any] = context(request, page, standing(outcome), taken=outcome.taken)
    status = 409 if outcome.clashes else 200
    return render(request, "desk/editor/fragment.html", known | {"clashes": outcome.clashes}, status=status)
