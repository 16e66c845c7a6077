"""A plan and its results as people and programs read them."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from khedmat.cards.rules.labels import field_label
from khedmat.cards.vocabulary import label
from khedmat.core.persian import persian_digits
from khedmat.importing.actions import Result
from khedmat.importing.enums import What
from khedmat.importing.row import Row

SEVERITIES = {"B": _("مانع"), "A": _("پاسخ لازم"), "N": _("یادآوری")}
MOST_BOXES = 4
BOXES = _("خانه‌های دیگرگون: %(boxes)s")
NOT_WRITTEN = _("چیزی نوشته نشد؛ برای نوشتن همین فرمان را با --write بدهید.")


def as_json(result: Result) -> str:
    """One line a document."""
    return json.dumps(_plain(result), ensure_ascii=False)


def _plain(result: Result) -> dict[str, Any]:
    row = result.row
    return {
        "path": str(row.path),
        "part": row.part,
        "kind": row.kind,
        "title": row.title or None,
        "agency": row.agency or None,
        "what": row.what.value,
        "reason": row.reason or None,
        "service": result.version.service_id if result.version else row.service,
        "changed": list(row.changed),
        "findings": {severity: row.findings.get(severity, 0) for severity in SEVERITIES} if row.writes else None,
        "sha256": row.file_sha256 or None,
        "written": result.is_written,
        "version": result.version.pk if result.version else None,
        "permit_list": result.permit_list.pk if result.permit_list else None,
    }


def line(result: Result) -> str:
    """What, which file, which service, why."""
    row = result.row
    parts = [f"«{row.title}»" if row.title else "", row.agency, row.reason, _boxes(row), _findings(row)]
    done = "✓" if result.is_written else " "
    return f"{done} {row.what.label} · {row.path} · " + " · ".join(part for part in parts if part)


def _boxes(row: Row) -> str:
    """What changes, in the form's words; boxes of the same name once."""
    names = list(dict.fromkeys(field_label(path) or path for path in row.changed))
    if not names:
        return ""
    more = f" (+{persian_digits(len(names) - MOST_BOXES)})" if len(names) > MOST_BOXES else ""
    return BOXES % {"boxes": "، ".join(names[:MOST_BOXES]) + more}


def _findings(row: Row) -> str:
    counts = [
        f"{persian_digits(row.findings[code])} {word}" for code, word in SEVERITIES.items() if code in row.findings
    ]
    return "، ".join(counts)


def summary(results: Sequence[Result], *, write: bool) -> str:
    """The counts, and what to do next."""
    counts = Counter(result.row.what for result in results)
    kinds = Counter(label("document_kind", result.row.kind) for result in results if result.row.kind)
    lines = [
        " · ".join(f"{what.label} {persian_digits(counts[what])}" for what in What),
        "، ".join(f"{persian_digits(count)} {kind}" for kind, count in kinds.items()),
    ]
    if not write and any(result.row.writes for result in results):
        lines.append(str(NOT_WRITTEN))
    return "\n".join(line for line in lines if line)
