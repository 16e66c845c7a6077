"""The history of what is no card: lists of titles, rounds of article 2, provincial copies."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from khedmat.web.desk.copies.guard import office_copy
from khedmat.web.desk.duty_letters import round_of, seen_reminders
from khedmat.web.desk.happenings import of_copies, of_rounds, of_titles
from khedmat.web.desk.history import A_PAGE
from khedmat.web.desk.titles.guard import office_titles
from khedmat.web.kept import signed_in


@require_safe
@never_cache
@signed_in
def title_list(request: HttpRequest, pk: int) -> HttpResponse:
    titles = office_titles(request, pk)
    page = _page(request, of_titles.events(titles))
    return render(request, "desk/titles/history.html", {"titles": titles, "page": page, "events": page.object_list})


@require_safe
@never_cache
@signed_in
def duty_round(request: HttpRequest, pk: int) -> HttpResponse:
    found = round_of(pk)
    page = _page(request, of_rounds.events(found, seen_reminders(request, found)))
    return render(request, "desk/duty/history.html", {"round": found, "page": page, "events": page.object_list})


@require_safe
@never_cache
@signed_in
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    found = office_copy(request, pk)
    page = _page(request, of_copies.events(found))
    context = {"copy": found, "page": page, "events": of_copies.told(page.object_list)}
    return render(request, "desk/copies/history.html", context)


def _page(request: HttpRequest, lines: Sequence[Any]) -> Page[Any]:
    return Paginator(lines, A_PAGE).get_page(request.GET.get("page"))
