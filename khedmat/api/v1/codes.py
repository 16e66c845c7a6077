"""The code lists of the form, and its events with the services of each."""

from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema

from khedmat.api.problems import nothing
from khedmat.api.schemas import Problem, Slug
from khedmat.cards.statistics import counts_of
from khedmat.cards.vocabulary import VOCABULARY

router = Router(tags=["codes"])


class CodeRow(Schema):
    value: str
    fa: str
    en: str


class Event(CodeRow):
    services: int = Field(description="Published cards.")


@router.get("/codes", response=list[str], url_name="code-lists")
def code_lists(request: HttpRequest) -> list[str]:
    """Names of the lists."""
    return list(VOCABULARY)


@router.get("/codes/{name}", response={200: list[CodeRow], 404: Problem, 422: Problem}, url_name="code-list")
def code_list(request: HttpRequest, name: Slug) -> list[dict[str, Any]]:
    """One list, in printed order."""
    return _rows(name) if name in VOCABULARY else nothing()


@router.get("/events", response=list[Event], url_name="events")
def events(request: HttpRequest) -> list[dict[str, Any]]:
    """Events of life and business."""
    counts = counts_of("life_events")
    return [row | {"services": counts.get(row["value"], 0)} for row in _rows("life_event")]


def _rows(name: str) -> list[dict[str, Any]]:
    return [{"value": value, **label._asdict()} for value, label in VOCABULARY[name].items()]
