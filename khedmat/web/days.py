"""Days as people type them: Jalali, with any digits."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from khedmat.core import jalali


class DayField(forms.CharField):
    """A day of the Jalali calendar; it shows the same way what it is given to begin with."""

    default_error_messages = {
        "invalid": _("این تاریخ خوانده نشد؛ روز را به تقویم هجری شمسی بنویسید، نمونه: ۱۴۰۵/۱۲/۲۹")
    }

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput({"inputmode": "numeric", "placeholder": "۱۴۰۵/۱۲/۲۹"})
        super().__init__(**{"widget": widget} | kwargs)

    def clean(self, value: Any) -> date | None:
        text = super().clean(value)
        if not text:
            return None
        day = jalali.parse(text)
        if day is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return day

    def prepare_value(self, value: Any) -> Any:
        return jalali.short(value) if isinstance(value, date) else value
