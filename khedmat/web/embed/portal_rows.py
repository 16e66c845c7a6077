"""A check of an agency's pages as people read it: what is to be mended first."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from khedmat.cards.enums import OnPortal
from khedmat.cards.models import PortalCheck
from khedmat.embedding.portal.telling import of_page, reasons

WORST_FIRST = (OnPortal.MISSING, OnPortal.OLD, OnPortal.NAMED, OnPortal.NUMBERED, OnPortal.CURRENT)
TONES = {
    OnPortal.MISSING: "seal",
    OnPortal.OLD: "mind",
    OnPortal.NAMED: "mind",
    OnPortal.NUMBERED: "accent",
    OnPortal.CURRENT: "good",
}


class ServiceRow(NamedTuple):
    """A service with its state and what to do about it."""

    said: Mapping[str, Any]
    reasons: list[str]

    @property
    def state(self) -> OnPortal:
        return OnPortal(self.said["state"])

    @property
    def tone(self) -> str:
        return TONES[self.state]


class PageRow(NamedTuple):
    address: str
    result: str


def service_rows(check: PortalCheck) -> list[ServiceRow]:
    rows = [ServiceRow(one, reasons(one)) for one in check.found]
    return sorted(rows, key=lambda row: (WORST_FIRST.index(row.state), not row.reasons))


def page_rows(check: PortalCheck) -> list[PageRow]:
    return [PageRow(one["address"], of_page(one)) for one in check.pages]
