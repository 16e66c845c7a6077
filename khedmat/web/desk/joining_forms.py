"""What a manager types: who is invited to do what, and how long a role lasts."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from khedmat.core.persian import fold_line
from khedmat.organizations.enums import OF_THE_CENTRE, Role
from khedmat.organizations.models import Invitation, Organization
from khedmat.web.days import DayField

OPEN_END = _("خالی یعنی تا هنگامی که مدیر کاربران آن را پایان دهد.")


class InvitationForm(forms.ModelForm):
    """Who is invited, to do what, until when."""

    until = DayField(label=_("واپسین روز نقش"), required=False, help_text=OPEN_END)

    class Meta:
        model = Invitation
        fields = ["organization", "role", "name", "email", "until"]
        widgets = {"email": forms.EmailInput({"dir": "ltr"})}
        error_messages = {"role": {"required": _("یک نقش برگزینید.")}}

    def __init__(self, data: Any, managed: QuerySet[Organization], *, first: str) -> None:
        super().__init__(data, label_suffix="", initial={"organization": first})
        offices = list(managed)
        self.fields["organization"].queryset, self.fields["organization"].empty_label = managed, None
        self.fields["role"].choices = [("", _("یک نقش برگزینید")), *_roles(any(one.is_centre for one in offices))]
        self.only_office = offices[0] if len(offices) == 1 else None
        if self.only_office:
            self.instance.organization = self.only_office
            del self.fields["organization"]

    def clean_name(self) -> str:
        return fold_line(self.cleaned_data["name"])


def _roles(is_centre: bool) -> list[tuple[str, Any]]:
    return [(role.value, role.label) for role in Role if is_centre or role not in OF_THE_CENTRE]


class LastDay(forms.Form):
    """How long a role lasts."""

    until = DayField(label=_("واپسین روز نقش"), required=False, help_text=OPEN_END)
