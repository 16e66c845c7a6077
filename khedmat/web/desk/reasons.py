"""Why somebody decided so: a box of several lines, kept with one kind of letters and digits."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from khedmat.core.persian import fold

LONGEST_REASON = 4000


class ReasonField(forms.CharField):
    """Its lines stay lines."""

    default_error_messages = {"required": _("دلیل را بنویسید: چه چیز درست نیست و چگونه درست می‌شود.")}

    def __init__(self, **kwargs: Any) -> None:
        usual = {"label": _("دلیل"), "max_length": LONGEST_REASON, "widget": forms.Textarea({"rows": 5})}
        super().__init__(**usual | kwargs)

    def clean(self, value: Any) -> str:
        return "\n".join(map(fold, super().clean(value).splitlines())).strip()
