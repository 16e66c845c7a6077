"""What narrows and orders my list of cards; it lives in the address."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from khedmat.cards.enums import Severity
from khedmat.cards.models import Finding, ServiceVersion
from khedmat.core.letters import held
from khedmat.core.persian import fold_line, key
from khedmat.organizations.models import Organization
from khedmat.web.form_rendering import KeptSelect
from khedmat.web.public.forms import ANY

SORTS = {"changed": ("-touched_at", "-pk"), "title": ("sort_key", "pk")}


class CardFilter(forms.Form):
    """What narrows my list; it lives in the address. An unknown value narrows nothing."""

    q = forms.CharField(label=_("در عنوان"), required=False, max_length=200)
    office = forms.ChoiceField(label=_("دستگاه"), required=False, widget=KeptSelect)
    blocked = forms.BooleanField(label=_("تنها با مانع"), required=False)
    sort = forms.ChoiceField(
        label=_("به ترتیب"), required=False, choices=[("changed", _("آخرین تغییر")), ("title", _("الفبای عنوان"))]
    )

    def __init__(self, data: Any, offices: Sequence[Organization]) -> None:
        super().__init__(data, label_suffix="")
        self.offices = {office.code: office for office in offices}
        self.fields["office"].choices = [ANY, *((office.code, office.name) for office in offices)]
        if len(offices) < 2:
            del self.fields["office"]
        self.is_valid()

    def narrow(self, versions: QuerySet[ServiceVersion]) -> QuerySet[ServiceVersion]:
        said = self.cleaned_data
        words = [held("title_key", word) for word in key(fold_line(said.get("q", ""))).split()]
        if said.get("blocked"):
            words.append(Q(Exists(Finding.objects.filter(version=OuterRef("pk"), severity=Severity.BLOCKER))))
        if said.get("office"):
            words.append(Q(owner=self.offices[said["office"]]))
        return versions.filter(*words)

    @property
    def is_used(self) -> bool:
        """Whether something narrows the list."""
        return any(self.cleaned_data.get(name) for name in ("q", "office", "blocked"))

    @property
    def is_searched(self) -> bool:
        """Whether a title is looked for, not a queue looked through."""
        return bool(key(self.cleaned_data.get("q", "")))

    @property
    def order(self) -> tuple[str, ...]:
        return SORTS[self.cleaned_data.get("sort") or "changed"]
