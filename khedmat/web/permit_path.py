"""How long a shared permit takes with the inquiries of form 2: a bar each, all at once and one after another."""

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from khedmat.core.persian import number
from khedmat.permits.critical_path import HOURS_OF_A_WORKING_DAY, Asked, Path, asked, critical_path, hours
from khedmat.permits.models import PermitForm, PermitInquiry

FIRST = ("issue", "")


class Bar(NamedTuple):
    """An inquiry as long as its share of the longest; `is_bottleneck`: everything waits for it."""

    name: str
    text: str
    width: int
    is_bottleneck: bool

    @property
    def start(self) -> int:
        """Counted from the left, as SVG does: it grows from the right."""
        return 100 - self.width


class Critical(NamedTuple):
    """The path of a permit in words; `shortfall` is empty where the promise is long enough, or there is none."""

    bars: list[Bar]
    parallel: str
    serial: str
    bottleneck: str
    shortfall: str
    silent: int


def critical(rows: Sequence[PermitForm], inquiries: Sequence[PermitInquiry]) -> Critical | None:
    """Of its issue; nothing for a permit that one agency gives alone, or whose inquiries say no time."""
    found = [asked(row) for row in inquiries if row.action in FIRST]
    path = critical_path(found, _declared(rows))
    is_shared = any(row.process == "shared" for row in rows)
    return _said(found, path) if is_shared and path.bottleneck else None


def _declared(rows: Sequence[PermitForm]) -> float | None:
    """The longest time that the rows of its issue promise."""
    said = (hours(row.duration_value, row.duration_unit) for row in rows if row.action in FIRST)
    return max((one for one in said if one is not None), default=None)


def _said(found: Sequence[Asked], path: Path) -> Critical:
    timed = [one for one in found if one.hours is not None]
    return Critical(
        bars=[_bar(one, path) for one in timed],
        parallel=span(path.parallel),
        serial=span(path.serial),
        bottleneck=_name(path.bottleneck),
        shortfall=span(path.shortfall) if path.shortfall else "",
        silent=path.silent_of_time,
    )


def _bar(one: Asked, path: Path) -> Bar:
    share = round(100 * (one.hours or 0) / path.parallel) if path.parallel else 0
    return Bar(_name(one), span(one.hours or 0), share, one is path.bottleneck)


def _name(one: Asked | None) -> str:
    return " – ".join(filter(None, (one.agency, one.name))) if one else ""


def span(working: float) -> str:
    """«۳ روز کاری»; what is no whole day is said in hours."""
    days, rest = divmod(working, HOURS_OF_A_WORKING_DAY)
    return _("%(n)s ساعت") % {"n": number(working)} if rest else _("%(n)s روز کاری") % {"n": number(days)}
