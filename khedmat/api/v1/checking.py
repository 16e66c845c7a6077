"""Any card against the rules: nothing is stored."""

from typing import Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from ninja import Field, Router, Schema
from pydantic import field_validator

from khedmat.api.limits import VALIDATE, consumed
from khedmat.api.schemas import Problem
from khedmat.cards import vocabulary as v
from khedmat.cards.form import Card, Document, Inquiry, Permit, Source, card_from_contract
from khedmat.cards.governing.weights import weights
from khedmat.cards.rules.engine import check, in_order
from khedmat.cards.score import Facts, score
from khedmat.cards.score.parts import TENTHS
from khedmat.organizations.at_hand import register_at_hand

router = Router(tags=["validate"])
SOURCE = Source(name="api", media_type="application/json")


class Filled(Schema):
    """A card in the contract's words, with its rows of forms 1 and 2."""

    edition: v.Edition = "unknown"
    card: Card
    permits: list[Permit] = Field([], max_length=200)
    inquiries: list[Inquiry] = Field([], max_length=200)

    @field_validator("card", mode="before")
    @classmethod
    def nulls_say_nothing(cls, plain: Any) -> Any:
        return card_from_contract(plain) if isinstance(plain, dict) else plain


class Breach(Schema):
    rule: str
    severity: str
    field: str | None
    message: str
    fix: str | None


class Judged(Schema):
    findings: list[Breach]
    total: int | None = Field(description="0 to 100; null while a finding blocks publication.")
    parts: dict[str, float]
    rules: str


@router.post("/validate", response={200: Judged, 400: Problem, 422: Problem, 429: Problem}, url_name="validate")
def validate(request: HttpRequest, filled: Filled) -> dict[str, Any]:
    """Findings and score of a card; its age and its filing are not known here and count as for a new one."""
    consumed(request, VALIDATE)
    plain = {"edition": filled.edition, "permits": filled.permits, "inquiries": filled.inquiries}
    document = Document(kind="service_card", card=filled.card, source=SOURCE, **plain)
    today = weights()
    with register_at_hand():
        found = in_order(today.laid_on(check(document)))
        scored = score(document, found, Facts(localdate()))
    return {
        "findings": [{name: getattr(one, name) for name in Breach.model_fields} for one in found],
        "total": scored.total,
        "parts": {part.code: part.points / TENTHS for part in scored.parts},
        "rules": today.version,
    }
