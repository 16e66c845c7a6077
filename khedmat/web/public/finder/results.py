"""The permits that the answers leave, each with the reasons why it is there."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.contrib.postgres.aggregates import ArrayAgg, BoolOr
from django.core.paginator import Page, Paginator
from django.db.models import Min, Q
from django.http import HttpRequest
from django.utils.translation import gettext as _

from khedmat.cards.vocabulary import VOCABULARY, label
from khedmat.permits.finding import ANY, Given, narrowed

A_PAGE = 20
GROUP = ("organization__code", "organization__name", "organization__sort_key", "letters")


class Result(NamedTuple):
    """A permit: its title, its agency, what can be done, the services that give it, and why it was found."""

    title: str
    agency: str
    name: str
    actions: list[str]
    services: list[int]
    reasons: list[str]


def results(request: HttpRequest, given: Given) -> Page:
    rows = (
        narrowed(given)
        .order_by()
        .values(*GROUP)
        .annotate(
            first=Min("title"),
            actions=ArrayAgg("action", distinct=True, default=[]),
            services=ArrayAgg("version__service", distinct=True, filter=Q(version__isnull=False), default=[]),
            place=Min("organization__place__fa"),
            **{f"for_{one}": BoolOr(Q(applicants__contains=[one])) for one in VOCABULARY["applicant"]},
        )
    )
    page = Paginator(rows.order_by("organization__sort_key", "letters"), A_PAGE).get_page(request.GET.get("page"))
    page.object_list = [_result(row, given) for row in page.object_list]
    return page


def _result(row: dict[str, Any], given: Given) -> Result:
    reasons = [REASONS[name](value, row) for name, value in given.items() if value != ANY]
    actions = [label("permit_action", one) for one in VOCABULARY["permit_action"] if one in row["actions"]]
    named = row["organization__code"], row["organization__name"]
    return Result(row["first"], *named, actions, sorted(row["services"]), reasons)


def _who(value: str, row: dict[str, Any]) -> str:
    said = _("برای متقاضی %(who)s") if row[f"for_{value}"] else _("فرم نگفته متقاضی %(who)s می‌تواند یا نه")
    return said % {"who": label("applicant", value)}


def _want(value: str, row: dict[str, Any]) -> str:
    is_said = value in row["actions"]
    said = _("برای %(want)s") if is_said else _("فرم نگفته برای کدام کار است؛ شاید %(want)s")
    return said % {"want": label("permit_action", value)}


def _what(value: str, row: dict[str, Any]) -> str:
    return _("«%(words)s» در عنوان، گونه یا نام دستگاه") % {"words": value}


def _where(value: str, row: dict[str, Any]) -> str:
    return _("دستگاه استان %(place)s") % {"place": row["place"]} if row["place"] else _("دستگاه ملی، در همهٔ کشور")


REASONS: dict[str, Callable[[str, dict[str, Any]], str]] = {
    "who": _who, "want": _want, "what": _what, "where": _where
}  # fmt: skip
