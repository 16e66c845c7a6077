"""The families of IDs: each main service with its sub-services, by the four digits that they share."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django import forms
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from khedmat.cards.enums import Stage
from khedmat.cards.figures import figure
from khedmat.cards.identifiers import bare
from khedmat.cards.models import GivenId, ServiceVersion
from khedmat.cards.models.identity import MAIN
from khedmat.cards.models.queries import MOST_WORDS
from khedmat.core.persian import key
from khedmat.core.sequences import first_where, grouped
from khedmat.web.public.access import public_page
from khedmat.web.public.forms import rest_of
from khedmat.web.public.paging import paged
from khedmat.web.tables import csv_answer

MOST_SUBS = 40  # of one family on the list; the page of its ID has them all
LENGTH, FAMILY = 11, slice(4, 8)  # of an ID; the digits of it that a family shares
COLUMNS = ("service__given_id__main", "service", "service__code", "title", "service__owner__name")
HEADINGS = (_("شمارهٔ خانواده"), _("شناسه"), _("عنوان"), _("دستگاه"))


class FamilyFilter(forms.Form):
    """What narrows and orders the families; it lives in the address. An unknown value narrows nothing."""

    q = forms.CharField(label=_("شناسه، شمارهٔ خانواده یا عنوان"), required=False, max_length=200)
    only = forms.ChoiceField(
        label=_("کدام"), required=False, choices=[("", _("همه")), ("subs", _("آنها که زیرخدمت دارند"))]
    )
    sort = forms.ChoiceField(label=_("به ترتیب"), required=False, choices=[("", _("شماره")), ("size", _("پرشمارترین"))])

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")
        self.is_valid()

    def families(self) -> list[str]:
        """Numbers of all that fit, in the order asked for."""
        said, sizes = self.cleaned_data, figure("families", _sizes)
        least = 2 if said.get("only") == "subs" else 1
        found = [main for main in _named(said.get("q", ""), sizes) if sizes[main] >= least]
        return sorted(found, key=lambda main: -sizes[main]) if said.get("sort") == "size" else found


class Member(NamedTuple):
    """A published service of a family."""

    pk: int
    code: str
    title: str
    agency: str


class Family(NamedTuple):
    """`main`: the service that the others stand below; None where its card is not published. `more`: not shown."""

    number: str
    main: Member | None
    subs: list[Member]
    more: int

    @property
    def first(self) -> Member:
        return self.main or self.subs[0]


def _sizes() -> dict[str, int]:
    """Number → how many published services bear it, in the order of the numbers."""
    given = GivenId.objects.filter(service__versions__stage=Stage.PUBLISHED).order_by("main")
    return dict(given.values_list("main").annotate(Count("pk")))


def _named(words: str, sizes: dict[str, int]) -> list[str]:
    """By an ID, by the first digits of a number, or by words of any title in the family."""
    number = bare(words)
    if number.isdigit():
        return _beginning(number[FAMILY] if len(number) == LENGTH else number, sizes)
    titled = _titled(words) if key(words) else sizes
    return [main for main in sizes if main in titled]


def _beginning(digits: str, sizes: dict[str, int]) -> list[str]:
    return [main for main in sizes if main.startswith(digits)]


def _titled(words: str) -> set[str]:
    """Of families with a title that holds all words; one question."""
    held = Q(*(Q(title_key__contains=word) for word in key(words).split()[:MOST_WORDS]))
    return set(_published().order_by().filter(held).values_list("service__given_id__main", flat=True))


def _published() -> QuerySet[Any]:
    found = ServiceVersion.objects.published().filter(service__given_id__isnull=False)
    return found.order_by("service__given_id__main", "service__given_id__sub", "service__given_id")


def _families(numbers: Iterable[str]) -> list[Family]:
    """In the order of the numbers; one question."""
    rows = _published().filter(service__given_id__main__in=numbers).values_list(*COLUMNS)
    members = grouped(rows, by=lambda row: row[0])
    return [_family(number, [Member(*row[1:]) for row in members[number]]) for number in numbers if number in members]


def _family(number: str, members: list[Member]) -> Family:
    main = first_where(lambda one: one.code.endswith(MAIN), members)
    subs = [one for one in members if one is not main]
    return Family(number, main, subs[:MOST_SUBS], max(len(subs) - MOST_SUBS, 0))


@public_page
def families(request: HttpRequest) -> HttpResponse:
    form = FamilyFilter(request.GET)
    page = paged(request, form.families())
    context = {"form": form, "page": page, "families": _families(page.object_list), "query": rest_of(request.GET)}
    return render(request, "public/families.html", context)


@public_page
def table(request: HttpRequest) -> HttpResponse:
    """All pages of what the list shows, a service a row."""
    numbers = FamilyFilter(request.GET).families()
    found = grouped(_published().values_list(*COLUMNS).iterator(), by=lambda row: row[0])
    rows = ((number, code, title, agency) for one in numbers for number, _pk, code, title, agency in found.get(one, []))
    return csv_answer("families.csv", HEADINGS, rows)
