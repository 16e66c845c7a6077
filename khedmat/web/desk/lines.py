"""Boxes in which one thing stands a line."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from khedmat.core.persian import fold_line, persian_digits
from khedmat.core.sequences import unique
from khedmat.organizations import directory
from khedmat.organizations.at_hand import register_at_hand
from khedmat.organizations.models import Organization

MOST = 1000
TOO_MANY = _("در این خانه دست‌بالا %(most)s دستگاه می‌گنجد؛ بخشی از سطرها را بردارید.")
NOT_THERE = _("«%(line)s» نام یا شناسهٔ دستگاهی نیست که این‌جا به کار می‌آید؛ نامی از صفحهٔ «دستگاه‌ها» بنویسید.")
PERHAPS = _("«%(line)s» نام یا شناسهٔ دستگاهی نیست که این‌جا به کار می‌آید؛ شاید: %(names)s.")


class LinesField(forms.CharField):
    """One thing a line."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[Any]:
        return unique(filter(None, map(fold_line, (super().clean(value) or "").splitlines())))


class AgencyLines(forms.Textarea):
    """With the names of the register beside it, from which a script adds lines."""

    template_name = "ui/agency_lines.html"
    among: Callable[[], QuerySet[Organization]]

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        names = self.among().order_by("sort_key", "pk").values_list("name", flat=True)
        return super().get_context(name, value, attrs) | {"names": names}


class AgenciesField(LinesField):
    """Agencies by name or code, in the order of their lines; `among`: those that may stand here."""

    def __init__(self, *, among: Callable[[], QuerySet[Organization]], **kwargs: Any) -> None:
        super().__init__(widget=AgencyLines(attrs={"rows": 3}), max_length=300 * MOST, **kwargs)
        self.among = self.widget.among = among

    def prepare_value(self, value: Any) -> Any:
        """Codes are shown by the names that they have today."""
        if not isinstance(value, list):
            return value
        names = dict(Organization.objects.filter(code__in=value).values_list("code", "name"))
        return super().prepare_value([names.get(code, code) for code in value])

    def clean(self, value: Any) -> list[Organization]:
        lines = super().clean(value)
        if len(lines) > MOST:
            raise ValidationError(TOO_MANY, code="many", params={"most": persian_digits(MOST)})
        with register_at_hand():
            codes = {line: _code(line) for line in lines}
            known = {one.code: one for one in self.among().filter(code__in=codes.values()).order_by("pk")}
            if wrong := [line for line in lines if codes[line] not in known]:
                raise ValidationError([_refusal(line) for line in wrong])
        return unique(known[codes[line]] for line in lines)


def _code(line: str) -> str:
    found = directory.get(line) or directory.find(line)
    return found.code if found else line


def _refusal(line: str) -> ValidationError:
    names = "، ".join(f"«{one.name}»" for one in directory.candidates(line))
    return ValidationError(PERHAPS if names else NOT_THERE, code="unknown", params={"line": line, "names": names})
