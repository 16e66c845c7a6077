"""Prices whose days run out: their office is told once before and once when they have, and has a list of them."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.timezone import localdate

from khedmat.cards.beside.lines import prices_in
from khedmat.cards.beside.standing import terms_of
from khedmat.cards.enums import Reminding, Stage
from khedmat.cards.models import Finding, PriceReminder, PriceTerm, ServiceVersion
from khedmat.cards.models.queries import VersionQuerySet
from khedmat.cards.telling import answering_for
from khedmat.core.jalali import long
from khedmat.core.persian import persian_digits
from khedmat.core.sequences import grouped, unique
from khedmat.notices.actions import notify, settle
from khedmat.notices.enums import NoticeKind
from khedmat.organizations.models import Organization

REMINDED = timedelta(days=14)  # before a price runs out
MOST_NAMED = 10
PLACE = "/desk/?queue=prices"


class Lapse(NamedTuple):
    """A price line of a published version, and the term that runs out."""

    version: ServiceVersion
    term: PriceTerm
    kind: Reminding
    text: str


def lapsing(versions: VersionQuerySet, on: date) -> VersionQuerySet:
    """Those with a price that has run out (R06), or that will and of which their office was told."""
    found = Finding.objects.filter(version=OuterRef("pk"), rule="R06", dismissal=None)
    newer = PriceTerm.objects.filter(
        version__service=OuterRef("version__service"),
        version__number__lte=OuterRef("version__number"),
        letters=OuterRef("term__letters"),
        pk__gt=OuterRef("term"),
    ).exclude(version__stage=Stage.DISCARDED)
    told = PriceReminder.objects.filter(~Exists(newer), version=OuterRef("pk"), term__valid_until__gte=on)
    return versions.filter(Exists(found) | Exists(told))


def remind(*, at: datetime) -> int:
    """How many messages: one an agency and kind, however many cards. Safe to run twice: what was told is in a row."""
    on = localdate(at)
    due = [lapse for version in _near(on).iterator() for lapse in _lapses(version, on)]
    rows = PriceReminder.objects.filter(version__in={lapse.version.pk for lapse in due})
    told = set(rows.values_list("version", "term", "kind"))
    untold = [lapse for lapse in due if (lapse.version.pk, lapse.term.pk, lapse.kind) not in told]
    offices = grouped(untold, by=lambda lapse: (lapse.version.service.owner, lapse.kind))
    for (owner, kind), lapses in offices.items():
        _tell_office(owner, kind, lapses, at=at)
    return len(offices)


def settle_if_none_lapses(owner: Organization, *, at: datetime) -> None:
    """The last price of an agency holds again: nothing waits any more."""
    if not lapsing(ServiceVersion.objects.published().of_agency(owner), localdate(at)).exists():
        settle(NoticeKind.PRICES_LAPSE, about=_about(owner), at=at)


def _near(on: date) -> QuerySet[ServiceVersion]:
    """Published cards beside which such a day was ever written."""
    terms = PriceTerm.objects.filter(
        version__service=OuterRef("service"),
        version__number__lte=OuterRef("number"),
        valid_until__range=(on - REMINDED, on + REMINDED),
    )
    versions = ServiceVersion.objects.published().filter(Exists(terms)).select_related("service__owner")
    return versions.order_by("owner", "pk")


def _lapses(version: ServiceVersion, on: date) -> Iterator[Lapse]:
    """Of the terms that stand and whose line the version has; the last day itself still holds."""
    terms = terms_of(version)
    for line in prices_in(version.document.card):
        term = terms.get(line.letters)
        if term and term.valid_until and abs(term.valid_until - on) <= REMINDED:
            yield Lapse(version, term, Reminding.LAPSED if term.valid_until < on else Reminding.SOON, line.text)


@transaction.atomic
def _tell_office(owner: Organization, kind: Reminding, lapses: Sequence[Lapse], *, at: datetime) -> None:
    rows = [PriceReminder(version=lapse.version, term=lapse.term, kind=kind, at=at) for lapse in lapses]
    PriceReminder.objects.bulk_create(rows, ignore_conflicts=True)
    cards = unique(lapse.version.pk for lapse in lapses)
    context = {
        "owner": owner.name,
        "count": persian_digits(len(cards)),
        "is_lapsed": kind == Reminding.LAPSED,
        "prices": [_line(lapse) for lapse in lapses[:MOST_NAMED]],
        "more": persian_digits(len(lapses) - MOST_NAMED) if len(lapses) > MOST_NAMED else "",
    }
    people = answering_for(ServiceVersion.objects.filter(pk__in=cards), localdate(at))
    dedupe = f"{_about(owner)} {kind} {localdate(at)}"
    where = {"link": PLACE, "about": _about(owner), "dedupe": dedupe}
    notify(people, NoticeKind.PRICES_LAPSE, context=context, at=at, **where)


def _line(lapse: Lapse) -> str:
    return f"{lapse.version.title}: {persian_digits(lapse.text)} ({long(lapse.term.valid_until)})"


def _about(owner: Organization) -> str:
    return f"prices of {owner.pk}"
