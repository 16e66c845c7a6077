"""How far each agency that owes has come, counted from stored rows: titles, cards, IDs, and the days it is late."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from khedmat.cards.duty.counting import COUNTED, Confirmed, confirmed_by, counts_of, done_on, first_sent
from khedmat.cards.models import DutyRound
from khedmat.cards.portal.recording import on_portal
from khedmat.organizations.models import Organization
from khedmat.organizations.naming import names_on

STEPS = ("titles", *COUNTED)
NOTHING = dict.fromkeys(COUNTED, 0)


class Standing(NamedTuple):
    """An agency in a round. `titles` None: no list is confirmed, which is not a list of none.

    `called`: its name on the last day that counts: today, or the day on which the round was closed.
    `on_portal` None: nobody could look in the last days. `late`: days behind the deadline, 0 for who was in time.
    """

    agency: Organization
    called: str
    titles: int | None
    prepared: int
    examined: int
    given: int
    shown: int
    on_portal: int | None
    late: int

    @property
    def is_done(self) -> bool:
        return is_done(self.titles, self.prepared)


def is_done(titles: int | None, prepared: int) -> bool:
    """As many services have sent a card as titles were confirmed."""
    return titles is not None and prepared >= titles > 0


class Facts(NamedTuple):
    """What is counted of agencies whatever the round: five questions with the agencies themselves."""

    counts: dict[int, dict[str, int]]
    titles: dict[int, Confirmed]
    on_portal: dict[int, int | None]
    sent: dict[int, list[datetime]]


def facts_of(agencies: Sequence[Organization], on: date) -> Facts:
    counts, titles = counts_of(agencies), confirmed_by(agencies)
    done = [pk for pk, one in titles.items() if is_done(one.number, counts.get(pk, NOTHING)["prepared"])]
    return Facts(counts, titles, on_portal(agencies, on), first_sent(done))


def board(found: DutyRound, *, on: date) -> list[Standing]:
    """Five questions whatever the rows, six of a closed round; lateness is counted until today or the closing."""
    agencies = list(found.debtors(on).order_by("sort_key", "pk"))
    facts, until = facts_of(agencies, on), _until(found, on)
    names = names_on((agency, until) for agency in agencies) if until < on else {}
    rows = (standing(found, agency, facts, on=on) for agency in agencies)
    return [row._replace(called=names.get((row.agency.pk, until), row.called)) for row in rows]


def standing(found: DutyRound, agency: Organization, facts: Facts, *, on: date) -> Standing:
    """One agency in one round, under its name of today."""
    titles, numbers = facts.titles.get(agency.pk), facts.counts.get(agency.pk, NOTHING)
    until = day = _until(found, on)
    if titles and agency.pk in facts.sent:
        day = done_on(titles, facts.sent[agency.pk])
    late = max((min(day, until) - found.deadline).days, 0)
    known, seen = titles.number if titles else None, facts.on_portal.get(agency.pk)
    return Standing(agency, agency.name, known, **numbers, on_portal=seen, late=late)


def _until(found: DutyRound, on: date) -> date:
    return min(on, found.closing.closed_on) if found.is_closed else on


def totals(standings: Iterable[Standing]) -> dict[str, int]:
    """Of all agencies together; those without a confirmed list add no titles."""
    rows = list(standings)
    return {name: sum(getattr(row, name) or 0 for row in rows) for name in STEPS}
