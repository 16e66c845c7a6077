"""What the rules say about a version, kept beside it."""

from collections.abc import Iterable
from datetime import date
from operator import attrgetter

from django.db import transaction

from khedmat.cards.enums import WAIVABLE, Reading
from khedmat.cards.form import Document, Trace
from khedmat.cards.governing.fingerprints import Fingerprints
from khedmat.cards.governing.weights import weights
from khedmat.cards.laws.binding import bind_laws
from khedmat.cards.lines.binding import bind
from khedmat.cards.models import Dismissal, Finding, ServiceVersion, ValueTrace
from khedmat.cards.rating import keep_score
from khedmat.cards.rules import rule
from khedmat.cards.rules.engine import check, in_order
from khedmat.cards.standing_checks import standing_findings
from khedmat.organizations.at_hand import register_at_hand
from khedmat.registers.naming import one_look

_SAID = attrgetter("order", "rule", "severity", "field", "message", "fix", "rules_version")


def traced(document: Document, traces: Iterable[ValueTrace]) -> Document:
    """The document with where each value stood: some rules look at the raw text of what nobody wrote anew."""
    kept = (row for row in traces if row.state != Reading.REPLACED)
    return document.model_copy(update={"trace": {row.path: _trace(row) for row in kept}})


def _trace(row: ValueTrace) -> Trace:
    """As sure as the reader was; of what a person agreed with nobody is unsure any more."""
    values = {name: getattr(row, name) for name in Trace.model_fields}
    agreed = {"sure": 1.0} if row.state == Reading.ACCEPTED else {}
    return Trace(**values | {"label": row.label or None} | agreed)


def traced_document(version: ServiceVersion) -> Document:
    return traced(version.document, version.traces.all())


@transaction.atomic
def store_findings(version: ServiceVersion, *, on: date) -> list[Finding]:
    """Check a version with the rules and registers of a day. Safe to run twice; two at once wait for each other."""
    ServiceVersion.objects.select_for_update(of=("self",)).only("pk").get(pk=version.pk)
    return renewed_findings(version, traced_document(version), on=on)


def check_by_rules_of_today(version: ServiceVersion, *, on: date) -> None:
    """Before a decision: findings that older rules made are made anew."""
    if version.checked_with != weights().version:
        store_findings(version, on=on)


def renewed_findings(
    version: ServiceVersion, document: Document, *, on: date, before: Document | None = None
) -> list[Finding]:
    """The same for a version that is locked and its traced document; only findings that changed are written.

    Its lines are bound to the registers here too: whatever stores a version, or looks at it anew, comes this way.
    """
    today = weights()
    with one_look(), register_at_hand():
        bind(version, document, before=before)
        bind_laws(version, document, before=before)
        standing = standing_findings(version, document, on=on)
        said = in_order(today.laid_on([*check(document), *standing]))
    found = [_finding(version, place, one, rules_version=today.version) for place, one in enumerate(said, start=1)]
    _pass_over(version, document, found, on=on)
    kept = {one.order: one for one in version.findings.for_page()}
    news = [one for one in found if one.order not in kept or _SAID(kept[one.order]) != _SAID(one)]
    gone = [order for order in kept if order > len(found)] + [one.order for one in news if one.order in kept]
    if gone:
        version.findings.filter(order__in=gone).delete()
    Finding.objects.bulk_create(news)
    if version.checked_with != today.version:
        version.checked_with = today.version
        version.save(update_fields=["checked_with"])
    current = kept | {one.order: one for one in news}
    now = [_tied(current[one.order], one.dismissal) for one in found]
    keep_score(version, [one for one in now if one.dismissal is None], on=on)
    return now


def _tied(kept: Finding, dismissal: Dismissal | None) -> Finding:
    """The same row: whoever has it before their eyes hears that it was passed over, not that it is gone."""
    if kept.dismissal != dismissal:
        kept.dismissal = dismissal
        kept.save(update_fields=["dismissal"])
    return kept


def _finding(version: ServiceVersion, place: int, one: rule.Finding, *, rules_version: str) -> Finding:
    said = {name: getattr(one, name) or "" for name in ("rule", "severity", "field", "message", "fix")}
    return Finding(version=version, order=place, rules_version=rules_version, **said)


def _pass_over(version: ServiceVersion, document: Document, found: Iterable[Finding], *, on: date) -> None:
    """Ties the findings to the dismissals of the service that hold on the day; a blocker is never passed over."""
    rows = Dismissal.objects.in_force(on).filter(version__service=version.service_id).select_related("by")
    known = {one.fingerprint: one for one in rows.order_by("pk")}
    prints = Fingerprints(document)
    for one in found if known else ():
        if one.severity in WAIVABLE:
            one.dismissal = known.get(prints.of(one))
