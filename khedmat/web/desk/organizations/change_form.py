"""What becomes of whom, by which law, since when."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from khedmat.core.persian import fold_line
from khedmat.organizations.enums import ChangeKind
from khedmat.organizations.models import Organization, PlannedChange
from khedmat.web.days import DayField
from khedmat.web.templatetags.fa import prose


def _several(label: Any, help_text: Any = "", *, required: bool = True) -> forms.ModelMultipleChoiceField:
    return forms.ModelMultipleChoiceField(
        Organization.objects.none(),
        label=label,
        required=required,
        to_field_name="code",
        help_text=help_text,
        widget=forms.SelectMultiple(attrs={"size": 6}),
    )


class ChangeForm(forms.Form):
    """The terms; what moves is chosen on the preview."""

    kind = forms.ChoiceField(label=_("چه می‌شود"), choices=ChangeKind)
    before = _several(_("دستگاه یا دستگاه‌های پیشین"))
    after = _several(
        _("جانشین یا جانشین‌ها"),
        _("ادغام: یکی. تفکیک: دو یا بیشتر؛ اگر دستگاه پیشین خود می‌ماند آن را هم برگزینید."),
        required=False,
    )
    main = forms.ModelChoiceField(
        Organization.objects.none(),
        label=_("جانشینی که باقی را می‌گیرد"),
        required=False,
        to_field_name="code",
        empty_label=_("نخستین جانشین"),
        help_text=_("در تفکیک: خدمت‌هایی که جای دیگری برایشان برنگزینید به این دستگاه می‌رود."),
    )
    new_name = forms.CharField(label=_("نام تازه، در تغییر نام"), required=False, max_length=300)
    effective_on = DayField(label=_("از روز"), help_text=_("امروز یا پیش از آن؛ نخستین روزی که وضع تازه در کار است."))
    basis = forms.CharField(label=_("قانون، مصوبه یا نامه"), max_length=200)
    basis_number = forms.CharField(label=_("شمارهٔ آن"), max_length=100)
    basis_on = DayField(label=_("تاریخ آن"))
    opens_roles = forms.BooleanField(
        label=_("نقش‌های پایان‌یافته در دستگاه جانشین باز شود"),
        required=False,
        help_text=_("اگر نزنید، مدیر کاربران جانشین همکاران را دعوت می‌کند."),
    )

    def __init__(self, data: Any, before: str = "") -> None:
        super().__init__(data, label_suffix="", initial={"before": [before]} if before else None)
        there = Organization.objects.filter(valid_to=None).only("code", "name", "sort_key").order_by("sort_key", "pk")
        for name in ("before", "after", "main"):
            self.fields[name].queryset = there
            self.fields[name].label_from_instance = prose

    @property
    def plan(self) -> PlannedChange:
        said = self.cleaned_data
        names = ("kind", "effective_on", "basis_on", "opens_roles")
        words = ("new_name", "basis", "basis_number")
        after = [one.code for one in said["after"]]
        main = getattr(said["main"], "code", "")
        return PlannedChange(
            **{name: said[name] for name in names},
            **{name: fold_line(said[name]) for name in words},
            before=[one.code for one in said["before"]],
            after=sorted(after, key=main.__ne__),
        )
