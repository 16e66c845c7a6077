"""Pages by key: the page that follows begins behind the last row seen, so page 50,000 costs what the first does."""

from typing import Any, NamedTuple

from django.core import signing
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from ninja import Field, Schema


class Paged(Schema):
    """The page of a list."""

    cursor: str = Field("", max_length=1000, description="From `next` of the page before; means nothing elsewhere.")
    limit: int = Field(20, ge=1, le=100)


class Order(NamedTuple):
    """By one column that is never null, then by key."""

    column: str
    is_down: bool = False


def page_of(request: HttpRequest, rows: QuerySet[Any], *, by: Order, wanted: Paged) -> tuple[list[Any], str | None]:
    """The rows of the page, and the address of the next one. BadSignature for a cursor that is not of this list."""
    sign = "-" if by.is_down else ""
    behind = _behind(by, signing.loads(wanted.cursor, salt=_salt(request, by))) if wanted.cursor else Q()
    found = list(rows.filter(behind).order_by(f"{sign}{by.column}", f"{sign}pk")[: wanted.limit + 1])
    shown = found[: wanted.limit]
    return shown, _following(request, by, shown[-1]) if len(found) > len(shown) else None


def _behind(order: Order, last: tuple[Any, int]) -> Q:
    value, pk = last
    side = "lt" if order.is_down else "gt"
    return Q(**{f"{order.column}__{side}": value}) | Q(**{order.column: value, f"pk__{side}": pk})


def _following(request: HttpRequest, order: Order, last: Any) -> str:
    value = last.serializable_value(order.column)
    said = [value.isoformat() if hasattr(value, "isoformat") else value, last.pk]
    query = request.GET.copy()
    query["cursor"] = signing.dumps(said, salt=_salt(request, order))
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")


def _salt(request: HttpRequest, order: Order) -> str:
    """A cursor is good for its own list in its own order; nobody can write one."""
    return f"{request.path}:{order}"
