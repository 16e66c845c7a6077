"""The published cards of each agency: their grades, how many are confirmed, what is broken and found in them."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Count, Q

from khedmat.cards.enums import LinkState, Severity
from khedmat.cards.freshness.standing import stale
from khedmat.cards.models import CardLink, Finding, ServiceVersion
from khedmat.cards.score.grades import GRADES
from khedmat.organizations.models import Organization

PUBLISHED = Q(version__stage="published")


class Quality(NamedTuple):
    """An agency. `grades`: code → published cards; those whose score is not worked out yet are in none of them."""

    agency: Organization
    cards: int
    grades: dict[str, int]
    stale: int
    broken: int
    answers: int
    notes: int

    def share(self, code: str) -> int | None:
        """Whole percent of the cards that have a grade, never rounded up; None while none has: that is not zero."""
        graded = sum(self.grades.values())
        return 100 * self.grades[code] // graded if graded else None

    @property
    def good(self) -> int | None:
        return self.share("good")

    @property
    def confirmed(self) -> int:
        return self.cards - self.stale


def quality(on: date) -> list[Quality]:
    """Six questions whatever the rows: agencies with a published card, by their names."""
    graded = {one.code: Count("pk", filter=_within(one.code)) for one in GRADES}
    counted = ServiceVersion.objects.published().order_by().values("owner").annotate(cards=Count("pk"), **graded)
    cards = {row.pop("owner"): row for row in counted}
    late = _counted(stale(ServiceVersion.objects.published(), on).order_by().values_list("owner").annotate(Count("pk")))
    answers, notes, broken = _findings(Severity.ANSWER), _findings(Severity.NOTE), _broken()

    def row(agency: Organization) -> Quality:
        counts = dict(cards[agency.pk])
        beside = (known.get(agency.pk, 0) for known in (late, broken, answers, notes))
        return Quality(agency, counts.pop("cards"), counts, *beside)

    return list(map(row, Organization.objects.filter(pk__in=cards).order_by("sort_key", "pk")))


def _within(code: str) -> Q:
    """The scores of a grade: from its least points to below the next."""
    place = [one.code for one in GRADES].index(code)
    least = GRADES[place].least
    if least is None:
        return Q(kept_score__isnull=False, kept_score__total=None)
    above = GRADES[place - 1].least if place else None
    within = Q(kept_score__total__gte=least)
    return within & Q(kept_score__total__lt=above) if above is not None else within


def _counted(rows: Iterable[tuple[int, int]]) -> dict[int, int]:
    return dict(rows)


def _findings(severity: str) -> dict[int, int]:
    rows = Finding.objects.filter(PUBLISHED, severity=severity).order_by().values_list("version__owner")
    return _counted(rows.annotate(Count("pk")))


def _broken() -> dict[int, int]:
    """Addresses, each once an agency: a dead home page in fifty cards is one thing to mend."""
    rows = CardLink.objects.filter(PUBLISHED, address__state=LinkState.BROKEN).order_by()
    return _counted(rows.values_list("version__owner").annotate(Count("address", distinct=True)))


def totals(rows: Iterable[Quality]) -> dict[str, int]:
    """Of all together: cards at each grade."""
    found = list(rows)
    return {one.code: sum(row.grades[one.code] for row in found) for one in GRADES}
