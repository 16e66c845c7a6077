"""The score of a version, with what its document cannot say: when it was last changed or confirmed, its source."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Max
from django.utils.timezone import localdate

from khedmat.cards.models import ServiceVersion
from khedmat.cards.score import Facts, Score, score


def rated(version: ServiceVersion, findings: Sequence[Any], *, on: date) -> Score:
    """One question: the last saving."""
    saved = version.edits.aggregate(last=Max("at"))["last"]
    facts = Facts(
        today=on,
        changed_on=localdate(saved or version.created_at),
        confirmed_on=localdate(version.approved_at) if version.approved_at else None,
        has_source=version.source_file_id is not None,
    )
    return score(version.document, findings, facts)
