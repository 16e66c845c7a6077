"""Long public lists, a page at a time."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

from khedmat.web.paging import KeyPaginator

A_PAGE = 20


def paged(request: HttpRequest, rows: QuerySet[Any] | Sequence[Any], *, size: int = A_PAGE) -> Page:
    """The page asked for; a number that is none or too big gives the nearest page there is."""
    pages = KeyPaginator if isinstance(rows, QuerySet) else Paginator
    return pages(rows, size).get_page(request.GET.get("page"))
