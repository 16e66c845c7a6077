"""Long public lists, a page at a time."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

from khedmat.web.paging import KeyPaginator

A_PAGE = 20
A_BOARD = 100  # rows of a table of agencies: five hundred at once are slow to lay out on a cheap phone


def paged(
    request: HttpRequest,
    rows: QuerySet[Any] | Sequence[Any],
    *,
    size: int = A_PAGE,
    pages: type[KeyPaginator] = KeyPaginator,
    count: int | None = None,
) -> Page:
    """The page asked for; a number that is none or too big gives the nearest page there is. `count`: if it is known."""
    found = (pages if isinstance(rows, QuerySet) else Paginator)(rows, size)
    if count is not None:
        found.count = count
    return found.get_page(request.GET.get("page"))
