"""The filters of the public list: they live in the address, so that a list can be sent to somebody."""

from typing import Any, NamedTuple

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from khedmat.cards.figures import figure
from khedmat.cards.models import ServiceVersion
from khedmat.cards.vocabulary import VOCABULARY
from khedmat.core.persian import fold_line
from khedmat.web import agencies
from khedmat.web.form_rendering import KeptSelect
from khedmat.web.geography import MAP
from khedmat.web.public.seeking.matching import matching
from khedmat.web.words import number, prose

SORTS = {"title": ("sort_key", "pk"), "new": ("-published_at", "-pk"), "agency": ("owner__sort_key", "sort_key", "pk")}
ANY = ("", _("همه"))


def options(list_name: str) -> list[tuple[str, Any]]:
    """A code list as choices, with «همه» first."""
    return [ANY, *((value, label.fa) for value, label in VOCABULARY[list_name].items())]


def picked(list_name: str, label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=options(list_name), widget=KeptSelect)


class ServiceFilter(forms.Form):
    """Boxes of the form that narrow the list."""

    q = forms.CharField(label=_("در عنوان و متن"), required=False, max_length=200)
    agency = forms.SlugField(label=_("دستگاه"), required=False, widget=KeptSelect, max_length=80)
    type = picked("service_type", _("نوع خدمت"))
    nature = picked("nature", _("ماهیت"))
    level = picked("level", _("سطح"))
    event = picked("life_event", _("رویداد زندگی"))
    start = picked("start_trigger", _("آغاز خدمت"))
    electronic = forms.ChoiceField(
        label=_("الکترونیکی"),
        required=False,
        choices=[ANY, ("yes", _("دست‌کم یک مرحله")), ("no", _("هیچ مرحله"))],
        widget=KeptSelect,
    )
    place = forms.ChoiceField(
        label=_("استان دستگاه"),
        required=False,
        choices=[ANY, *((p.code, p.name) for p in MAP.provinces)],
        widget=KeptSelect,
    )
    sort = forms.ChoiceField(
        label=_("به ترتیب"),
        required=False,
        choices=[("title", _("الفبای عنوان")), ("new", _("تازه‌ترین انتشار")), ("agency", _("نام دستگاه"))],
        widget=KeptSelect,
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")
        self.fields["agency"].widget.choices = (ANY, *agencies.named())

    def clean_q(self) -> str:
        return fold_line(self.cleaned_data["q"])

    def apply(self, versions: QuerySet[ServiceVersion]) -> QuerySet[ServiceVersion]:
        """The versions that fit; a filter whose value is unknown is shown as an error and narrows nothing."""
        self.is_valid()
        if words := self.cleaned_data.get("q"):
            versions = matching(versions, words, self.given)
        for name, value in self.given.items():
            versions = NARROW[name](versions, value)
        return self._in_order(versions)

    def _in_order(self, versions: QuerySet[ServiceVersion]) -> QuerySet[ServiceVersion]:
        """As asked; a search of which nobody asked an order keeps its own, best first."""
        sort = self.cleaned_data.get("sort")
        if not sort and self.cleaned_data.get("q"):
            return versions
        return versions.order_by(*SORTS[sort or "title"])

    @cached_property
    def given(self) -> dict[str, str]:
        """The values of code lists that narrow the list."""
        return {name: self.cleaned_data[name] for name in filter(self.cleaned_data.get, NARROW)}

    @property
    def is_whole_by_agency(self) -> bool:
        """Whether all services are shown in the order of agencies."""
        said = self.cleaned_data
        return said.get("sort") == "agency" and not said.get("q") and not self.given

    def count(self, rows: QuerySet[ServiceVersion]) -> int | None:
        """How many there are: of the same boxes counted once while nothing is decided; words are counted each time."""
        if self.cleaned_data.get("q"):
            return None
        return figure(("services", *self.given.items()), rows.order_by().count)


class PermitFilter(forms.Form):
    """What narrows the list of permits; an agency is said with the number of its permits that hold the words."""

    q = forms.CharField(label=_("در عنوان مجوز و نام دستگاه"), required=False, max_length=200)
    agency = forms.ChoiceField(label=_("دستگاه"), required=False, widget=KeptSelect)
    action = picked("permit_action", _("کار"))

    def __init__(self, data: Any, counted: list[dict[str, Any]]) -> None:
        super().__init__(data, label_suffix="")
        named = [(one["code"], f"{prose(one['name'])} ({number(one['permits'])})") for one in counted]
        self.fields["agency"].choices = [ANY, *named]
        self.is_valid()

    @property
    def picked_agency(self) -> str:
        """Its code; an unknown one is shown as an error and narrows nothing."""
        return self.cleaned_data.get("agency", "")


def action_in(data: QueryDict) -> str:
    """What somebody wants to do with a permit; an unknown word narrows nothing."""
    value = data.get("action", "")
    return value if value in VOCABULARY["permit_action"] else ""


NARROW = {
    "agency": lambda versions, code: versions.of_agency(code),
    "type": lambda versions, kind: versions.of_type(kind),
    "nature": lambda versions, nature: versions.filter(nature=nature),
    "level": lambda versions, level: versions.at_level(level),
    "event": lambda versions, event: versions.for_event(event),
    "start": lambda versions, trigger: versions.filter(start_trigger__contains=[trigger]),
    "place": lambda versions, code: versions.filter(owner__place__code=code),
    "electronic": lambda versions, wanted: versions.electronic(wanted == "yes"),
}


def rest_of(data: QueryDict, *names: str) -> str:
    """The address of this list without its page and these names, ready for another value."""
    kept = data.copy()
    for gone in ("page", *names):
        kept.pop(gone, None)
    return f"{kept.urlencode()}&" if kept else ""


class Chip(NamedTuple):
    """A filter in force, and the address of the list without it."""

    label: Any
    value: str
    rest: str


def chips(form: ServiceFilter) -> list[Chip]:
    """The filters in force in the order of the form; the order of rows is none."""
    given = [(name, form.cleaned_data.get(name)) for name in ("q", *NARROW)]
    return [
        Chip(form.fields[name].label, _said(form, name, value), _without(form, name)) for name, value in given if value
    ]


def _said(form: ServiceFilter, name: str, value: str) -> str:
    """The words of the option, or those that somebody typed."""
    choices = getattr(form.fields[name].widget, "choices", ())
    return str(dict(choices).get(value, value))


def _without(form: ServiceFilter, name: str) -> str:
    kept = form.data.copy()
    for gone in (name, "page"):
        kept.pop(gone, None)
    return kept.urlencode()
