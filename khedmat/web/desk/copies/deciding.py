"""The steps of a copy, each asked about before it is taken: what it means, what stands in its way, and why not."""

from collections.abc import Callable
from typing import NamedTuple

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from khedmat.cards.copies import moves
from khedmat.cards.copies.needs import may, unmet
from khedmat.cards.enums import CopyStage
from khedmat.cards.models import LocalCopy
from khedmat.web.desk.copies.guard import office_copy
from khedmat.web.desk.reasons import ReasonField
from khedmat.web.desk.refusing import ALREADY, is_taken_already
from khedmat.web.kept import signed_in

DONE = _("انجام شد. مرحلهٔ کنونی: %(stage)s")


class Yes(forms.Form):
    """Yes, or back."""


class Reason(forms.Form):
    """Why; whoever reads it has to act on it."""

    reason = ReasonField()


class Decision(NamedTuple):
    """Where it leads, what stands on its button, what it means, and who does it how."""

    target: str
    button: Promise
    meaning: Promise
    act: Callable[..., LocalCopy]
    form: type[forms.Form] = Yes


DECISIONS = {
    "submit": Decision(
        CopyStage.SUBMITTED,
        _("ارسال برای تأیید"),
        _("نسخه برای تأییدکنندگان دفتر استان فرستاده می‌شود و از این پس متن آن تغییر نمی‌کند."),
        moves.submit,
    ),
    "approve": Decision(
        CopyStage.APPROVED,
        _("تأیید استان"),
        _("دفتر استان پشت این متن می‌ایستد؛ انتشار آن با دستگاه ملی یا مرکز است."),
        moves.approve,
    ),
    "publish": Decision(
        CopyStage.PUBLISHED,
        _("انتشار"),
        _("این نسخه به‌جای نسخهٔ پیشین استان می‌نشیند و از همین دم همه آن را می‌بینند."),
        moves.publish,
    ),
    "return": Decision(
        CopyStage.RETURNED,
        _("بازگرداندن"),
        _("این نسخه همین‌جا پایان می‌یابد؛ نویسندهٔ استان دلیل را می‌خواند و پیش‌نویس تازه‌ای از روی آن می‌سازد."),
        moves.send_back,
        Reason,
    ),
    "discard": Decision(
        CopyStage.DISCARDED,
        _("کنارگذاشتن پیش‌نویس"),
        _("این پیش‌نویس دیگر پر نمی‌شود؛ پاک نمی‌شود و نسخهٔ منتشرشدهٔ استان، اگر هست، می‌ماند."),
        moves.discard,
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def decide(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    copy = office_copy(request, pk)
    decision = _named(name)
    form = decision.form(request.POST if request.method == "POST" else None, label_suffix="")
    if form.is_bound and form.is_valid() and _taken(request, decision, copy, form=form):
        return redirect("web:copy", pk=pk)
    context = {"copy": copy, "decision": decision, "form": form}
    return render(request, "desk/copies/decide.html", context | {"in_the_way": _in_the_way(request, decision, copy)})


def _named(name: str) -> Decision:
    if name not in DECISIONS:
        raise Http404
    return DECISIONS[name]


def _in_the_way(request: HttpRequest, decision: Decision, copy: LocalCopy) -> list[str]:
    """Asked before the button is shown; whoever pressed it was answered by the step itself."""
    is_asked = request.method != "POST"
    return unmet(copy, decision.target, by=request.user, on=timezone.localdate()) if is_asked else []


def _taken(request: HttpRequest, decision: Decision, copy: LocalCopy, *, form: forms.Form) -> bool:
    """Refused, the page says why and keeps what was written."""
    try:
        moved = decision.act(copy, **form.cleaned_data, by=request.user, at=timezone.now())
    except ValidationError as refusal:
        reason = form.cleaned_data.get("reason", "")
        if is_taken_already(copy.changes, decision.target, by=request.user, reason=reason):
            messages.info(request, ALREADY)
            return True
        form.add_error(None, refusal)
        return False
    messages.success(request, DONE % {"stage": moved.get_stage_display()})
    return True


def decisions_for(request: HttpRequest, copy: LocalCopy) -> list[tuple[str, Promise]]:
    """The steps that this person may take now."""
    today = timezone.localdate()
    return [(name, one.button) for name, one in DECISIONS.items() if may(copy, one.target, by=request.user, on=today)]
