"""A law or a system ends: what comes after it, which cards that touches, the deed; and the cards that wait for it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from khedmat.cards.laws.where import on_ended_laws
from khedmat.registers.models.entry import Entry
from khedmat.web.desk.refusing import tell
from khedmat.web.desk.registers.kits import Ending
from khedmat.web.desk.registers.views import keeper_kit
from khedmat.web.public.paging import paged


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def end(request: HttpRequest, register: str, pk: int) -> HttpResponse:
    kit = keeper_kit(request, register)
    entry = get_object_or_404(kit.book.model._default_manager.standing(), pk=pk)
    if not kit.ending or not entry.holds:
        raise Http404
    form = kit.ending.form(request.GET if "how" in request.GET else None, entry)
    is_asked = form.is_valid()
    if request.method == "POST" and is_asked and _is_ended(request, kit.ending, entry, after=form.cleaned_data["by"]):
        return redirect("web:register-entry", register, pk)
    shown = kit.ending.preview(entry, form.cleaned_data["by"]) if is_asked else None
    return render(request, "desk/registers/end.html", {"kit": kit, "entry": entry, "form": form, "shown": shown})


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
@login_required
def ended_laws(request: HttpRequest) -> HttpResponse:
    found = on_ended_laws(request.user, timezone.localdate()).prefetch_related("cited_laws__law__replaced_by")
    return render(request, "desk/registers/ended_laws.html", {"page": paged(request, found), "query": ""})
