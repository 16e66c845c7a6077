"""Tokens by which an agency's programs come to the API: made with a secret that is shown once, listed, revoked."""

from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter
from typing import Any, ClassVar, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from khedmat.accounts.models import User
from khedmat.core.persian import fold_line
from khedmat.organizations import tokens
from khedmat.organizations.enums import TokenScope
from khedmat.organizations.models import AgencyToken, Organization
from khedmat.web.days import DayField
from khedmat.web.desk.asking import Question, ask, is_sure
from khedmat.web.desk.joining import found_managed, said
from khedmat.web.kept import signed_in
from khedmat.web.own import own_or_404

AT_FIRST = timedelta(days=180)
SURE = _("نشانهٔ «%(name)s» باطل شود؟")
SURE_TOLD = _(
    "برنامه‌ای که با آن کار می‌کند از همین دم رد می‌شود و این کار برگشت ندارد؛ "
    "اگر برنامه باز هم لازم است نخست نشانهٔ تازه‌ای به آن بدهید."
)


class Shown(NamedTuple):
    """A token, whether it still opens the door, and whether I may end it."""

    token: AgencyToken
    is_open: bool
    is_mine_to_end: bool


class Office(NamedTuple):
    """An agency with the tokens of its programs."""

    agency: Organization
    open: list[Shown]
    ended: list[Shown]


class TokenForm(forms.ModelForm):
    """For which program, to do what, until when."""

    scopes = forms.MultipleChoiceField(
        label=_("اجازه‌ها"), choices=TokenScope, widget=forms.CheckboxSelectMultiple,
        help_text=_("تنها آنچه برنامه نیاز دارد؛ برنامه هرگز بیش از خود شما اجازه ندارد."),
        error_messages={"required": _("دست کم یک اجازه برگزینید.")},
    )  # fmt: skip
    ends_on = DayField(
        label=_("واپسین روز"), help_text=_("دست‌بالا یک سال دیگر."),
        error_messages={"required": _("واپسین روز نشانه را بنویسید.")},
    )  # fmt: skip

    class Meta:
        model = AgencyToken
        fields = ["organization", "name", "scopes", "ends_on"]
        error_messages: ClassVar[Any] = {"name": {"required": _("نام برنامه را بنویسید.")}}

    def __init__(self, data: Any, offices: QuerySet[Organization], *, on: date) -> None:
        super().__init__(data, label_suffix="", initial={"ends_on": on + AT_FIRST})
        self.fields["organization"].queryset, self.fields["organization"].empty_label = offices, None

    def clean_name(self) -> str:
        return fold_line(self.cleaned_data["name"])


@require_safe
@never_cache
@signed_in
def token_list(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    found = AgencyToken.objects.seen_by(request.user, on)
    offices, may_make = _offices(found, request.user, on), _offices_answered(request.user, on).exists()
    return render(request, "desk/tokens.html", {"offices": offices, "may_make": may_make})


def _offices(found: QuerySet[AgencyToken], user: User, on: date) -> list[Office]:
    mine = set(AgencyToken.objects.revocable_by(user, on).values_list("pk", flat=True))
    shown = [Shown(row, not row.has_ended(on), row.pk in mine) for row in found.for_list()]
    by_agency = groupby(shown, key=attrgetter("token.organization"))
    return [_office(agency, list(rows)) for agency, rows in by_agency]


def _office(agency: Organization, rows: list[Shown]) -> Office:
    return Office(agency, [row for row in rows if row.is_open], [row for row in rows if not row.is_open])


def _offices_answered(user: User, on: date) -> QuerySet[Organization]:
    """The twin of `perms.can_make_tokens`."""
    return Organization.objects.in_force(on).answered_by(user, on)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def new_token(request: HttpRequest) -> HttpResponse:
    """The secret is in the answer to the form and nowhere else."""
    on = timezone.localdate()
    offices = _offices_answered(request.user, on)
    found_managed(request, offices.exists(), "a token of an agency")
    form = TokenForm(request.POST or None, offices, on=on)
    secret = _made(form, request) if request.method == "POST" and form.is_valid() else None
    return render(request, "desk/token_new.html", {"form": form, "secret": secret, "token": form.instance})


def _made(form: TokenForm, request: HttpRequest) -> str | None:
    try:
        return tokens.make(form.instance, by=request.user, at=timezone.now())
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return None


@require_POST
@never_cache
@signed_in
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    found = AgencyToken.objects.revocable_by(request.user, timezone.localdate())
    token = own_or_404(request, found, pk, name="token")
    if not is_sure(request):
        return ask(request, Question(SURE % {"name": token.name}, SURE_TOLD, _("ابطال نشانه"), "web:tokens"))
    said(request, lambda: tokens.revoke(token, by=request.user, at=timezone.now()), _("نشانه باطل شد."))
    return redirect("web:tokens")
