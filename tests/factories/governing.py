"""Findings that somebody of the centre passed over."""

from datetime import timedelta
from typing import Any

from django.utils.timezone import localdate

from khedmat.cards.actions import store_findings
from khedmat.cards.governing.dismissing import dismiss
from khedmat.cards.models import Dismissal, Finding, ServiceVersion
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import centre, person

LATER = NOW + timedelta(days=1)
MISSING = {"audience": None}  # what C02 asks about: recommended, no blocker


def checked(**changes: Any) -> ServiceVersion:
    """A version with the findings of the real rules; the box of its audience is empty."""
    version = VersionFactory(**({"stage": "approved", "card": MISSING} | changes))
    store_findings(version, on=localdate(NOW))
    return version


def found(version: ServiceVersion, rule: str = "C02", field: str = "card.audience") -> Finding:
    return version.findings.get(rule=rule, field=field)


def dismissed(version: ServiceVersion, *place: str, by: Any = None, reason: str = "در عنوان آمده است.") -> Dismissal:
    """`place`: rule and field; without them what `found` finds."""
    return dismiss(found(version, *place), reason=reason, by=by or person("reviewer", centre()), at=LATER)
