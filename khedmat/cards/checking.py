"""What the rules say about a version, kept beside it."""

from django.db import transaction

from khedmat.cards.enums import Reading
from khedmat.cards.form import Document, Trace
from khedmat.cards.models import Finding, ServiceVersion
from khedmat.cards.rules.engine import RULES_VERSION, check


def traced_document(version: ServiceVersion, document: Document | None = None) -> Document:
    """The document with where each value stood: some rules look at the raw text of what nobody wrote anew."""
    rows = version.traces.exclude(state=Reading.REPLACED).values("path", *Trace.model_fields)
    trace = {row.pop("path"): Trace(**row | {"label": row["label"] or None}) for row in rows}
    return (document or version.document).model_copy(update={"trace": trace})


@transaction.atomic
def store_findings(version: ServiceVersion, document: Document | None = None) -> list[Finding]:
    """Check a version (its document, where the caller has it) with the rules of today.

    Safe to run twice; two at once wait for each other.
    """
    ServiceVersion.objects.select_for_update(of=("self",)).only("pk").get(pk=version.pk)
    version.findings.all().delete()
    found = [
        Finding(
            version=version,
            order=order,
            rule=one.rule,
            severity=one.severity,
            field=one.field or "",
            message=one.message,
            fix=one.fix or "",
            rules_version=RULES_VERSION,
        )
        for order, one in enumerate(check(traced_document(version, document)), start=1)
    ]
    version.checked_with = RULES_VERSION
    version.save(update_fields=["checked_with"])
    return Finding.objects.bulk_create(found)
