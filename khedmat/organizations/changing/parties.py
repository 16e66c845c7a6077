"""Who takes part in a planned change: those that were, those that come, those that end by it."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import chain, repeat
from typing import NamedTuple

from khedmat.organizations.enums import ChangeKind
from khedmat.organizations.models import Organization, PlannedChange
from khedmat.organizations.naming import names_on


class Parties(NamedTuple):
    """`ending`: no longer there after the change; `main`: takes what nobody chose another for; None: nobody does."""

    before: list[Organization]
    after: list[Organization]
    ending: list[Organization]
    main: Organization | None

    def taker(self, plan: PlannedChange, choice: str) -> Organization | None:
        """The agency that takes a thing: the chosen one, else the main one."""
        return self.called(plan.choices.get(choice)) or self.main

    def called(self, code: str | None) -> Organization | None:
        return next((one for one in self.after if one.code == code), None)


def parties_of(plan: PlannedChange, *, is_locked: bool = False) -> Parties:
    """In the order of the plan. Locked one after the other by key: two changes at once wait and do not lock up.

    Their keys are not locked: whoever holds a version or a batch and writes a row that names the agency would wait
    for the change, and the change for what is held.
    """
    rows = Organization.objects.filter(code__in=[*plan.before, *plan.after]).order_by("pk")
    if is_locked:
        rows = rows.select_for_update(no_key=True, of=("self",))
    known = {agency.code: agency for agency in rows}
    before, after = _named(plan.before, known), _named(plan.after, known)
    ending = [] if plan.kind == ChangeKind.RENAME else [one for one in before if one not in after]
    return Parties(before, after, ending, after[0] if after else None)


class Named(NamedTuple):
    """Agencies before and after a change, each with its name of those days."""

    before: list[tuple[Organization, str]]
    after: list[tuple[Organization, str]]


def named_then(plan: PlannedChange, parties: Parties) -> Named:
    """The day before the change and its first day: by its name of today, an agency renamed became itself."""
    last, first = plan.effective_on - timedelta(days=1), plan.effective_on
    names = names_on(chain(zip(parties.before, repeat(last)), zip(parties.after, repeat(first))))
    return Named(_called(parties.before, last, names), _called(parties.after, first, names))


def _called(
    agencies: list[Organization], day: date, names: Mapping[tuple[int, date], str]
) -> list[tuple[Organization, str]]:
    return [(one, names[one.pk, day]) for one in agencies]


def taker_of(subordinate: Organization, parties: Parties, choice: str | None = None) -> Organization | None:
    """Below whom a subordinate is after the change: the chosen successor; else whom it is below, while that is there;
    else the main successor. If the successor stands below it: one up.
    """
    above = subordinate.parent
    taker = parties.called(choice) or (parties.main if above in parties.ending else above)
    if taker and subordinate.pk not in _line_of(taker):
        return taker
    while above in parties.ending:
        above = above.parent
    return above


def _line_of(agency: Organization | None) -> set[int]:
    """Itself and those above it."""
    line: set[int] = set()
    while agency and agency.pk not in line:
        line.add(agency.pk)
        agency = agency.parent
    return line


def _named(codes: Iterable[str], known: dict[str, Organization]) -> list[Organization]:
    return [known[code] for code in codes if code in known]
