"""Whether the linked data of a service keeps to the official shapes."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema

from khedmat.api import problems
from khedmat.api.schemas import Gone, Key, Problem
from khedmat.linked_data.conformance import EDITION, Violation
from khedmat.linked_data.report import short, words

router = Router(tags=["services"])


class ShapeBreach(Schema):
    node: str = Field(description="Address of the node.")
    path: str = Field(description="Property, with its prefix; empty: the node itself.")
    constraint: str = Field(description="Kind of the constraint, its local name in SHACL.")
    fa: str


class Conformance(Schema):
    """Null: this version was not checked yet; it is within minutes of its publication."""

    version: int
    standard: str
    conforms: bool | None
    shapes: str | None = Field(description="SHA-256 of the shapes and the vocabulary.")
    data: str | None = Field(description="SHA-256 of the N-Triples that were checked.")
    checked_at: datetime | None
    violations: list[ShapeBreach] | None


@router.get(
    "/services/{id}/conformance",
    response={200: Conformance, 404: Problem, 410: Gone, 422: Problem},
    url_name="conformance",
)
def conformance(request: HttpRequest, id: Key) -> dict[str, Any]:
    """The card in force against the official SHACL shapes of CPSV-AP."""
    version = problems.found_in_force(id)
    check = version.conformance_checks.order_by("-pk").first()
    return {
        "version": version.number,
        "standard": f"CPSV-AP {EDITION}",
        "conforms": check and check.conforms,
        "shapes": check and check.shapes,
        "data": check and check.data,
        "checked_at": check and check.at,
        "violations": check and [_breach(Violation(**one)) for one in check.violations],
    }


def _breach(one: Violation) -> dict[str, str]:
    return {"node": one.node, "path": short(one.path), "constraint": one.constraint, "fa": words(one)}
