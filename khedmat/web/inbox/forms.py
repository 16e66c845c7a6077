"""Which messages a person wants, by which way and when."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core.persian import latin_digits
from khedmat.notices.enums import TIMINGS, UNLESS_CHOSEN, Channel, NoticeKind, Timing
from khedmat.notices.models import Mobile, Preference


class WishesForm(forms.Form):
    """A choice for each kind and way; ways that this installation has not are not asked about."""

    def __init__(self, data: Any, user: User) -> None:
        super().__init__(data, label_suffix="")
        chosen = {(row.kind, row.channel): row.timing for row in Preference.objects.filter(user=user)}
        for kind in NoticeKind:
            for channel in self.ways:
                self.fields[f"{kind}-{channel}"] = forms.ChoiceField(
                    label=Channel(channel).label,
                    choices=[(timing, Timing(timing).label) for timing in TIMINGS[channel]],
                    initial=chosen.get((kind, channel), UNLESS_CHOSEN[channel]),
                )
        if Channel.SMS in self.ways:
            self.fields["number"] = _number(Mobile.objects.filter(user=user).values_list("number", flat=True).first())

    @property
    def ways(self) -> list[str]:
        return [Channel.EMAIL, Channel.SMS] if settings.SMS_GATEWAY else [Channel.EMAIL]

    @property
    def groups(self) -> list[tuple[Any, list[Any]]]:
        """(kind in words, its fields) for the page."""
        return [(kind.label, [self[f"{kind}-{way}"] for way in self.ways]) for kind in NoticeKind]

    @property
    def wishes(self) -> dict[tuple[str, str], str]:
        return {(kind, way): self.cleaned_data[f"{kind}-{way}"] for kind in NoticeKind for way in self.ways}

    def clean_number(self) -> str:
        return latin_digits(self.cleaned_data["number"]).replace(" ", "")

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if not said.get("number") and any(said.get(f"{kind}-sms", Timing.NEVER) != Timing.NEVER for kind in NoticeKind):
            self.add_error("number", _("برای پیامک شمارهٔ همراه لازم است."))
        return said


def _number(known: str | None) -> forms.CharField:
    telephone = forms.TextInput({"dir": "ltr", "inputmode": "tel", "autocomplete": "tel-national"})
    return forms.CharField(label=_("شمارهٔ همراه"), required=False, initial=known or "", widget=telephone, max_length=20)
