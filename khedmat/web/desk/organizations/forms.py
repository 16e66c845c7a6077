"""What the centre types about an agency."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from khedmat.core.persian import fold_line, key
from khedmat.organizations.models import FormerName, Organization
from khedmat.organizations.registering import Entry
from khedmat.web.days import DayField
from khedmat.web.desk.lines import LinesField
from khedmat.web.empty_choice import say_empty_choices
from khedmat.web.templatetags.fa import prose

NO_DOMAIN = _("«%(line)s» دامنه نیست؛ هر دامنه در یک سطر، بی https و بی www، مانند example.ir.")
NO_NAME = _("نام دستگاه را به فارسی بنویسید.")


class EntryForm(forms.ModelForm):
    """Everything but the name: a name changes by a law."""

    domains = LinesField(label=_("دامنه‌های وبگاه، هر یک در یک سطر"), required=False)
    aliases = LinesField(label=_("نام‌های دیگر، هر یک در یک سطر"), required=False)
    valid_from = DayField(label=_("در کار از روز"), required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    class Meta:
        model = Organization
        fields = ["kind", "scope", "parent", "place", "domains", "aliases", "valid_from"]

    def __init__(self, data: Any, agency: Organization, *, seen: int = 0) -> None:
        super().__init__(data, label_suffix="", instance=agency, initial={"seen": seen})
        there = Organization.objects.filter(valid_to=None).exclude(pk=agency.pk)
        self.fields["parent"].queryset = there.only("code", "name", "sort_key").order_by("sort_key", "pk")
        for name in ("parent", "place"):
            self.fields[name].label_from_instance = prose
        self.fields["domains"].widget.attrs["dir"] = "ltr"
        say_empty_choices(self.fields.values())

    def clean_domains(self) -> list[str]:
        lines = [line.lower().removeprefix("www.") for line in self.cleaned_data["domains"]]
        wrong = next((line for line in lines if not _is_domain(line)), None)
        if wrong:
            raise ValidationError(NO_DOMAIN, params={"line": wrong})
        return lines

    def _post_clean(self) -> None:
        """The action asks the constraints: the row that the page found is not touched."""

    @property
    def entry(self) -> Entry:
        return Entry(**{name: self.cleaned_data[name] for name in Entry._fields})


class NewForm(EntryForm):
    """An agency that the register does not know."""

    name = forms.CharField(label=_("نام"), max_length=300)
    code = forms.SlugField(label=_("شناسه در نشانی صفحه، به حروف لاتین"), max_length=80)
    field_order = ["name", "code"]

    def clean_name(self) -> str:
        return _name(self.cleaned_data["name"])


class FormerNameForm(forms.ModelForm):
    """A name that an old paper bears."""

    starts_on = DayField(label=_("از تاریخ"), required=False, help_text=_("خالی یعنی آغاز آن دانسته نیست."))
    ends_on = DayField(label=_("تا تاریخ"))
    basis = forms.CharField(label=_("سند: قانون، مصوبه یا نامه با شماره و تاریخ"), max_length=300)

    class Meta:
        model = FormerName
        fields = ["name", "starts_on", "ends_on", "basis"]

    def __init__(self, data: Any, agency: Organization) -> None:
        super().__init__(data, label_suffix="", instance=FormerName(organization=agency))

    def clean_name(self) -> str:
        return _name(self.cleaned_data["name"])

    def clean_basis(self) -> str:
        return fold_line(self.cleaned_data["basis"])

    def _post_clean(self) -> None:
        for name, value in self.cleaned_data.items():
            setattr(self.instance, name, value)


def _is_domain(line: str) -> bool:
    labels = line.split(".")
    return len(line) <= 253 and len(labels) > 1 and all(part and part.replace("-", "").isalnum() for part in labels)


def _name(text: str) -> str:
    name = fold_line(text)
    if not key(name):
        raise ValidationError(NO_NAME)
    return name
