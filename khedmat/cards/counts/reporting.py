"""Reporting counts of services: a list of rows, all of them or none, each refused row with all its reasons."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.counts.refusals import NOT_ANSWERING, REASONS
from khedmat.cards.identifiers import SHAPE
from khedmat.cards.models import Service, ServiceCount
from khedmat.cards.models.counts import NUMBERS
from khedmat.core.periods import Period
from khedmat.core.persian import persian_digits
from khedmat.core.refusals import refusing_in_words
from khedmat.organizations.enums import ANSWERING
from khedmat.organizations.models import Membership, Organization
from khedmat.organizations.standing import locked_in_force

MOST_ROWS = 1000
_LARGEST_KEY = 2**63


class Told(NamedTuple):
    """A row as it is reported. `service`: its ID or its key here; `corrects`: the report that it corrects."""

    service: str
    period: Period
    source: str
    channel: str = ""
    received: int | None = None
    done: int | None = None
    refused: int | None = None
    mean_days: float | None = None
    median_days: float | None = None
    not_offered: bool = False
    corrects: int | None = None

    @property
    def said(self) -> tuple[object, ...]:
        """What makes two reports of one period alike."""
        return (*(getattr(self, name) for name in NUMBERS), self.not_offered, self.source)


class Kept(NamedTuple):
    """The report that stands for a row now, and whether this telling made it."""

    row: ServiceCount
    is_new: bool


class RowsRefused(ValidationError):
    """`rows`: place in the list, from 0 → names of the reasons with their sentences. Nothing was written."""

    def __init__(self, rows: dict[int, dict[str, str]]) -> None:
        self.rows = rows
        super().__init__(
            [
                _("ردیف %(row)s: %(sentence)s") % {"row": persian_digits(place + 1), "sentence": sentence}
                for place, reasons in rows.items()
                for sentence in reasons.values()
            ]
        )


class Found(NamedTuple):
    """A row with its service and the last report of its period and channel, be it one that took the numbers back."""

    row: Told
    service: Service | None
    last: ServiceCount | None

    @property
    def place(self) -> tuple[object, ...]:
        return self.service and self.service.pk, self.row.period, self.row.channel

    @property
    def is_said(self) -> bool:
        """The last report says the same."""
        last = self.last
        said = last and (*(getattr(last, name) for name in NUMBERS), last.not_offered, last.source)
        return said == self.row.said


def can_report(user: User, agency: Organization, on: date) -> bool:
    """Who answers for the text of its cards answers for their numbers."""
    return Membership.objects.of(user).in_force(on).filter(organization=agency, role__in=ANSWERING).exists()


@refusing_in_words()
@transaction.atomic
def report(agency: Organization, told: Sequence[Told], *, by: User, at: datetime) -> list[Kept]:
    """The same row again writes nothing; another one for the same period must name the report that it corrects.

    RowsRefused with every row that is not taken; ValidationError where the agency or the person may not at all.
    """
    agency = locked_in_force(agency, on=localdate(at), work=str(_("گزارش شمار خدمت‌ها")))
    if not can_report(by, agency, localdate(at)):
        raise ValidationError(NOT_ANSWERING, code="unmet", params={"agency": agency.name})
    found = _found(agency, told)
    _demand(found, agency, on=localdate(at))
    kept = [_kept(one) for one in found]
    ServiceCount.objects.bulk_create(_signed(kept, agency, by=by, at=at))
    return kept


def _found(agency: Organization, told: Sequence[Told]) -> list[Found]:
    services = _services(agency, {row.service for row in told})
    years = {row.period.year for row in told}
    rows = ServiceCount.objects.filter(service__in=set(services.values()), year__in=years, corrected_by=None)
    last = {(row.service_id, row.period, row.channel): row for row in rows}
    unasked = [Found(row, services.get(row.service), None) for row in told]
    return [one._replace(last=last.get(one.place)) for one in unasked]


def _services(agency: Organization, numbers: set[str]) -> dict[str, Service]:
    """ID or key as it was written → the service of the agency that was ever published; others are not there."""
    codes = {number for number in numbers if SHAPE.fullmatch(number)}
    keys = {int(number) for number in numbers - codes if number.isdecimal() and int(number) < _LARGEST_KEY}
    mine = Service.objects.filter(Q(code__in=codes) | Q(pk__in=keys), owner=agency)
    shown = Service.objects.shown().filter(pk__in=mine.values("pk"))
    by_name = {name: one for one in shown for name in (one.code, f"{one.pk}")}
    return {number: by_name[number] for number in numbers if number in by_name}


def _demand(found: Sequence[Found], agency: Organization, *, on: date) -> None:
    times = Counter(one.place for one in found)
    wrong = {}
    for number, one in enumerate(found):
        last, period = one.last, one.row.period.title
        report_of = persian_digits(last.pk) if last else "—"
        facts = {"service": one.row.service, "agency": agency.name, "period": period, "report": report_of}
        reasons = [name for name, is_so in _asked(one, on=on, times=times[one.place]) if is_so]
        if reasons:
            wrong[number] = {name: str(REASONS[name]) % facts for name in reasons}
    if wrong:
        raise RowsRefused(wrong)


def _asked(one: Found, *, on: date, times: int) -> list[tuple[str, bool]]:
    """Names of the reasons, and whether each holds of a row."""
    row, last = one.row, one.last
    has_numbers = any(getattr(row, name) is not None for name in NUMBERS)
    is_other = last is not None and not one.is_said
    return [
        ("unknown", one.service is None),
        ("not_over", row.period.last_day >= on),
        ("twice", one.service is not None and times > 1),
        ("nothing", not has_numbers and not row.not_offered and row.corrects is None),
        ("both", has_numbers and row.not_offered),
        ("told", is_other and row.corrects is None),
        ("outdated", row.corrects is not None and (last is None or (is_other and row.corrects != last.pk))),
    ]


def _kept(one: Found) -> Kept:
    if one.last and one.is_said:
        return Kept(one.last, is_new=False)
    row = one.row
    period = {name: getattr(row.period, name) for name in ("kind", "year", "first_day", "last_day")}
    said = {name: getattr(row, name) for name in (*NUMBERS, "channel", "not_offered", "source")}
    return Kept(ServiceCount(service=one.service, corrects=one.last, **period, **said), is_new=True)


def _signed(kept: Iterable[Kept], agency: Organization, *, by: User, at: datetime) -> Iterator[ServiceCount]:
    for one in kept:
        if one.is_new:
            one.row.as_organization, one.row.by, one.row.at = agency, by, at
            yield one.row
