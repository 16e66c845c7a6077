"""A manager notes the letter by which an approver confirms for the highest official, and when that ends."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from khedmat.core.persian import fold_line
from khedmat.organizations import delegating
from khedmat.organizations.models import Delegation, Membership
from khedmat.web.days import DayField
from khedmat.web.desk.asking import Question, ask, is_sure
from khedmat.web.desk.joining import found_managed, managed_role, said
from khedmat.web.kept import signed_in

SURE = _("تفویض با نامهٔ شمارهٔ «%(number)s» پایان یابد؟")
SURE_TOLD = _(
    "«%(who)s» از همین امروز به نمایندگی از «%(official)s» چیزی تأیید نمی‌کند و این کار برگشت ندارد؛ "
    "آنچه تأیید کرده است می‌ماند. اگر باز هم لازم شد نامهٔ تازه‌ای ثبت کنید."
)


class DelegationForm(forms.ModelForm):
    """What the letter says."""

    letter_on = DayField(label=_("تاریخ نامه"))
    starts_on = DayField(label=_("از تاریخ"))
    ends_on = DayField(label=_("تا تاریخ"), required=False, help_text=_("خالی یعنی تا هنگامی که پس گرفته شود."))

    class Meta:
        model = Delegation
        fields = ["official", "letter_number", "letter_on", "starts_on", "ends_on", "covers_cards", "covers_titles"]

    def __init__(self, data: Any, membership: Membership) -> None:
        super().__init__(data, label_suffix="", instance=Delegation(membership=membership))

    def clean_official(self) -> str:
        return fold_line(self.cleaned_data["official"])

    def clean_letter_number(self) -> str:
        return fold_line(self.cleaned_data["letter_number"])


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def delegate(request: HttpRequest, pk: int) -> HttpResponse:
    role = managed_role(request, pk)
    form = DelegationForm(request.POST or None, role)
    if request.method == "POST" and form.is_valid() and _noted(form, request):
        return redirect("web:membership", pk=pk)
    return render(request, "desk/delegation.html", {"form": form, "membership": role})


def _noted(form: DelegationForm, request: HttpRequest) -> bool:
    try:
        delegating.delegate(form.instance, by=request.user, at=timezone.now())
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return False
    messages.success(request, _("نامهٔ تفویض ثبت شد."))
    return True


@require_POST
@never_cache
@signed_in
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    managed = Membership.objects.managed_by(request.user, timezone.localdate())
    noted = Delegation.objects.for_list().filter(membership__in=managed, pk=pk).first()
    delegation = found_managed(request, noted, f"delegation {pk}")
    back = reverse("web:membership", args=[delegation.membership_id])
    if delegation.may_be_ended(timezone.localdate()) and not is_sure(request):
        told = SURE_TOLD % {"who": delegation.membership.user, "official": delegation.official}
        return ask(request, Question(SURE % {"number": delegation.letter_number}, told, _("پایان‌دادن به تفویض"), back))
    said(request, lambda: delegating.take_back(delegation, by=request.user, at=timezone.now()), _("تفویض پایان یافت."))
    return redirect(back)
