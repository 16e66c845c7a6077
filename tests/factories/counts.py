"""Counts of services as agencies report them."""

from typing import Any

from khedmat.cards.counts.reporting import Kept, Told, report
from khedmat.cards.models import ServiceVersion
from khedmat.core.periods import parse
from tests.factories.cards import NOW
from tests.factories.people import person

LETTER = "نامهٔ ۱۲۳/د مرکز آمار دستگاه"


def told(version: ServiceVersion, period: str = "1404-05", **said: Any) -> Told:
    """A row of a service; 120 requests unless something else is said."""
    said = said or {"received": 120}
    return Told(f"{version.service_id}", parse(period), **({"source": LETTER} | said))


def counted(version: ServiceVersion, *rows: Told, by: Any = None, at: Any = NOW) -> list[Kept]:
    """Reported by an author of the agency: these rows, or one."""
    owner = version.service.owner
    return report(owner, rows or [told(version)], by=by or person("author", owner), at=at)
