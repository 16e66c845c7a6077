"""Whom services are for: the groups of the register, broader over narrower, and the services for each."""

from collections.abc import Iterable
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from khedmat.cards.lines import audiences as lines
from khedmat.cards.vocabulary import VOCABULARY
from khedmat.core.sequences import first_where
from khedmat.registers.models import Audience
from khedmat.web.facts import published
from khedmat.web.public.access import public_page
from khedmat.web.public.entries import merged
from khedmat.web.public.forms import rest_of
from khedmat.web.public.paging import paged

BOXES = list(VOCABULARY["service_type"])


class Row(NamedTuple):
    """A group, how many published services are for it, and the groups right under it."""

    group: Audience
    services: int
    under: list["Row"]


@public_page
def audience_list(request: HttpRequest) -> HttpResponse:
    under, sizes = lines.narrower(lines.groups()), lines.sizes()
    tops = sorted(under.get(None, []), key=_place)
    rows = [Row(one, sizes.get(one.pk, 0), _rows(under.get(one.pk, []), sizes)) for one in tops]
    return render(request, "public/ways/audiences.html", {"rows": rows})


@public_page
def audience(request: HttpRequest, slug: str) -> HttpResponse:
    """Of one that was merged: that it is gone, and what stands in its place."""
    entries = lines.groups()
    one = first_where(lambda group: group.code == slug, entries.values())
    if not one:
        gone = get_object_or_404(Audience.objects.select_related("merged_into"), code=slug, merged_into__isnull=False)
        return merged(request, gone, "web:audience")
    box = VOCABULARY["service_type"].get(one.service_type)
    context = {
        "one": one,
        "label": box.fa if box else "",
        "above": [*lines.path(entries, one.broader_id)][::-1],
        "under": _rows(lines.narrower(entries).get(one.pk, []), lines.sizes()),
        "page": paged(request, lines.reaching(published(), one)),
        "query": rest_of(request.GET),
    }
    return render(request, "public/ways/audience.html", context)


def _rows(groups: Iterable[Audience], sizes: dict[int, int]) -> list[Row]:
    """Those with the most services first."""
    rows = (Row(one, sizes.get(one.pk, 0), []) for one in groups)
    return sorted(rows, key=lambda row: (-row.services, row.group.sort_key))


def _place(one: Audience) -> tuple[int, str]:
    """What the form itself names first, as it prints it."""
    return (BOXES.index(one.service_type) if one.service_type in BOXES else len(BOXES), one.sort_key)
