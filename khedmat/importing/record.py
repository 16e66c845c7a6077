"""A line of a plan as programs read it."""

import json
from typing import Any

from khedmat.cards.rules.rule import SEVERITIES
from khedmat.importing.outcome import Result
from khedmat.importing.row import Row


def as_json(result: Result) -> str:
    """One line a document."""
    return json.dumps(as_plain(result), ensure_ascii=False)


def as_plain(result: Result) -> dict[str, Any]:
    """The same before it is a text."""
    row = result.row
    return {
        "path": str(row.path),
        "part": row.part,
        "kind": row.kind,
        "title": _or_null(row.title),
        "agency": _or_null(row.agency),
        "what": row.what.value,
        "reason": _or_null(row.reason),
        "service": getattr(result.version, "service_id", row.service),
        "changed": list(row.changed),
        "findings": _counts(row) if row.writes else None,
        "sha256": _or_null(row.file_sha256),
        "written": result.is_written,
        "version": getattr(result.version, "pk", None),
        "permit_list": getattr(result.permit_list, "pk", None),
    }


def _counts(row: Row) -> dict[str, int]:
    return {severity: row.findings.get(severity, 0) for severity in SEVERITIES}


def _or_null(text: str) -> str | None:
    return text or None
