"""Files that a person brings: each is read at once, and what is wrong with it is said beside the field."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from khedmat.core.sequences import first
from khedmat.importing.readers.containers import sniffing
from khedmat.importing.readers.unreadable import Unreadable
from khedmat.importing.uploads import Given, papers_in, plain_name
from khedmat.organizations.models import Organization

KINDS = ".html,.htm,.xhtml,.txt,.md,text/html,text/plain"
NO_FILE = _("پرونده‌ای برگزیده نشده است؛ فرم پرشده را از رایانهٔ خود برگزینید.")
MOST_TOGETHER = 40 * 1024 * 1024  # all are read in one click, one after the other
TOO_MUCH = _("پرونده‌ها روی هم بیش از ۴۰ مگابایت است؛ آنها را در چند نوبت بیاورید. هیچ‌یک خوانده نشد.")
NOT_AUTHOR = _("شما نویسندهٔ این دستگاه نیستید؛ یکی از دستگاه‌های فهرست را برگزینید.")
NO_OFFICE = _("دستگاهی را که فرم از آن است برگزینید.")
LATER = _("این «%(kind)s» است. اکنون صفحهٔ وب (HTML) و متن ساده خوانده می‌شود؛ Word و PDF در نگارش بعدی می‌آید.")
ARCHIVE = _("این پروندهٔ فشرده (zip) است؛ آن را باز کنید و فرم‌های درون آن را بدهید.")
OF_FILE = _("«%(name)s»: %(problem)s")
WORD, EXCEL = b"word/", b"xl/"
LATER_KINDS = ((b"%PDF", "PDF"), (b"{\\rtf", "RTF"), (b"\xd0\xcf\x11\xe0", "Word"))
PACKED = b"PK\x03\x04"


class ManyFiles(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files in one field; none of them is judged here, so that a bad one does not cost the others."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        if not data:
            raise forms.ValidationError(NO_FILE, code="required")
        if sum(file.size or 0 for file in data) > MOST_TOGETHER:
            raise forms.ValidationError(TOO_MUCH, code="large")
        return list(data)


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

    def sound_files(self) -> list[Given]:
        """Those that hold something to take in; the sentence of every other one stands beside the field."""
        given = ((file, problem_of(file)) for file in self.cleaned_data["files"])
        return [_whole(file) for file, problem in given if not problem or self._refuse(file, problem)]

    def _refuse(self, file: UploadedFile, problem: str) -> None:
        self.add_error("files", OF_FILE % {"name": plain_name(file.name or ""), "problem": problem})


def problem_of(file: UploadedFile) -> str:
    """Why nothing of a file can be taken in; empty where something can."""
    if (file.size or 0) > sniffing.MOST_BYTES:
        return _sentence_of(lambda: sniffing.refuse_large(file.size or 0))
    given = _whole(file)
    if later := _kind_of_later(given.data):
        return later
    return _sentence_of(lambda: _demand_papers(given))


def _whole(file: UploadedFile) -> Given:
    file.seek(0)
    return Given(file.name or "", file.read())


def _sentence_of(read: Any) -> str:
    try:
        read()
    except Unreadable as refusal:
        return refusal.message
    return ""


def _demand_papers(given: Given) -> None:
    """A file in which no document can be taken in says why of its first one."""
    found = papers_in(given.data, plain_name(given.name))
    if all(paper.problem for paper in found):
        raise Unreadable(found[0].problem)


def _kind_of_later(data: bytes) -> str:
    """Told by the bytes: names of files are whatever people call them."""
    if data.startswith(PACKED):
        return _packed(data)
    kind = first(kind for signature, kind in LATER_KINDS if data.startswith(signature))
    return LATER % {"kind": kind} if kind else ""


def _packed(data: bytes) -> str:
    """The names of its members stand in an archive as they are."""
    kind = first(kind for sign, kind in ((WORD, "Word"), (EXCEL, "Excel")) if sign in data)
    return LATER % {"kind": kind} if kind else str(ARCHIVE)
