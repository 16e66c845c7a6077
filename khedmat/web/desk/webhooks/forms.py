"""What a manager types to be told of something."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from khedmat.core.persian import fold_line
from khedmat.organizations.models import Organization
from khedmat.webhooks.actions import LONGEST, Wish
from khedmat.webhooks.enums import TO_CHOOSE, Reach
from khedmat.webhooks.refusals import TOO_LONG


class SubscriptionForm(forms.Form):
    """Where, of what, of whose services."""

    organization = forms.ModelChoiceField(Organization.objects.none(), label=_("دستگاه"), empty_label=None)
    address = forms.CharField(
        label=_("نشانی سرور دستگاه"),
        max_length=LONGEST,
        help_text=_("نشانی کاملی که با https:// آغاز می‌شود؛ سرور دستگاه پیام را با POST در آن می‌گیرد."),
        error_messages={"required": _("نشانی را بنویسید."), "max_length": TOO_LONG},
        widget=forms.URLInput(attrs={"dir": "ltr", "class": "code", "placeholder": "https://sample.ir/khedmat"}),
    )
    reach = forms.ChoiceField(
        label=_("از کدام خدمت‌ها"),
        choices=Reach.choices,
        help_text=_("بازخورد خوانندگان همیشه تنها از خدمت‌های همین دستگاه است."),
    )
    events = forms.MultipleChoiceField(
        label=_("کدام رویدادها"),
        choices=[(kind.value, kind.label) for kind in TO_CHOOSE],
        error_messages={"required": _("دست کم یک رویداد برگزینید.")},
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data: Any, managed: QuerySet[Organization]) -> None:
        super().__init__(data, label_suffix="", initial={"events": list(TO_CHOOSE)})
        self.fields["organization"].queryset = managed
        offices = list(managed[:2])
        self.only_office = offices[0] if len(offices) == 1 else None
        if self.only_office:
            del self.fields["organization"]

    def clean_address(self) -> str:
        return fold_line(self.cleaned_data["address"])

    @property
    def agency(self) -> Organization:
        return self.only_office or self.cleaned_data["organization"]

    @property
    def wish(self) -> Wish:
        return Wish(self.cleaned_data["address"], self.cleaned_data["events"], self.cleaned_data["reach"])
