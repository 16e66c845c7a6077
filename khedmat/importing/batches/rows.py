"""A document of a batch between the reader, the table and the plan."""

from collections import Counter
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from khedmat.cards.enums import Severity
from khedmat.cards.form import Document, as_contract, from_contract
from khedmat.cards.rules.engine import check
from khedmat.core.persian import key, sort_key
from khedmat.importing.bases import Bases
from khedmat.importing.comparison import Case, card_marks
from khedmat.importing.doubtful import doubtful_boxes
from khedmat.importing.enums import What
from khedmat.importing.models import BatchRow
from khedmat.importing.paper import Paper, letters_of
from khedmat.importing.row import Row

COUNTS = {"blockers": Severity.BLOCKER, "answers": Severity.ANSWER, "notes": Severity.NOTE}


def row_of(case: Case, bases: Bases) -> BatchRow:
    """Not yet of a batch, a place or an upload."""
    paper, _owner, decision = case
    document = None if paper.problem else paper.document
    known = _known(document) | {"changed": list(bases.changed(decision, document))} if document else {}
    return BatchRow(
        part=paper.part,
        what=decision.what,
        own=decision.what,
        reason=decision.reason,
        own_reason=decision.reason,
        kind=paper.kind or "",
        title=paper.title,
        title_key=key(paper.title),
        sort_key=sort_key(paper.title),
        code=paper.code,
        service_id=decision.service_pk,
        digest=paper.digest,
        **known,
    )


def _known(document: Document) -> dict[str, Any]:
    """What the rules and the reader find doubtful, and the document itself."""
    found = list(map(asdict, check(document)))
    severities = Counter(one["severity"] for one in found)
    return {
        "findings": found,
        "doubts": len(doubtful_boxes(document)),
        "document": as_contract(document, trace=True),
        **{name: severities[code] for name, code in COUNTS.items()},
    }


def document_of(row: BatchRow) -> Document | None:
    """As it was read."""
    return from_contract(row.document) if row.document else None


def paper_of(row: BatchRow) -> Paper:
    """For a plan of this moment."""
    assert row.upload
    document = document_of(row)
    paper = Paper(Path(row.name), row.upload.file.sha256, row.part, document, row.digest)
    return paper if document else replace(paper, problem=row.own_reason)


def planned(row: BatchRow) -> Row:
    """What a plan tells it from the others of the batch by; its `part` is the key of this row."""
    marks = card_marks(row.code, letters_of(row.title_key[:300]), row.service_id)
    is_card = row.kind == "service_card"
    return Row(
        path=Path(row.name),
        what=What(row.own),
        reason=row.own_reason,
        digest=row.digest,
        part=row.pk,
        marks=frozenset((row.batch_id, *mark) for mark in marks) if is_card else frozenset(),
    )
