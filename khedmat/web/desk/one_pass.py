"""A page of my list and the counts of its tabs by one look: words were looked for in all titles twice."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.core.paginator import Page, Paginator
from django.db import connection
from django.db.models import QuerySet

from khedmat.cards.models import ServiceVersion

A_PAGE, LAST = 20, 2**31 - 1
_PASS = """
WITH seen ({columns}) AS MATERIALIZED ({rows}),
counted AS (SELECT stage, count(*) AS n FROM seen GROUP BY stage),
start AS (
    SELECT LEAST((%s - 1)::bigint * {size}, (GREATEST(sum(n), 1)::bigint - 1) / {size} * {size}) AS at
    FROM counted WHERE %s IN ('', stage)
),
shown AS (
    SELECT pk, is_mine FROM seen WHERE %s IN ('', stage)
    ORDER BY {order} LIMIT {size} OFFSET (SELECT at FROM start)
)
SELECT COALESCE((SELECT at FROM start), 0), ARRAY(SELECT stage FROM counted), ARRAY(SELECT n FROM counted),
    ARRAY(SELECT pk FROM shown), ARRAY(SELECT is_mine FROM shown)
"""
_NOTHING = (0, [], [], [], [])


class Look(NamedTuple):
    """`counts`: versions by stage. The rows of `page` are keys, each with whether it waits for me."""

    counts: dict[str, int]
    page: Page


def look(versions: QuerySet[ServiceVersion], order: Sequence[str], *, stage: str, number: str | None) -> Look:
    """Of versions with `is_mine`, those first. `stage`: of one alone, or empty; the nearest page there is."""
    asked, given = _asked(versions, ("-is_mine", *order))
    start, stages, counted, keys, mine = (
        _answered(asked, [*given, _number(number), stage, stage]) if asked else _NOTHING
    )
    counts = dict(zip(stages, counted, strict=True))
    total = counts.get(stage, 0) if stage else sum(counts.values())
    page = Paginator(range(total), A_PAGE).page(start // A_PAGE + 1)
    page.object_list = list(zip(keys, mine, strict=True))
    return Look(counts, page)


def _asked(versions: QuerySet[ServiceVersion], order: Sequence[str]) -> tuple[str, Sequence[Any]]:
    """The question with what its rows are given; nothing where there can be no row."""
    columns = list(dict.fromkeys(("pk", "stage", *(name.lstrip("-") for name in order))))
    by = ", ".join(f"{name.lstrip('-')} DESC" if name.startswith("-") else name for name in order)
    try:
        rows, given = versions.order_by().values_list(*columns).query.sql_with_params()
    except EmptyResultSet:
        return "", ()
    return _PASS.format(columns=", ".join(columns), rows=rows, size=A_PAGE, order=by), given


def _answered(asked: str, given: Sequence[Any]) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(asked, given)
        return cursor.fetchone()


def _number(text: str | None) -> int:
    """As Django reads it: the first page for what is no number, the last for one that there is not."""
    try:
        number = int(text or 1)
    except ValueError:
        return 1
    return number if 0 < number < LAST else LAST
