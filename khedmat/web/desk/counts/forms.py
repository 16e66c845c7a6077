"""What is typed of counts: one period of a service, or rows pasted from a spreadsheet."""

import csv
import re
from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from khedmat.cards.counts.reporting import MOST_ROWS, Told
from khedmat.cards.enums import counted_channels
from khedmat.cards.identifiers import bare
from khedmat.cards.models import ServiceCount
from khedmat.cards.models.counts import MOST, MOST_DAYS, NUMBERS
from khedmat.core import periods
from khedmat.core.periods import Period
from khedmat.core.persian import fold, fold_line, number, persian_digits
from khedmat.organizations.models import Organization

NO_PERIOD = _("این دوره خوانده نشد؛ سال، فصل یا ماه را بنویسید، نمونه: ۱۴۰۴، تابستان ۱۴۰۴، مرداد ۱۴۰۴")
NO_NUMBER = _("این عدد خوانده نشد؛ عددی از صفر به بالا بنویسید، یا اگر نمی‌دانید خالی بگذارید.")
NO_SOURCE = _("بنویسید این شمار از کدام نامه یا گزارش است.")
NO_ROWS = _("دست‌کم یک سطر از جدول را این‌جا بچسبانید.")
TOO_MANY = _("بیش از %(most)s سطر است؛ آن را در چند بار بفرستید.")
COLUMNS = (
    "service", "period", "channel", "received", "done", "refused",
    "mean_days", "median_days", "not_offered", "source", "corrects",
)  # fmt: skip
HEADS = _(
    "شناسه یا کلید خدمت، دوره، راه، رسیده، انجام‌شده، ردشده، میانگین روز، میانهٔ روز، ارائه نشده، مأخذ، اصلاح گزارش"
)
CHANNELS = {fold_line(label): value for value, label in counted_channels()}
LONGEST = 120_000
NO = ("خیر", "نه", "0")
_NUMBER = {int: re.compile(r"\d+"), float: re.compile(r"\d+(\.\d+)?")}
_SEPARATORS = str.maketrans({"٬": None, ",": None, "٫": "."})


class PeriodField(forms.CharField):
    def clean(self, value: Any) -> Period | None:
        text = super().clean(value)
        found = periods.parse(text)
        if text and found is None:
            raise ValidationError(NO_PERIOD, code="invalid")
        return found


class FigureField(forms.CharField):
    """A number in any digits, grouped or not; an empty box is not known. `of`: int or float."""

    def __init__(self, *, of: type[int] | type[float], most: int, **kwargs: Any) -> None:
        widget = forms.TextInput({"inputmode": "decimal"})
        super().__init__(required=False, max_length=30, widget=widget, **kwargs)
        self.of, self.most = of, most

    def clean(self, value: Any) -> float | None:
        text = fold_line(super().clean(value)).translate(_SEPARATORS)
        if not text:
            return None
        figure = self.of(text) if _NUMBER[self.of].fullmatch(text) else self.most + 1
        if figure > self.most:
            raise ValidationError(NO_NUMBER, code="invalid")
        return figure

    def prepare_value(self, value: Any) -> Any:
        return number(value) if isinstance(value, int | float) else value


class CountForm(forms.Form):
    """One period of a service, by one channel or all together."""

    period = PeriodField(
        label=_("دوره"), max_length=40, help_text=_("یک سال، فصل یا ماه پایان‌یافته: ۱۴۰۴، تابستان ۱۴۰۴، مرداد ۱۴۰۴"),
        error_messages={"required": NO_PERIOD},
    )  # fmt: skip
    channel = forms.ChoiceField(label=_("از کدام راه"), required=False, choices=counted_channels)
    received = FigureField(label=_("درخواست رسیده"), of=int, most=MOST, help_text=_("خالی: نامعلوم. صفر: هیچ."))
    done = FigureField(label=_("انجام‌شده"), of=int, most=MOST)
    refused = FigureField(label=_("ردشده"), of=int, most=MOST)
    mean_days = FigureField(label=_("میانگین روز تا انجام"), of=float, most=MOST_DAYS)
    median_days = FigureField(label=_("میانهٔ روز تا انجام"), of=float, most=MOST_DAYS)
    not_offered = forms.BooleanField(label=_("در این دوره ارائه نشده است"), required=False)
    source = forms.CharField(
        label=_("مأخذ (نامه یا نشانی گزارش)"), max_length=300, error_messages={"required": NO_SOURCE}
    )
    corrects = FigureField(label=_("اصلاح گزارش"), of=int, most=2**63 - 1)

    def __init__(self, data: Any = None, *, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial, label_suffix="")
        self.fields["corrects"].widget = forms.HiddenInput()

    def clean_source(self) -> str:
        return fold_line(self.cleaned_data["source"])

    def told(self, service: str) -> Told:
        return Told(service, **self.cleaned_data)


def as_typed(row: ServiceCount) -> dict[str, Any]:
    """What stands, as the form to correct it begins."""
    said = {name: getattr(row, name) for name in ("channel", "not_offered", "source", *NUMBERS)}
    return said | {"period": row.period.title, "corrects": row.pk}


class PasteForm(forms.Form):
    """Rows of a spreadsheet as they are copied: a line a row, cells between tabs (or commas)."""

    organization = forms.ModelChoiceField(Organization.objects.none(), label=_("دستگاه"), empty_label=None)
    rows = forms.CharField(
        label=_("سطرها"), help_text=HEADS, widget=forms.Textarea({"rows": 8, "class": "code"}), max_length=LONGEST,
        error_messages={"required": NO_ROWS},
    )  # fmt: skip

    def __init__(self, data: Any, offices: Any) -> None:
        super().__init__(data, label_suffix="")
        self.fields["organization"].queryset = offices

    def clean_rows(self) -> list[Told]:
        lines = [line for line in fold(self.cleaned_data["rows"]).splitlines() if line.strip()]
        if len(lines) > MOST_ROWS:
            raise ValidationError(TOO_MANY, code="many", params={"most": persian_digits(MOST_ROWS)})
        read = [_read(line) for line in lines]
        wrong = [sentence for place, (_service, form) in enumerate(read, 1) for sentence in _wrong(place, form)]
        if wrong:
            raise ValidationError(wrong)
        return [form.told(service) for service, form in read]


def _read(line: str) -> tuple[str, CountForm]:
    """What stands beyond the last column is taken for a part of it, and refused as such."""
    cells = list(map(fold_line, line.split("\t") if "\t" in line else next(csv.reader([line]))))
    last = len(COLUMNS) - 1
    said = dict(zip(COLUMNS, [*cells[:last], " ".join(cells[last:])], strict=False))
    service, channel = bare(said.pop("service")), said.get("channel", "")
    absent = said.get("not_offered", "")
    said |= {"channel": CHANNELS.get(channel, channel), "not_offered": "" if absent in NO else absent}
    return service, CountForm(said)


def _wrong(place: int, form: CountForm) -> Iterator[str]:
    for name, sentences in form.errors.items():
        for sentence in sentences:
            label = form.fields[name].label or ""
            yield _("سطر %(line)s، %(label)s: %(sentence)s") % {
                "line": persian_digits(place), "label": label, "sentence": sentence
            }  # fmt: skip
