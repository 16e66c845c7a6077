"""What becomes of whom, by which law, since when."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from khedmat.core.persian import fold_line
from khedmat.organizations.enums import ChangeKind
from khedmat.organizations.models import Organization, PlannedChange
from khedmat.web.days import DayField
from khedmat.web.desk.lines import AgenciesField


def there() -> QuerySet[Organization]:
    return Organization.objects.filter(valid_to=None)


class ChangeForm(forms.Form):
    """The terms; what moves is chosen on the preview."""

    kind = forms.ChoiceField(label=_("چه می‌شود"), choices=ChangeKind)
    before = AgenciesField(
        label=_("دستگاه یا دستگاه‌های پیشین"), among=there, help_text=_("هر دستگاه در یک سطر، به نام یا شناسه.")
    )
    after = AgenciesField(
        label=_("جانشین یا جانشین‌ها"),
        among=there,
        required=False,
        help_text=_(
            "ادغام: یکی. تفکیک: دو یا بیشتر، هر یک در یک سطر؛ اگر دستگاه پیشین خود می‌ماند آن را هم بنویسید. "
            "آنچه جای دیگری برایش برنگزینید به جانشین سطر نخست می‌رود."
        ),
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

    @property
    def plan(self) -> PlannedChange:
        said = self.cleaned_data
        names = ("kind", "effective_on", "basis_on", "opens_roles")
        words = ("new_name", "basis", "basis_number")
        return PlannedChange(
            **{name: said[name] for name in names},
            **{name: fold_line(said[name]) for name in words},
            before=[one.code for one in said["before"]],
            after=[one.code for one in said["after"]],
        )
