"""What is typed of one line: how a document is obtained, until when a price holds."""

import hashlib
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from khedmat.cards.beside.lines import Line
from khedmat.cards.enums import ObtainedBy
from khedmat.cards.models import DocumentWay, PriceTerm, Term, Way
from khedmat.core.persian import fold_line, persian_digits
from khedmat.web.days import DayField
from khedmat.web.desk.beside.agencies import Agencies
from khedmat.web.desk.refusing import look_again

WHICH = _("«%(name)s» در فهرست دستگاه‌ها نیست؛ نام کامل دستگاه را بنویسید یا از پیشنهادها برگزینید.")
NO_AGENCY = _("بنویسید مدرک از کدام دستگاه گرفته می‌شود.")
NO_WAY = _("نام دستگاه نوشته شده است؛ «از دستگاه دارنده گرفته می‌شود» را نیز برگزینید، یا نام را پاک کنید.")
NO_ORDER = _("«معتبر تا» پیش از «معتبر از» است؛ یکی از دو تاریخ را درست کنید.")
MEANWHILE = _("پس از آن که این صفحه را باز کردید %(who)s این سطر را نوشت؛ اگر نوشتهٔ شما باید بماند دوباره بفرستید.")
NO_SOURCE = _("بنویسید این اعتبار از کدام قانون، مصوبه یا نامه است.")


def prefix_of(line: Line) -> str:
    """By its letters, not by its place: a line that moved meanwhile keeps what was typed for it."""
    return f"l{hashlib.sha256(line.letters.encode()).hexdigest()[:12]}"


class LineForm(forms.Form):
    """Of one line. `seen`: the row that stood when the page was shown; who writes otherwise meanwhile is not undone."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any, line: Line, row: Any, *, initial: dict[str, Any]) -> None:
        super().__init__(
            data, prefix=prefix_of(line), initial=initial | {"seen": row.pk if row else 0}, label_suffix=""
        )
        self.line, self.row = line, row

    def _refuse_unseen(self) -> None:
        if self.row and not self.errors and self.cleaned_data.get("seen") != self.row.pk and self.said != self.row.said:
            self.add_error(None, ValidationError(MEANWHILE, code="conflict", params={"who": self.row.by}))
            look_again(self, self.row.pk)


class WayForm(LineForm):
    """Of one document."""

    way = forms.ChoiceField(
        label=_("چگونه به دست می‌آید"), required=False, choices=[("", _("گفته نشده")), *ObtainedBy.choices]
    )
    agency = forms.CharField(
        label=_("از کدام دستگاه"), required=False, max_length=300, widget=forms.TextInput({"list": "agencies"})
    )

    def __init__(self, data: Any, line: Line, row: DocumentWay | None, *, agencies: Agencies) -> None:
        initial = {"way": row.way, "agency": row.agency.name if row.agency else ""} if row else {}
        super().__init__(data, line, row, initial=initial)
        self.agencies = agencies

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        name, is_fetched = fold_line(said.get("agency", "")), said.get("way") == ObtainedBy.AGENCY
        key = self.agencies.find(name) if name else None
        wrong = {NO_AGENCY: is_fetched and not name, NO_WAY: name and not is_fetched, WHICH: name and key is None}
        for sentence in [sentence for sentence, is_so in wrong.items() if is_so]:
            self.add_error("agency", ValidationError(sentence, params={"name": name}))
        self.cleaned_data = said | {"key": key}
        self._refuse_unseen()
        return self.cleaned_data

    @property
    def said(self) -> Way:
        return Way(self.cleaned_data["way"], self.cleaned_data["key"])


class TermForm(LineForm):
    """Of one price line."""

    valid_from = DayField(label=_("معتبر از"), required=False, max_length=40)
    valid_until = DayField(label=_("معتبر تا"), required=False, max_length=40)
    source = forms.CharField(label=_("مستند (قانون، مصوبه یا نامه)"), required=False, max_length=300)

    def __init__(self, data: Any, line: Line, row: PriceTerm | None) -> None:
        said = row.said._asdict() | {"source": persian_digits(row.source)} if row else {}
        super().__init__(data, line, row, initial=said)

    def clean_source(self) -> str:
        return fold_line(self.cleaned_data["source"])

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        since, until = said.get("valid_from"), said.get("valid_until")
        if since and until and until < since:
            self.add_error("valid_until", NO_ORDER)
        if (since or until) and not said.get("source") and "source" not in self.errors:
            self.add_error("source", NO_SOURCE)
        self._refuse_unseen()
        return said

    @property
    def said(self) -> Term:
        return Term(**{name: self.cleaned_data[name] for name in Term._fields})
