"""What an agency owes in the rounds that are open: until when, how far it is, and what is missing at each step."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from khedmat.accounts.models import User
from khedmat.cards.duty.board import Standing, facts_of, standing
from khedmat.cards.enums import Owing
from khedmat.cards.models import DeclaredTitle, DutyRound, Service, ServiceVersion, TitleList
from khedmat.core.sequences import grouped
from khedmat.organizations.enums import ANSWERING, Scope
from khedmat.organizations.models import Membership, Organization


class Step(NamedTuple):
    """A step of the duty: `left` of `whole` are missing; None where it is not known, which is not none."""

    name: str
    left: int | None
    whole: int | None


class Owed(NamedTuple):
    """A round that an agency owes in. `days` until the deadline, negative after it; `age`: days since it was opened.

    `unsent`: confirmed titles for which no card has left the agency.
    """

    round: DutyRound
    standing: Standing
    days: int
    age: int
    unsent: list[str]

    @property
    def steps(self) -> list[Step]:
        """Each measured by the step before it."""
        row = self.standing
        pairs = [
            ("prepared", row.titles, row.prepared),
            ("examined", row.prepared, row.examined),
            ("given", row.prepared, row.given),
            ("shown", row.titles, row.shown),
            ("on_portal", row.shown, row.on_portal),
        ]
        return [Step(name, _left(whole, done), whole) for name, whole, done in pairs]


def _left(whole: int | None, done: int | None) -> int | None:
    return None if whole is None or done is None else max(whole - done, 0)


def owed(agencies: Sequence[Organization], *, on: date) -> list[Owed]:
    """Of agencies in force, in the order of the deadlines: seven questions, whatever the agencies and the rounds."""
    pairs = _pairs(agencies, on)
    return _measured(pairs, agencies, on=on) if pairs else []


def _pairs(agencies: Sequence[Organization], on: date) -> list[tuple[DutyRound, Organization]]:
    """Open rounds with each of the agencies on which they lie."""
    rounds = list(DutyRound.objects.open_on(on).order_by("deadline", "pk"))
    return [(found, agency) for found in rounds for agency in agencies if found.is_owed_by(agency)]


def _measured(
    pairs: Iterable[tuple[DutyRound, Organization]], agencies: Sequence[Organization], *, on: date
) -> list[Owed]:
    facts, unsent = facts_of(agencies, on), _unsent(agencies)
    rows = [(found, standing(found, agency, facts, on=on)) for found, agency in pairs]
    return [_owed(found, row, unsent.get(row.agency.pk, []), on=on) for found, row in rows if not row.is_done]


def _owed(found: DutyRound, row: Standing, unsent: list[str], *, on: date) -> Owed:
    return Owed(found, row, (found.deadline - on).days, (on - found.opened_on).days, unsent)


def _unsent(agencies: Iterable[Organization]) -> dict[int, list[str]]:
    """Agency → its confirmed titles of which no service has sent a card; by the service, else by the letters."""
    sent = ServiceVersion.objects.sent().filter(owner=OuterRef("title_list__agency"))
    itself, by_letters = sent.filter(service=OuterRef("service")), sent.filter(title_key__letters=OuterRef("letters"))
    known = Exists(itself) | Exists(by_letters)
    lists = TitleList.objects.confirmed().filter(agency__in=[agency.pk for agency in agencies])
    rows = DeclaredTitle.objects.filter(~known, title_list__in=lists).order_by("title_list", "order", "pk")
    by_agency = grouped(rows.values_list("title_list__agency", "title"), by=lambda row: row[0])
    return {agency: [title for _agency, title in found] for agency, found in by_agency.items()}


def owing_for(user: User, on: date) -> QuerySet[DutyRound]:
    """Open rounds in which an agency that this person answers for still owes: the twin of `owed`."""
    mine = Membership.objects.of(user).in_force(on).filter(role__in=ANSWERING).values("organization")
    debtors = _not_done(Organization.objects.in_force(on).filter(pk__in=mine))
    chosen = Q(owing=Owing.CHOSEN, agencies__overlap=debtors.values_list("code"))
    national = Q(owing=Owing.NATIONAL) & Exists(debtors.filter(scope=Scope.NATIONAL))
    return DutyRound.objects.open_on(on).filter(chosen | national)


def _not_done(agencies: QuerySet[Organization]) -> QuerySet[Organization]:
    """The twin of `board.is_done`."""
    titles = TitleList.objects.confirmed().filter(agency=OuterRef("pk")).values("said_count")[:1]
    sent = ServiceVersion.objects.sent().filter(service=OuterRef("pk"))
    services = Service.objects.filter(Exists(sent), owner=OuterRef("pk")).order_by()
    counted = services.values("owner").annotate(number=Count("pk")).values("number")
    told = agencies.annotate(titles_told=Subquery(titles), cards_sent=Coalesce(Subquery(counted), Value(0)))
    return told.filter(Q(titles_told=None) | Q(titles_told=0) | Q(cards_sent__lt=F("titles_told")))
