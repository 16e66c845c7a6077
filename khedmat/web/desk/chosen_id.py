"""What is chosen for an ID: the function, the main service, and why."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from khedmat.cards.functions import functions
from khedmat.cards.identifiers import bare, slips
from khedmat.cards.models import Service
from khedmat.core.persian import persian_digits


class ChosenId(forms.Form):
    """Which function, and of which main service it is a part; the reason is asked for once the number is shown."""

    function = forms.ChoiceField(
        label=_("کارکرد دولت"),
        choices=[(one.code, one.name) for one in functions().values()],
        error_messages={
            "required": _("یکی از کارکردها را برگزینید؛ چهار رقم نخست شناسه از آن است."),
            "invalid_choice": _("این کارکرد در فهرست نیست؛ یکی از گزینه‌های همین صفحه را برگزینید."),
        },
    )
    parent = forms.CharField(label=_("شناسهٔ خدمت اصلی، اگر این زیرخدمت است"), required=False, max_length=40)

    def clean_parent(self) -> Service | None:
        number = bare(self.cleaned_data["parent"])
        found = Service.objects.filter(code=number).first() if number else None
        if number and not found:
            raise ValidationError(_not_known(number), code="parent")
        return found


class WithReason(ChosenId):
    """The same, with what is kept beside the ID."""

    why = forms.CharField(
        label=_("دلیل گزیدن این کارکرد"),
        max_length=1000,
        error_messages={"required": _("دلیل گزیدن کارکرد را بنویسید؛ با شناسه نگه داشته می‌شود.")},
    )


def _not_known(number: str) -> str:
    """A damaged ID is never mended; those that it may be a slip of are named."""
    known = Service.objects.filter(code__in=slips(number)).order_by("code").values_list("code", flat=True)
    near = "، ".join(map(persian_digits, known))
    if not near:
        return str(_("شناسه‌ای با این شماره داده نشده است؛ آن را از صفحهٔ خدمت اصلی رونویسی کنید."))
    return str(_("شناسه‌ای با این شماره داده نشده است. شاید یکی از اینهاست: %(near)s.")) % {"near": near}
