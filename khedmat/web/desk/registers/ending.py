"""A law or a system ends: what comes after it, which cards that touches, the deed; taking it back; cards that wait."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from khedmat.cards.laws.where import on_ended_laws
from khedmat.cards.models import ServiceVersion
from khedmat.registers.models.entry import Entry
from khedmat.web.desk.refusing import tell
from khedmat.web.desk.registers.kits import Ending, Kit
from khedmat.web.desk.registers.views import keeper_kit
from khedmat.web.kept import signed_in
from khedmat.web.public.paging import paged

BACK = _("پایان آن پس گرفته شد؛ دستگاه‌ها خبردار شدند و شناسنامه‌ها از نو سنجیده می‌شوند.")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def end(request: HttpRequest, register: str, pk: int) -> HttpResponse:
    kit = keeper_kit(request, register)
    entry = get_object_or_404(kit.book.model._default_manager.standing(), pk=pk)
    if not kit.ending:
        raise Http404
    if not entry.holds:
        return _back(request, kit, entry)
    form = kit.ending.form(request.GET if "how" in request.GET else None, entry)
    is_asked = form.is_valid()
    if request.method == "POST" and is_asked and _is_ended(request, kit.ending, entry, after=form.cleaned_data["by"]):
        return redirect("web:register-entry", register, pk)
    shown = kit.ending.preview(entry, form.cleaned_data["by"]) if is_asked else None
    return render(request, "desk/registers/end.html", {"kit": kit, "entry": entry, "form": form, "shown": shown})


def _back(request: HttpRequest, kit: Kit, entry: Any) -> HttpResponse:
    """Whether its end was a mistake. A press on an old preview of what another ended takes nothing back."""
    if "back" in request.POST:
        try:
            kit.ending.back(entry, by=request.user, at=timezone.now())
            messages.success(request, BACK)
        except ValidationError as refusal:
            tell(request, refusal)
        return redirect("web:register-entry", kit.book.register, entry.pk)
    cards = kit.citing(ServiceVersion.objects.published(), entry).count()
    return render(request, "desk/registers/take_back.html", {"kit": kit, "entry": entry, "cards": cards})


def _is_ended(request: HttpRequest, ending: Ending, entry: Entry, *, after: Entry | None) -> bool:
    seen = request.POST.get("seen", "")
    try:
        ending.end(entry, after, seen=seen, by=request.user, at=timezone.now())
    except ValidationError as refusal:
        tell(request, refusal)
        return False
    messages.success(request, ending.done)
    return True


@require_safe
@never_cache
@signed_in
def ended_laws(request: HttpRequest) -> HttpResponse:
    found = on_ended_laws(request.user, timezone.localdate()).prefetch_related("cited_laws__law__replaced_by")
    return render(request, "desk/registers/ended_laws.html", {"page": paged(request, found), "query": ""})
