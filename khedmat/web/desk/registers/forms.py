"""What a steward types: an entry of a register, and into which other it is merged."""

from typing import Any, ClassVar

from django import forms
from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from khedmat.cards.vocabulary import VOCABULARY
from khedmat.core.persian import fold_line
from khedmat.registers.enums import LawState, SystemState
from khedmat.registers.models import Audience, DataElement, DocumentType, LegalSource, System
from khedmat.registers.models.entry import LONGEST, Entry, EntryQuerySet
from khedmat.web.days import DayField
from khedmat.web.empty_choice import say_empty_choices

NO_TITLE = _("عنوان را بنویسید.")
NO_CODE = _("نام کوتاهی به حروف لاتین بنویسید؛ نمونه: birth-certificate")
NOT_A_CODE = _("تنها حرف و رقم لاتین و خط تیره بنویسید؛ نمونه: birth-certificate")
SERVICE_TYPES = [("", _("هیچ‌کدام")), *((value, label.fa) for value, label in VOCABULARY["service_type"].items())]


class LinesField(forms.CharField):
    """A list of names, each on a line of its own."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        lines = list(filter(None, map(fold_line, super().clean(value).splitlines())))
        if any(len(line) > LONGEST for line in lines):
            raise forms.ValidationError(_("یکی از نام‌ها از ۳۰۰ نویسه بلندتر است؛ آن را کوتاه کنید."))
        return lines


class EntryForm(forms.ModelForm):
    """The part that all registers share; a new entry also says its place in addresses, which then stays."""

    aliases = LinesField(
        label=_("نام‌های دیگر، هر یک در یک سطر"), required=False, strip=False, widget=forms.Textarea({"rows": 5})
    )
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, data: Any, instance: Entry) -> None:
        super().__init__(data, instance=instance, label_suffix="", initial={"seen": instance.revision})
        self.fields["title"].error_messages["required"] = NO_TITLE
        if instance.pk:
            del self.fields["code"]
        else:
            self.fields["code"].widget.attrs["dir"] = "ltr"
            self.fields["code"].help_text = _("نمونه: birth-certificate؛ پس از ثبت تغییر نمی‌کند.")
            self.fields["code"].error_messages |= {"required": NO_CODE, "invalid": NOT_A_CODE}
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = _offered(field.queryset.model, instance)
        say_empty_choices(self.fields.values())

    def clean_title(self) -> str:
        return fold_line(self.cleaned_data["title"])


def _offered(model: type[Model], instance: Entry) -> QuerySet[Any]:
    """Agencies; of entries those that stand, but not the one at hand."""
    rows = model._default_manager.order_by("sort_key", "pk")
    if not issubclass(model, Entry):
        return rows
    return rows.filter(merged_into=None).exclude(pk=instance.pk if isinstance(instance, model) else None)


class DocumentForm(EntryForm):
    class Meta:
        model = DocumentType
        fields = ["title", "code", "aliases", "issuer", "held_by", "validity", "personal_data"]


class LawForm(EntryForm):
    approved_on = DayField(label=_("تاریخ تصویب"), required=False)
    url = forms.URLField(label=_("نشانی متن"), required=False, assume_scheme="https")

    class Meta:
        model = LegalSource
        fields = ["title", "code", "aliases", "kind", "number", "approved_on", "authority", "articles", "url"]


class SystemForm(EntryForm):
    url = forms.URLField(label=_("نشانی وب"), required=False, assume_scheme="https")

    class Meta:
        model = System
        fields = ["title", "code", "aliases", "owner", "url"]


class ElementForm(EntryForm):
    class Meta:
        model = DataElement
        fields = ["title", "code", "aliases", "system", "holder"]


class AudienceForm(EntryForm):
    service_type = forms.ChoiceField(
        label=_("نوع خدمت در فرم، اگر همهٔ گیرندگان آن این گروه‌اند"), required=False, choices=SERVICE_TYPES
    )

    class Meta:
        model = Audience
        fields = ["title", "code", "aliases", "broader", "service_type", "about"]


class EndingChoice(forms.Form):
    """How an entry ends, and by what it is replaced; it lives in the address. The field `by` offers what holds."""

    holding: ClassVar[Any]  # the entries that may come after it
    missing: ClassVar[Any]  # what is said where none was chosen

    def __init__(self, data: Any, entry: Entry) -> None:
        super().__init__(data, label_suffix="")
        self.fields["by"].queryset = self.holding().exclude(pk=entry.pk).for_list()

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        is_replaced = said.get("how") == "replaced"
        if is_replaced and not said.get("by") and "by" not in self.errors:
            self.add_error("by", self.missing)
        return said if is_replaced or "how" not in said else said | {"by": None}


class LawEnding(EndingChoice):
    how = forms.ChoiceField(
        label=_("چه شده است؟"), choices=[("replaced", _("قانون دیگری جای آن را گرفته")), ("repealed", _("نسخ شده"))]
    )
    by = forms.ModelChoiceField(None, label=_("قانون جایگزین"), required=False, empty_label=_("قانونی برگزینید"))
    missing = _("قانون جایگزین را برگزینید؛ اگر در فهرست نیست، نخست آن را بیفزایید.")

    @staticmethod
    def holding() -> EntryQuerySet:
        return LegalSource.objects.standing().filter(state=LawState.IN_FORCE)


class SystemEnding(EndingChoice):
    how = forms.ChoiceField(
        label=_("چه شده است؟"), choices=[("replaced", _("سامانهٔ دیگری جای آن را گرفته")), ("closed", _("برچیده شده"))]
    )
    by = forms.ModelChoiceField(None, label=_("سامانهٔ جایگزین"), required=False, empty_label=_("سامانه‌ای برگزینید"))
    missing = _("سامانهٔ جایگزین را برگزینید؛ اگر در فهرست نیست، نخست آن را بیفزایید.")

    @staticmethod
    def holding() -> EntryQuerySet:
        return System.objects.standing().filter(state=SystemState.RUNNING)


class MergeChoice(forms.Form):
    """The entry that stays; it lives in the address."""

    into = forms.ModelChoiceField(None, label=_("این مدخل در کدام مدخل ادغام شود؟"), empty_label=_("مدخلی برگزینید"))

    def __init__(self, data: Any, others: QuerySet[Any]) -> None:
        super().__init__(data, label_suffix="")
        self.fields["into"].queryset = others
