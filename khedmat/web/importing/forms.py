"""Files that a person brings: each is read at once, and what is wrong with it is said beside the field."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from khedmat.core.persian import persian_digits
from khedmat.importing.uploads import plain_name
from khedmat.organizations.models import Organization

KINDS = (
    ".docx,.docm,.doc,.odt,.rtf,.xml,.pdf,.xlsx,.xls,.ods,.csv"
    ",.html,.htm,.xhtml,.txt,.md,.zip,.jpg,.jpeg,.png,.tif,.tiff"
)
NO_FILE = _("پرونده‌ای برگزیده نشده است؛ فرم پرشده را از رایانهٔ خود برگزینید.")
MEGABYTE = 1024 * 1024
MOST_AT_ONCE = 40 * MEGABYTE  # of files that are read in the click itself
MOST_TOGETHER = 200 * MEGABYTE  # of files that are read by the queue
TOO_MUCH = _("پرونده‌ها روی هم بیش از %(most)s مگابایت است؛ آنها را در چند نوبت بیاورید. هیچ‌یک خوانده نشد.")
NOT_AUTHOR = _("شما نویسندهٔ این دستگاه نیستید؛ یکی از دستگاه‌های فهرست را برگزینید.")
NO_OFFICE = _("دستگاهی را که فرم از آن است برگزینید.")
OF_FILE = _("«%(name)s»: %(problem)s")


class ManyFiles(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files in one field; none of them is judged here, so that a bad one does not cost the others."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        if not data:
            raise forms.ValidationError(NO_FILE, code="required")
        refuse_much(data, MOST_TOGETHER)
        return list(data)


def refuse_much(files: Sequence[UploadedFile], most: int) -> None:
    """ValidationError when they are more than so many bytes together."""
    if sum(file.size or 0 for file in files) > most:
        raise forms.ValidationError(TOO_MUCH % {"most": persian_digits(most // MEGABYTE)}, code="large")


class Bring(forms.Form):
    """Whose forms they are, and the files."""

    office = forms.ModelChoiceField(
        Organization.objects.none(),
        label=_("دستگاه"),
        empty_label=None,
        error_messages={"required": NO_OFFICE, "invalid_choice": NOT_AUTHOR},
    )
    files = FilesField(label=_("فرم‌های پرشده"))

    def __init__(self, data: Any, files: Any, offices: Sequence[Organization]) -> None:
        super().__init__(data, files, label_suffix="")
        self.only_office = offices[0] if len(offices) == 1 else None
        self.fields["office"].queryset = Organization.objects.filter(pk__in=[office.pk for office in offices])
        self.fields["files"].widget.attrs["accept"] = KINDS
        if self.only_office:
            del self.fields["office"]

    @property
    def office_meant(self) -> Organization:
        return self.only_office or self.cleaned_data["office"]

    def refuse(self, file: UploadedFile, problem: str) -> None:
        """Beside the field; the others are still taken."""
        self.add_error("files", OF_FILE % {"name": plain_name(file.name or ""), "problem": problem})
