"""What narrows the list of agencies; it lives in the address."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from khedmat.cards.enums import Stage
from khedmat.cards.models import ServiceVersion
from khedmat.core.persian import fold_line, squeeze
from khedmat.organizations.enums import Kind, Scope
from khedmat.organizations.models import Membership, Organization, OrganizationQuerySet, Place, Succession
from khedmat.organizations.naming import called

ANY = ("", _("همه"))
STATES = [ANY, ("here", _("در کار")), ("ended", _("پایان‌یافته")), ("changed", _("دارای تغییر"))]


class AgencyFilter(forms.Form):
    """An unknown value narrows nothing."""

    q = forms.CharField(label=_("در نام‌ها، امروز و پیشین"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("گونه"), required=False, choices=[ANY, *Kind.choices])
    scope = forms.ChoiceField(label=_("گستره"), required=False, choices=[ANY, *Scope.choices])
    state = forms.ChoiceField(label=_("وضع"), required=False, choices=STATES)
    place = forms.ModelChoiceField(
        Place.objects.all(), label=_("استان"), required=False, empty_label=_("همه"), to_field_name="code"
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")
        self.is_valid()

    def narrow(self, agencies: QuerySet[Organization], on: date) -> QuerySet[Organization]:
        said = self.cleaned_data
        plain = {name: said[name] for name in ("kind", "scope", "place") if said.get(name)}
        if squeeze(words := fold_line(said.get("q", ""))):
            agencies = agencies.filter(pk__in=called(words))
        return _in_state(agencies.filter(**plain), said.get("state", ""), on)

    @property
    def is_used(self) -> bool:
        return any(self.cleaned_data.values())


def _in_state(agencies: QuerySet[Organization], state: str, on: date) -> QuerySet[Organization]:
    if state == "ended":
        return agencies.filter(valid_to__lt=on)
    if state == "changed":
        own = Succession.objects.filter(Q(before=OuterRef("pk")) | Q(after=OuterRef("pk")))
        return agencies.filter(Exists(own))
    return agencies.in_force(on) if state == "here" else agencies


def counts_of(agencies: list[Organization], on: date) -> tuple[dict[int, int], dict[int, int]]:
    """Published services and people, agency by agency; two questions."""
    keys = [agency.pk for agency in agencies]
    published = ServiceVersion.objects.filter(owner__in=keys, stage=Stage.PUBLISHED).order_by()
    members = Membership.objects.filter(organization__in=keys).in_force(on).order_by()
    return (
        dict(published.values_list("owner").annotate(Count("pk"))),
        dict(members.values_list("organization").annotate(Count("user", distinct=True))),
    )


def with_parents() -> OrganizationQuerySet:
    return Organization.objects.select_related("parent", "place").order_by("sort_key", "pk")
