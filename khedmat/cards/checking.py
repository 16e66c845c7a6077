"""What the rules say about a version, kept beside it."""

from collections.abc import Iterable
from operator import attrgetter

from django.db import transaction

from khedmat.cards.enums import Reading
from khedmat.cards.form import Document, Trace
from khedmat.cards.models import Finding, ServiceVersion, ValueTrace
from khedmat.cards.rules import rule
from khedmat.cards.rules.engine import RULES_VERSION, check

_SAID = attrgetter("order", "rule", "severity", "field", "message", "fix", "rules_version")


def traced(document: Document, traces: Iterable[ValueTrace]) -> Document:
    """The document with where each value stood: some rules look at the raw text of what nobody wrote anew."""
    kept = (row for row in traces if row.state != Reading.REPLACED)
    return document.model_copy(update={"trace": {row.path: _trace(row) for row in kept}})


def _trace(row: ValueTrace) -> Trace:
    values = {name: getattr(row, name) for name in Trace.model_fields}
    return Trace(**values | {"label": row.label or None})


def traced_document(version: ServiceVersion) -> Document:
    return traced(version.document, version.traces.all())


@transaction.atomic
def store_findings(version: ServiceVersion) -> list[Finding]:
    """Check a version with the rules of today. Safe to run twice; two at once wait for each other."""
    ServiceVersion.objects.select_for_update(of=("self",)).only("pk").get(pk=version.pk)
    return renewed_findings(version, traced_document(version))


def renewed_findings(version: ServiceVersion, document: Document) -> list[Finding]:
    """The same for a version that is locked and its traced document; only findings that changed are written."""
    found = [_finding(version, place, one) for place, one in enumerate(check(document), start=1)]
    kept = {one.order: one for one in version.findings.all()}
    news = [one for one in found if one.order not in kept or _SAID(kept[one.order]) != _SAID(one)]
    gone = [order for order in kept if order > len(found)] + [one.order for one in news]
    if gone:
        version.findings.filter(order__in=gone).delete()
        Finding.objects.bulk_create(news)
    if version.checked_with != RULES_VERSION:
        version.checked_with = RULES_VERSION
        version.save(update_fields=["checked_with"])
    current = kept | {one.order: one for one in news}
    return [current[one.order] for one in found]


def _finding(version: ServiceVersion, place: int, one: rule.Finding) -> Finding:
    said = {name: getattr(one, name) or "" for name in ("rule", "severity", "field", "message", "fix")}
    return Finding(version=version, order=place, rules_version=RULES_VERSION, **said)
