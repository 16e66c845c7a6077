"""Opening an invitation: a person without an account gets one, a person with one takes the role."""

import logging
from datetime import datetime
from http import HTTPStatus
from typing import Any

from allauth.core.internal.ratelimit import consume_or_429
from django import forms
from django.contrib import messages
from django.contrib.auth.password_validation import password_validators_help_texts
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from khedmat.accounts.models import User
from khedmat.organizations import joining
from khedmat.organizations.enums import InvitationState
from khedmat.organizations.models import Invitation
from khedmat.web.account.forms import OwnNameForm

log = logging.getLogger(__name__)


def _secret(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label, strip=False, widget=forms.PasswordInput({"dir": "ltr", "autocomplete": "new-password"})
    )


class NewAccountForm(OwnNameForm):
    """An account for whoever was invited; passwords are typed twice."""

    password = _secret(_("گذرواژه"))
    again = _secret(_("تکرار گذرواژه"))

    class Meta(OwnNameForm.Meta):
        model = User
        fields = ["username", "full_name"]
        widgets = {"username": forms.TextInput({"dir": "ltr", "autocomplete": "username"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["username"].help_text = _("حرف و رقم لاتین؛ با آن وارد می‌شوید.")
        self.fields["password"].help_text = " ".join(map(str, password_validators_help_texts()))

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("password") and said.get("again") and said["password"] != said["again"]:
            self.add_error("again", _("دو گذرواژه یکی نیستند."))
        return said

    def account(self) -> joining.NewAccount:
        return joining.NewAccount(*(self.cleaned_data[name] for name in ("username", "full_name", "password")))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def invitation(request: HttpRequest, pk: int, token: str) -> HttpResponse:
    """Looking changes nothing: programs that preview links look at them too."""
    if too_many := consume_or_429(request, app="allauth.account", action="invitation", limit_get=True):
        return too_many
    found, now = _found(pk, token), timezone.now()
    if found.state(now) != InvitationState.OPEN:
        return _closed(request, found, now)
    if request.user.is_authenticated:
        return _for_a_colleague(request, found, now)
    return _for_a_newcomer(request, found, now)


invitation.is_public = True


def _found(pk: int, token: str) -> Invitation:
    found = Invitation.objects.for_list().filter(pk=pk).first()
    if found is None or not found.is_opened_by(token):
        log.warning("somebody tried a token that opens no invitation (%s)", pk)
        raise Http404
    return found


def _closed(request: HttpRequest, found: Invitation, now: datetime) -> HttpResponse:
    why = joining.CLOSED[found.state(now)]
    return render(request, "account/invitation_closed.html", {"invitation": found, "why": why}, status=HTTPStatus.GONE)


def _for_a_colleague(request: HttpRequest, found: Invitation, now: datetime) -> HttpResponse:
    refusal = []
    if request.method == "POST":
        try:
            joining.accept(found, by=request.user, at=now)
            messages.success(request, _("دعوت را پذیرفتید."))
            return redirect("web:people")
        except ValidationError as refused:
            refusal = refused.messages
    return render(request, "account/invitation.html", {"invitation": found, "refusal": refusal})


def _for_a_newcomer(request: HttpRequest, found: Invitation, now: datetime) -> HttpResponse:
    form = NewAccountForm(request.POST or None, initial={"full_name": found.name})
    if request.method == "POST" and form.is_valid() and _joined(form, found, now):
        messages.success(request, _("حساب شما ساخته شد و نقش را گرفتید؛ اکنون با همان نام و گذرواژه وارد شوید."))
        return redirect("account_login")
    return render(request, "account/invitation_account.html", {"invitation": found, "form": form})


def _joined(form: NewAccountForm, found: Invitation, now: datetime) -> bool:
    """What is refused stands beside its box, where it has one; the validators of passwords name none."""
    try:
        joining.join(found, form.account(), at=now)
    except ValidationError as refusal:
        said = refusal.message_dict if hasattr(refusal, "error_dict") else {NON_FIELD_ERRORS: refusal.messages}
        for name, sentences in said.items():
            form.add_error(name if name in form.fields else None, sentences)
        return False
    return True
