"""What the rules say about a version, kept beside it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import chain, zip_longest
from operator import attrgetter, itemgetter

from django.db import transaction
from django.db.models import F

from khedmat.cards.enums import WAIVABLE, Reading
from khedmat.cards.form import Document, Trace
from khedmat.cards.governing.fingerprints import Fingerprints
from khedmat.cards.governing.weights import weights
from khedmat.cards.laws.binding import bind_laws
from khedmat.cards.lines.binding import bind
from khedmat.cards.looking import Looked, Renewal, remove, renewals
from khedmat.cards.models import Dismissal, Finding, ServiceVersion, ValueTrace
from khedmat.cards.rating import keep_score
from khedmat.cards.rules import rule
from khedmat.cards.rules.engine import check, in_order
from khedmat.cards.standing_checks import standing_findings
from khedmat.core.copying import create_by_copy
from khedmat.core.sequences import grouped
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
    return renewed_findings([Looked(version, traced_document(version))], on=on)[0]


def check_by_rules_of_today(version: ServiceVersion, *, on: date) -> None:
    """Before a decision: findings that older rules made are made anew."""
    if version.checked_with != weights().version:
        store_findings(version, on=on)


def renewed_findings(looked: Sequence[Looked], *, on: date) -> list[list[Finding]]:
    """The same for versions that are looked at in one go; only findings that changed are written.

    Their lines are bound to the registers here too: whatever stores a version, or looks at it anew, comes this way.
    """
    today = weights()
    with one_look(), register_at_hand():
        bind(looked)
        bind_laws(looked)
        said = map(today.laid_on, map(_all_of, looked, standing_findings(looked, on=on)))
        found = dict(zip(map(_number, looked), map(in_order, said), strict=True))
    _stamp(looked, today.version)
    stands = renewals(looked, Finding.objects.select_related("dismissal__by"), partial(_unsaved, found))
    _pass_over(looked, stands, on=on)
    _write(stands)
    now = list(map(_standing, stands))
    for one, findings in zip(looked, now, strict=True):
        keep_score(one.version, [finding for finding in findings if finding.dismissal is None], on=on)
    return now


def _number(one: Looked) -> int:
    return one.version.pk


def _all_of(one: Looked, standing: Iterable[rule.Finding]) -> list[rule.Finding]:
    return [*check(one.document), *standing]


def _stamp(looked: Iterable[Looked], rules_version: str) -> None:
    """By which rules they are judged now."""
    behind = [one.version for one in looked if one.version.checked_with != rules_version]
    for version in behind:
        version.checked_with = rules_version
    ServiceVersion.objects.filter(pk__in=[version.pk for version in behind]).update(checked_with=rules_version)


def _unsaved(found: Mapping[int, Iterable[rule.Finding]], one: Looked) -> list[Finding]:
    judged = {"version": one.version, "rules_version": one.version.checked_with}
    said = enumerate(found[one.version.pk], start=1)
    return [Finding(order=place, **judged, **_words(finding)) for place, finding in said]


def _words(one: rule.Finding) -> dict[str, str]:
    return {name: getattr(one, name) or "" for name in ("rule", "severity", "field", "message", "fix")}


def _write(stands: Iterable[Renewal]) -> None:
    """A row that says what it said is the same row."""
    changed = [pair for pair in chain.from_iterable(map(_pairs, stands)) if not _is_same(*pair)]
    remove(filter(None, map(itemgetter(0), changed)), Finding.objects.all())
    create_by_copy(list(filter(None, map(itemgetter(1), changed))))


def _pairs(stands: Renewal) -> Iterable[tuple[Finding | None, Finding | None]]:
    return zip_longest(*stands)


def _is_same(was: Finding | None, will: Finding | None) -> bool:
    return bool(was and will) and _SAID(was) == _SAID(will)


def _standing(stands: Renewal) -> list[Finding]:
    return [_kept(*pair) for pair in _pairs(stands) if pair[1]]


def _kept(was: Finding | None, will: Finding) -> Finding:
    return _tied(was, will.dismissal) if was and _is_same(was, will) else will


def _tied(kept: Finding, dismissal: Dismissal | None) -> Finding:
    """The same row: whoever has it before their eyes hears that it was passed over, not that it is gone."""
    if kept.dismissal != dismissal:
        kept.dismissal = dismissal
        kept.save(update_fields=["dismissal"])
    return kept


def _pass_over(looked: Sequence[Looked], stands: Sequence[Renewal], *, on: date) -> None:
    """Ties the findings to the dismissals of their services that hold on the day; a blocker is never passed over."""
    rows = Dismissal.objects.in_force(on).filter(version__service__in=[one.version.service_id for one in looked])
    known = grouped(rows.annotate(of=F("version__service")).select_related("by").order_by("pk"), by=attrgetter("of"))
    for one, findings in zip(looked, stands, strict=True):
        if held := known.get(one.version.service_id):
            _tie(findings.will, {dismissal.fingerprint: dismissal for dismissal in held}, Fingerprints(one.document))


def _tie(found: Iterable[Finding], known: Mapping[str, Dismissal], prints: Fingerprints) -> None:
    for one in found:
        if one.severity in WAIVABLE:
            one.dismissal = known.get(prints.of(one))
