"""What the centre types of a limit, of the accounts of the treasury, and into the box that narrows the limits."""

from datetime import datetime
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.identifiers import bare
from khedmat.cards.models import Service, ServiceVersion, StatutoryLimit
from khedmat.cards.models.yardsticks import UNITS, StatutoryLimitQuerySet
from khedmat.cards.yardsticks.accounts import numbers_of
from khedmat.cards.yardsticks.actions import state_accounts, state_limit
from khedmat.core.persian import fold_line, key, latin_digits

LONGEST_SOURCE, LONGEST_LIST, MOST_ACCOUNTS = 500, 400_000, 5_000
NO_SERVICE = _("خدمتی با این شناسه یا شماره نیست؛ شناسهٔ یازده‌رقمی، یا شمارهٔ خدمت در نشانی صفحهٔ آن را بنویسید.")
NO_NUMBER = _("در این متن هیچ شماره‌حسابی نیست؛ هر شماره را در یک سطر بنویسید، یا فهرست را خالی بگذارید تا برداشته شود.")
TOO_MANY = _("بیش از ۵۰۰۰ شماره‌حساب است؛ فهرست خزانه را بازبینی کنید.")


class SourceField(forms.CharField):
    """The paper that says so."""

    def __init__(self) -> None:
        missing = {"required": _("سند را بنویسید: قانون یا نامه، شماره و تاریخ آن.")}
        super().__init__(label=_("سند"), max_length=LONGEST_SOURCE, error_messages=missing)

    def clean(self, value: Any) -> str:
        return fold_line(super().clean(value))


class NumberField(forms.IntegerField):
    """In any digits."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(latin_digits(value) if isinstance(value, str) else value)


class LimitForm(forms.Form):
    """A service by its ID or number, and how long it may take at most."""

    prefix = "limit"
    service = forms.CharField(
        label=_("شناسه یا شمارهٔ خدمت"), max_length=40, widget=forms.TextInput({"dir": "ltr", "inputmode": "numeric"})
    )
    value = NumberField(
        label=_("مهلت"),
        required=False,
        min_value=1,
        max_value=10_000,
        widget=forms.TextInput({"inputmode": "numeric"}),
        help_text=_("خالی: این خدمت دیگر مهلتی ندارد."),
    )
    unit = forms.ChoiceField(label=_("واحد"), choices=UNITS, initial="day")
    is_working = forms.BooleanField(label=_("روز کاری است"), required=False)
    source = SourceField()

    def clean_service(self) -> Service:
        number = bare(self.cleaned_data["service"])
        by = (
            {"code": number}
            if len(number) == 11
            else {"pk": int(number[:9]) if number.isascii() and number.isdigit() else 0}
        )
        if found := Service.objects.filter(**by).first():
            return found
        raise forms.ValidationError(NO_SERVICE)

    def state(self, *, by: User, at: datetime) -> None:
        state_limit(StatutoryLimit(**self.cleaned_data), by=by, at=at)


class AccountsForm(forms.Form):
    """All accounts of the treasury, pasted."""

    prefix = "accounts"
    accounts = forms.CharField(
        label=_("شماره‌حساب‌های خزانه"),
        required=False,
        max_length=LONGEST_LIST,
        strip=False,
        widget=forms.Textarea({"rows": 8, "dir": "ltr"}),
        help_text=_("همهٔ فهرست، هر شماره در یک سطر؛ جای فهرست پیشین را می‌گیرد. خالی: فهرستی در کار نیست."),
    )
    source = SourceField()

    def clean_accounts(self) -> list[str]:
        text = self.cleaned_data["accounts"]
        found = numbers_of(text)
        if text.strip() and not found:
            raise forms.ValidationError(NO_NUMBER)
        if len(found) > MOST_ACCOUNTS:
            raise forms.ValidationError(TOO_MANY)
        return found

    def state(self, *, by: User, at: datetime) -> None:
        state_accounts(**self.cleaned_data, by=by, at=at)


class LimitFilter(forms.Form):
    """What narrows and orders the limits; it lives in the address. An unknown value narrows nothing."""

    q = forms.CharField(label=_("شناسه یا عنوان خدمت"), required=False, max_length=200)
    sort = forms.ChoiceField(
        label=_("به ترتیب"), required=False, choices=[("", _("تازه‌ترین")), ("code", _("شناسهٔ خدمت"))]
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")
        self.is_valid()

    @property
    def is_used(self) -> bool:
        """Whether something narrows the list."""
        return bool(key(self.cleaned_data.get("q", "")))

    def apply(self, limits: StatutoryLimitQuerySet) -> StatutoryLimitQuerySet:
        if self.is_used:
            limits = limits.filter(_meant_by(self.cleaned_data["q"]))
        return (
            limits.order_by("service__code", "pk")
            if self.cleaned_data.get("sort") == "code"
            else limits.order_by("-pk")
        )


def _meant_by(words: str) -> Q:
    """By an ID or its beginning, else by words of the title."""
    number = bare(words)
    titled = ServiceVersion.objects.current().filter(title_key__contains=key(words))
    coded = Q(service__code__startswith=number) if number.isdigit() else Q(pk=None)
    return coded | Q(service__in=titled.values("service"))
