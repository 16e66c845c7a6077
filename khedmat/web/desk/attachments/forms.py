"""What people say of a file that they attach, and why they take one away."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from khedmat.cards.attaching.place import Given
from khedmat.cards.enums import AttachmentKind
from khedmat.core.persian import fold_line, key
from khedmat.files.models import StoredFile
from khedmat.importing.attached import ENDINGS, media_of, safe_name
from khedmat.importing.readers.unreadable import Unreadable
from khedmat.web.days import DayField
from khedmat.web.desk.reasons import ReasonField
from khedmat.web.desk.titles.forms import GivenField

LONGEST_REASON = 2000


class AttachmentForm(forms.Form):
    """`may_publish`: whether it may be chosen that the public gets the file; `has_diagram`: whether it may be one."""

    kind = forms.ChoiceField(label=_("گونهٔ سند"), choices=AttachmentKind)
    title = forms.CharField(label=_("عنوان سند"), max_length=300)
    number = forms.CharField(label=_("شمارهٔ سند، اگر دارد"), max_length=100, required=False)
    day = DayField(label=_("تاریخ سند، اگر دارد"), max_length=20, required=False)
    file = GivenField(
        label=_("پرونده: PDF، Word، Excel، ODT یا تصویر PNG و JPEG، تا ۲۰ مگابایت"),
        allow_empty_file=True,
        error_messages={"required": _("پرونده‌ای را که پیوست می‌شود برگزینید.")},
    )
    is_public = forms.BooleanField(label=_("پس از انتشار شناسنامه، همه این پرونده را بگیرند"), required=False)

    def __init__(self, data: Any, files: Any, *, may_publish: bool, has_diagram: bool, kind: str = "") -> None:
        super().__init__(data, files, label_suffix="", initial={"kind": kind or AttachmentKind.LETTER})
        if not may_publish:
            del self.fields["is_public"]
        if not has_diagram:
            self.fields["kind"].choices = [one for one in AttachmentKind.choices if one[0] != AttachmentKind.DIAGRAM]
        self.fields["file"].widget.attrs["accept"] = ",".join(ENDINGS)

    def clean_title(self) -> str:
        title = fold_line(self.cleaned_data["title"])
        if not key(title):
            raise ValidationError(_("عنوان سند را بنویسید، مانند «نامهٔ ابلاغ آیین‌نامه»."))
        return title

    def clean_number(self) -> str:
        return fold_line(self.cleaned_data["number"])

    def clean_day(self) -> Any:
        day = self.cleaned_data["day"]
        if day and day > timezone.localdate():
            raise ValidationError(_("تاریخ سند از امروز دیرتر است؛ تاریخ روی سند را بنویسید."))
        return day

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("file") and said.get("kind"):
            try:
                self.sniffed = media_of(said["file"].data, is_diagram=said["kind"] == AttachmentKind.DIAGRAM)
            except Unreadable as refusal:
                self.add_error("file", refusal.message)
        return said

    @property
    def name(self) -> str:
        """As it is saved again."""
        return safe_name(self.cleaned_data["file"].name, self.sniffed[1])

    def given(self, file: StoredFile) -> Given:
        said = self.cleaned_data
        told = {name: said[name] for name in ("kind", "title", "number", "day")}
        return Given(
            file=file, name=self.name, media_type=self.sniffed[0], is_public=bool(said.get("is_public")), **told
        )


class TakingAway(forms.Form):
    """Why; in a draft nobody else has seen the file, and the reason may stay empty."""

    reason = ReasonField(
        label=_("چرا برداشته می‌شود؟"), required=False, max_length=LONGEST_REASON, widget=forms.Textarea({"rows": 3})
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")
