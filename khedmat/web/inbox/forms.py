"""Which messages a person wants, by which way and when."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core.persian import latin_digits
from khedmat.notices.enums import LATER, TIMINGS, UNLESS_CHOSEN, WISHED, Channel, Timing
from khedmat.notices.models import Mobile, Preference

ALL = "all"
EVERYTHING = _("همهٔ پیام‌ها، یک‌جا")
EACH = _("جداگانه، پایین‌تر")


class WishesForm(forms.Form):
    """A choice for each kind and way; ways that this installation has not are not asked about."""

    def __init__(self, data: Any, user: User) -> None:
        super().__init__(data, label_suffix="")
        chosen = {(row.kind, row.channel): row.timing for row in Preference.objects.filter(user=user)}
        for channel in self.ways:
            self.fields[f"{ALL}-{channel}"] = forms.ChoiceField(
                label=Channel(channel).label, required=False, choices=[("", EACH), *_timings(channel)]
            )
        for kind, _label in WISHED:
            for channel in self.ways:
                of_later = chosen.get((LATER, channel), UNLESS_CHOSEN[channel])
                self.fields[f"{kind}-{channel}"] = forms.ChoiceField(
                    label=Channel(channel).label,
                    choices=_timings(channel),
                    initial=chosen.get((kind, channel), of_later),
                )
        if Channel.SMS in self.ways:
            self.fields["number"] = _number(Mobile.objects.filter(user=user).values_list("number", flat=True).first())

    @property
    def ways(self) -> list[str]:
        return [Channel.EMAIL, Channel.SMS] if settings.SMS_GATEWAY else [Channel.EMAIL]

    @property
    def groups(self) -> list[tuple[Any, list[Any]]]:
        """(kind in words, its fields) for the page; first what is chosen for all of them at once."""
        kinds = [(ALL, EVERYTHING), *WISHED]
        return [(label, [self[f"{kind}-{way}"] for way in self.ways]) for kind, label in kinds]

    @property
    def wishes(self) -> dict[tuple[str, str], str]:
        said = self.cleaned_data
        return {
            (kind, way): said.get(f"{ALL}-{way}") or said.get(f"{kind}-{way}", "")
            for kind, _label in WISHED
            for way in self.ways
        }

    def clean_number(self) -> str:
        return latin_digits(self.cleaned_data["number"]).replace(" ", "")

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        texted = any(timing == Timing.AT_ONCE for (_kind, way), timing in self.wishes.items() if way == Channel.SMS)
        if not said.get("number") and texted:
            self.add_error("number", _("برای پیامک شمارهٔ همراه لازم است."))
        return said


def _timings(channel: str) -> list[tuple[str, Any]]:
    return [(timing, Timing(timing).label) for timing in TIMINGS[channel]]


def _number(known: str | None) -> forms.CharField:
    telephone = forms.TextInput({"dir": "ltr", "inputmode": "tel", "autocomplete": "tel-national"})
    return forms.CharField(label=_("شمارهٔ همراه"), required=False, initial=known or "", widget=telephone, max_length=20)
