"""The page of the staff search: the first of every kind with counts, or one kind page by page."""

from datetime import date
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import quote

from django.core.paginator import Page, Paginator
from django.db.models import Count, Window
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from khedmat.accounts.models import User
from khedmat.core import asked as told
from khedmat.web.desk.search.asked import Asked, asked
from khedmat.web.desk.search.finder import Finder, Hit
from khedmat.web.desk.search.table import FINDERS
from khedmat.web.kept import signed_in
from khedmat.web.paging import KeyPaginator
from khedmat.web.public.forms import rest_of

FIRST, A_PAGE = 8, 50
OF_ALL = Window(Count("pk"))


class Group(NamedTuple):
    """What was found of one kind: the first hits of `total`."""

    finder: Finder
    total: int
    hits: list[Hit]

    @property
    def more(self) -> int:
        return self.total - len(self.hits)


@require_safe
@never_cache
@signed_in
def search(request: HttpRequest) -> HttpResponse:
    what, today = asked(request.GET.get("q", "")), timezone.localdate()
    one = next((finder for finder in FINDERS if finder.code == request.GET.get("of")), None)
    if not what.words:
        found: dict[str, Any] = {"groups": [], "page": None}
    elif one:
        page = _page(one, what, request)
        found = {"groups": [Group(one, page.paginator.count, _hits(one, page, what))], "page": page}
    else:
        groups = [_first_of(finder, what, user=request.user, on=today) for finder in FINDERS]
        found = {"groups": [group for group in groups if group.total], "page": None}
    context = {"q": what.text, "asked": what, "sought": quote(what.text), "only": one, "query": rest_of(request.GET)}
    return render(request, "desk/search/search.html", context | found)


def _page(finder: Finder, what: Asked, request: HttpRequest) -> Page[Any]:
    rows = finder.rows(what, request.user, timezone.localdate())
    pages = Paginator if isinstance(rows, list) else KeyPaginator
    return pages(rows, A_PAGE).get_page(request.GET.get("page"))


def _first_of(finder: Finder, what: Asked, *, user: User, on: date) -> Group:
    """The first rows and how many there are in one question, or in two."""
    if finder.is_plain and not what.number:
        words = {f"word{place}": word for place, word in enumerate(what.words)}
        return _counted(finder, list(_written(finder, len(words))(user=user.pk, on=on, **words)), what)
    rows = finder.rows(what, user, on)
    if isinstance(rows, list):
        return Group(finder, len(rows), _hits(finder, rows[:FIRST], what))
    first = rows.annotate(of_all=OF_ALL)
    if finder.is_wide:
        keys = list(first.values_list("pk", "of_all")[:FIRST])
        found = rows.filter(pk__in=[pk for pk, _total in keys]) if keys else []
        return Group(finder, keys[0][1] if keys else 0, _hits(finder, found, what))
    return _counted(finder, list(first[:FIRST]), what)


def _counted(finder: Finder, found: list[Any], what: Asked) -> Group:
    return Group(finder, found[0].of_all if found else 0, _hits(finder, found, what))


@cache
def _written(finder: Finder, words: int) -> told.Asked[Any]:
    """The same question for any so many words of anybody on any day."""
    what = Asked("", tuple(told.Given(f"word{place}") for place in range(words)), "", {})
    return told.Asked(lambda: finder.rows(what, told.USER, told.ON).annotate(of_all=OF_ALL)[:FIRST])


def _hits(finder: Finder, rows: Any, what: Asked) -> list[Hit]:
    return [finder.hit(row, what) for row in rows]
