"""What people type about titles: pasted lines, one row, the letter of the highest official."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from khedmat.cards.models import DeclaredTitle, TitleList
from khedmat.cards.titles.actions import Said
from khedmat.cards.titles.letter import Letter
from khedmat.cards.titles.pasting import Line, lines_of
from khedmat.core.persian import fold_line, key, latin_digits
from khedmat.files.models import StoredFile
from khedmat.importing.readers.containers import sniffing
from khedmat.importing.readers.unreadable import Unreadable
from khedmat.importing.title_lists import refuse_unsigned
from khedmat.importing.uploads import Given
from khedmat.web.days import DayField
from khedmat.web.importing.forms import KINDS

ELECTRONIC = [("", _("گفته نشده")), ("yes", _("الکترونیکی")), ("no", _("غیرالکترونیکی"))]
SAID = {"yes": True, "no": False}
NO_DATE = _("تاریخ روز درستی نیست؛ آن را سال/ماه/روز بنویسید، مانند ۱۴۰۳/۰۵/۲۱.")
MOST_LETTERS = 400_000  # of what is pasted at once


class GivenField(forms.FileField):
    """One file with its bytes; too large a file is refused before they are read."""

    def clean(self, data: Any, initial: Any = None) -> Given | None:
        file: UploadedFile | None = super().clean(data, initial) if data or self.required else None
        if file is None:
            return None
        try:
            if (file.size or 0) > sniffing.MOST_BYTES:
                sniffing.refuse_large(file.size or 0)
        except Unreadable as refusal:
            raise ValidationError(refusal.message) from refusal
        return Given(file.name or "", file.read())


class AddTitles(forms.Form):
    """Titles as lines, or in a file."""

    lines = forms.CharField(
        label=_("عنوان‌ها، هر یک در یک سطر"),
        required=False,
        strip=False,
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    file = GivenField(label=_("یا پروندهٔ فهرست خدمت‌ها"), required=False, allow_empty_file=True)

    def __init__(self, data: Any, files: Any) -> None:
        super().__init__(data, files, label_suffix="")
        self.fields["file"].widget.attrs["accept"] = KINDS

    def clean_lines(self) -> list[Line]:
        return lines_of(self.cleaned_data["lines"])

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if not self.errors and not said["lines"] and not said["file"]:
            self.add_error("lines", _("عنوان‌ها را بنویسید یا بچسبانید، هر یک در یک سطر؛ یا پروندهٔ فهرست را بدهید."))
        return said


class TitleRow(forms.Form):
    """One row; `seen` is the edition that the page showed."""

    title = forms.CharField(
        label=_("عنوان"),
        strip=False,
        error_messages={"required": _("عنوان خدمت را بنویسید؛ برای برداشتن، دکمهٔ «بردار».")},
    )
    electronic = forms.ChoiceField(label=_("الکترونیکی یا غیرالکترونیکی"), required=False, choices=ELECTRONIC)
    parent = forms.ModelChoiceField(
        DeclaredTitle.objects.none(), label=_("زیرخدمت"), required=False, empty_label=_("خودش خدمت است")
    )
    place = forms.IntegerField(label=_("جای آن میان همسایه‌ها"), min_value=1, max_value=10_000, required=False)
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, data: Any, row: DeclaredTitle, place: int) -> None:
        said = next((word for word, value in SAID.items() if value is row.is_electronic), "")
        asked = {"title": row.title, "electronic": said, "parent": row.parent_id, "place": place}
        super().__init__(data, label_suffix="", initial=asked | {"seen": row.title_list.revision})
        self.number = place
        mains = DeclaredTitle.objects.filter(title_list=row.title_list_id, parent=None)
        self.fields["parent"].queryset = mains.exclude(pk=row.pk).for_list()

    def clean_title(self) -> str:
        title = fold_line(self.cleaned_data["title"])
        if not key(title):
            raise ValidationError(_("عنوان دست‌کم یک واژه می‌خواهد، مانند «صدور پروانهٔ …»."))
        return title

    @property
    def said(self) -> Said:
        said = self.cleaned_data
        return Said(said["title"], SAID.get(said["electronic"]), said["parent"], said["place"] or self.number)


class Confirmation(forms.Form):
    """The letter by which the agency's highest official confirms the titles and their number."""

    signed_by = forms.CharField(label=_("بالاترین مقام: نام و سمت"), max_length=200)
    number = forms.CharField(label=_("شمارهٔ نامه"), max_length=100)
    day = DayField(label=_("تاریخ نامه"), max_length=20, widget=forms.TextInput, error_messages={"invalid": NO_DATE})
    said_count = forms.CharField(label=_("شمار عنوان‌ها که در نامه آمده"), max_length=10)
    file = GivenField(
        label=_("نامهٔ امضاشده (PDF یا تصویر، تا ۲۰ مگابایت)"),
        allow_empty_file=True,
        error_messages={"required": _("اسکن نامهٔ امضاشده را برگزینید؛ فهرست بی نامه تأیید نمی‌شود.")},
    )
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, data: Any, files: Any, titles: TitleList) -> None:
        super().__init__(data, files, label_suffix="", initial={"seen": titles.revision})
        self.fields["file"].widget.attrs["accept"] = ".pdf,.png,.jpg,.jpeg,.tif,.tiff"
        for name in ("number", "day", "said_count"):
            self.fields[name].widget.attrs["dir"] = "ltr"

    def clean_signed_by(self) -> str:
        return fold_line(self.cleaned_data["signed_by"])

    def clean_number(self) -> str:
        return fold_line(self.cleaned_data["number"])

    def clean_said_count(self) -> int:
        digits = latin_digits(self.cleaned_data["said_count"]).strip()
        if not (digits.isascii() and digits.isdigit()):
            raise ValidationError(_("شمار عنوان‌ها عدد است، همان که در نامه آمده؛ مانند ۴۲."))
        return int(digits)

    def clean_file(self) -> Given:
        try:
            refuse_unsigned(self.cleaned_data["file"])
        except Unreadable as refusal:
            raise ValidationError(refusal.message) from refusal
        return self.cleaned_data["file"]

    def letter(self, file: StoredFile) -> Letter:
        said = self.cleaned_data
        return Letter(said["signed_by"], said["number"], said["day"], said["said_count"], file)
