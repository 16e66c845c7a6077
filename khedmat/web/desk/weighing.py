"""A rule at the desk: how heavy it is, who changed that and why, and the steward's form."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from khedmat.cards.enums import Severity
from khedmat.cards.governing.counting import figures_of
from khedmat.cards.governing.entries import BY_ID
from khedmat.cards.governing.weighing import may_weigh, weigh
from khedmat.cards.governing.weights import weights
from khedmat.cards.models import SeverityChange
from khedmat.web.desk.reasons import LONGEST_REASON
from khedmat.web.kept import signed_in

DONE = _("ثبت شد؛ همهٔ شناسنامه‌ها دوباره سنجیده می‌شوند.")


class WeightForm(forms.Form):
    """Why the rule becomes lighter, or what it was."""

    reason = forms.CharField(
        label=_("دلیل"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("دلیل را بنویسید؛ در سرگذشت قاعده می‌ماند.")},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def rule(request: HttpRequest, rule: str) -> HttpResponse:
    if rule not in BY_ID:
        raise Http404
    own = BY_ID[rule].severity
    is_light = weights().of(rule, own) != own
    form = WeightForm(request.POST if request.method == "POST" else None, label_suffix="")
    if form.is_bound and form.is_valid() and _done(request, form, {"rule": rule, "to": own if is_light else "N"}):
        return redirect("web:desk-rule", rule=rule)
    context = {
        "entry": BY_ID[rule],
        "label": Severity("N" if is_light else own).label,
        "is_light": is_light,
        "form": form,
        "figures": figures_of(rule),
        "changes": SeverityChange.objects.filter(rule=rule).select_related("by", "as_organization"),
        "may_weigh": may_weigh(request.user, timezone.localdate()),
    }
    return render(request, "desk/rule.html", context)


def _done(request: HttpRequest, form: WeightForm, asked: dict[str, Any]) -> bool:
    """Refused, the page says why and keeps what was written."""
    reason = form.cleaned_data["reason"]
    try:
        weigh(asked["rule"], asked["to"], reason=reason, by=request.user, at=timezone.now())
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return False
    messages.success(request, DONE)
    return True
