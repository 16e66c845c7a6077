"""What people type about popular names."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from khedmat.cards.enums import NameStage
from khedmat.cards.models import Service
from khedmat.cards.models.popular import LONGEST_NAME, PopularNameQuerySet
from khedmat.core.persian import fold_line, latin_digits, squeeze

LENGTH_OF_ID = 11
NO_SERVICE = _("خدمتی با این شناسه یا شماره نیست؛ شناسهٔ یازده‌رقمی، یا شمارهٔ خدمت در نشانی صفحهٔ آن را بنویسید.")


class Proposal(forms.Form):
    """A name of a service that the page knows."""

    term = forms.CharField(label=_("نام رایج"), max_length=LONGEST_NAME)

    def __init__(self, data: Any = None, **more: Any) -> None:
        super().__init__(data, label_suffix="", **more)


class StewardsName(Proposal):
    """A name with the service that it means, by its ID or its number in addresses."""

    service = forms.CharField(label=_("شناسه یا شمارهٔ خدمت"), max_length=20, widget=forms.TextInput({"dir": "ltr"}))

    def clean_service(self) -> Service:
        number = latin_digits(self.cleaned_data["service"]).strip()
        if not number.isascii() or not number.isdigit():
            raise forms.ValidationError(NO_SERVICE)
        by = {"code": number} if len(number) == LENGTH_OF_ID else {"pk": int(number[:9])}
        if found := Service.objects.filter(**by).first():
            return found
        raise forms.ValidationError(NO_SERVICE)


class NameFilter(forms.Form):
    """What narrows the list; it lives in the address. An unknown value narrows nothing."""

    q = forms.CharField(label=_("در نام"), required=False, max_length=LONGEST_NAME)
    stage = forms.ChoiceField(label=_("وضع"), required=False, choices=[("", _("همه")), *NameStage.choices])
    sort = forms.ChoiceField(
        label=_("به ترتیب"), required=False, choices=[("name", _("الفبای نام")), ("new", _("تازه‌ترین پیشنهاد"))]
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")
        self.is_valid()

    def apply(self, names: PopularNameQuerySet) -> PopularNameQuerySet:
        said = self.cleaned_data
        if letters := squeeze(fold_line(said.get("q", ""))):
            names = names.filter(letters__contains=letters)
        return names.filter(stage=said["stage"]) if said.get("stage") else names

    @property
    def order(self) -> tuple[str, ...]:
        return ("-pk",) if self.cleaned_data.get("sort") == "new" else ("letters", "pk")
