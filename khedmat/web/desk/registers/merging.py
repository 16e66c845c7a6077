"""Two entries become one: which, what that touches, and then the deed."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from khedmat.cards.lines import actions
from khedmat.registers.models.entry import Entry
from khedmat.web.desk.registers.forms import MergeChoice
from khedmat.web.desk.registers.touched import cards_of
from khedmat.web.desk.registers.views import keeper_kit
from khedmat.web.kept import signed_in

ALREADY = _("این مدخل پیش از این ادغام شده است.")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def merge(request: HttpRequest, register: str, pk: int) -> HttpResponse:
    kit = keeper_kit(request, register)
    if not kit.may_merge:
        raise Http404
    standing = kit.book.model._default_manager.standing().for_list()
    gone = get_object_or_404(kit.book.model, pk=pk)
    if gone.merged_into_id:
        messages.info(request, ALREADY)
        return redirect("web:register-entry", register, pk)
    form = MergeChoice(request.GET if "into" in request.GET else None, standing.exclude(pk=pk))
    kept = form.cleaned_data["into"] if form.is_valid() else None
    if request.method == "POST" and kept and _is_merged(request, gone, kept):
        return redirect("web:register-entry", register, kept.pk)
    shown = actions.preview(gone, kept) if kept else None
    context = {"kit": kit, "entry": gone, "form": form, "shown": shown, "cards": cards_of(shown) if shown else None}
    return render(request, "desk/registers/merge.html", context)


def _is_merged(request: HttpRequest, gone: Entry, kept: Entry) -> bool:
    seen = request.POST.get("seen", "")
    try:
        actions.merge(gone, kept, seen=seen, by=request.user, at=timezone.now())
    except ValidationError as refusal:
        for sentence in refusal.messages:
            messages.error(request, sentence)
        return False
    messages.success(request, _("ادغام شد؛ یافته‌های شناسنامه‌های مربوط از نو سنجیده می‌شوند."))
    return True
