"""How far each agency that owes has come, counted from stored rows: titles, cards, IDs, and the days it is late."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from khedmat.cards.duty.counting import COUNTED, confirmed_by, counts_of, done_on, first_sent
from khedmat.cards.models import DutyRound
from khedmat.cards.portal.recording import on_portal
from khedmat.organizations.models import Organization

STEPS = ("titles", *COUNTED)
NOTHING = dict.fromkeys(COUNTED, 0)


class Standing(NamedTuple):
    """An agency in a round. `titles` None: no list is confirmed, which is not a list of none.

    `on_portal` None: nobody could look in the last days. `late`: days behind the deadline, 0 for who was in time.
    """

    agency: Organization
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


def board(found: DutyRound, *, on: date) -> list[Standing]:
    """Five questions whatever the rows; lateness is counted until today, or until the round was closed."""
    agencies = list(found.debtors(on).order_by("sort_key", "pk"))
    counts, lists, seen = counts_of(agencies), confirmed_by(agencies), on_portal(agencies, on)
    until = min(on, found.closing.closed_on) if found.is_closed else on
    done = [pk for pk, titles in lists.items() if is_done(titles.number, counts.get(pk, NOTHING)["prepared"])]
    sent = first_sent(done)
    standings = []
    for agency in agencies:
        titles, numbers = lists.get(agency.pk), counts.get(agency.pk, NOTHING)
        day = done_on(titles, sent[agency.pk]) if titles and agency.pk in sent else until
        late = max((min(day, until) - found.deadline).days, 0)
        standings.append(
            Standing(agency, titles.number if titles else None, **numbers, on_portal=seen.get(agency.pk), late=late)
        )
    return standings


def totals(standings: Iterable[Standing]) -> dict[str, int]:
    """Of all agencies together; those without a confirmed list add no titles."""
    rows = list(standings)
    return {name: sum(getattr(row, name) or 0 for row in rows) for name in STEPS}
