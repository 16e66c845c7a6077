"""What a change of agencies does to permits: lists go where a person says, rows of cards with their services."""

from collections.abc import Iterable, Mapping
from itertools import chain, repeat
from typing import NamedTuple

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from khedmat.core import jalali
from khedmat.core.persian import persian_digits
from khedmat.organizations.changing.kinds import Case, Group, Item, Kind, Told, chosen
from khedmat.organizations.changing.moving import MOVES, STAYS, move
from khedmat.organizations.models import Organization, OrganizationChange
from khedmat.permits.models import PermitForm, PermitInquiry, PermitList, PermitListMove

HIDDEN = _("دیگر در فهرست مجوزها نشان داده نمی‌شود")
HELD = _("می‌ماند؛ جانشین همین فهرست را دارد")
NAMED = _("فهرست %(day)s، %(rows)s ردیف، از %(agency)s")
Held = set[tuple[int, str]]


class Line(NamedTuple):
    """A list that no list replaced, and those that it came in place of, newest first."""

    newest: PermitList
    former: list[PermitList]

    def going_to(self, taker: Organization | None, held: Held) -> list[PermitList]:
        """What the taker has already in the same words stays where it is: nothing is shown twice."""
        return [one for one in (self.newest, *self.former) if taker and (taker.pk, one.sha256) not in held]


def _newest(case: Case) -> QuerySet[PermitList]:
    """Those of the agencies that are merged, split or closed, and that no list replaced."""
    of_agencies = PermitList.objects.filter(organization__in=case.giving)
    return of_agencies.exclude(pk__in=of_agencies.exclude(replaces=None).values("replaces"))


def _tell(case: Case) -> Told:
    lines = _lines(_found(case))
    held = _held_by(case.parties.after) if lines else set()
    items, rows = [], []
    for line in lines:
        taker = case.parties.taker(case.plan, chosen("permit_lists", line.newest.pk))
        going = line.going_to(taker, held)
        items.append(Item(line.newest.pk, _named(line), _fate(line, taker, going), taker))
        rows.append(going)
        held |= {(taker.pk, one.sha256) for one in going if taker}
    return items, rows


def _found(case: Case) -> list[PermitList]:
    found = PermitList.objects.filter(organization__in=case.giving).select_related("organization").defer("paper")
    return list(found.annotate(rows=Count("permitform_rows")).order_by("organization__sort_key", "pk"))


def _lines(rows: Iterable[PermitList]) -> list[Line]:
    known = {row.pk: row for row in rows}
    replaced = {row.replaces_id for row in known.values()}
    return [Line(row, list(_before(row, known))) for row in known.values() if row.pk not in replaced]


def _before(row: PermitList, known: Mapping[int, PermitList]) -> Iterable[PermitList]:
    while row := known.get(row.replaces_id):
        yield row


def _held_by(agencies: Iterable[Organization]) -> Held:
    rows = PermitList.objects.filter(organization__in=agencies).order_by("pk")
    return set(rows.values_list("organization", "sha256"))


def _named(line: Line) -> str:
    day, rows = jalali.long(line.newest.created_at), persian_digits(line.newest.rows)
    return NAMED % {"day": day, "rows": rows, "agency": line.newest.organization.name}


def _fate(line: Line, taker: Organization | None, going: list[PermitList]) -> str:
    if taker is None:
        return str(HIDDEN)
    if taker.pk == line.newest.organization_id:
        return str(STAYS)
    return str(MOVES if line.newest in going else HELD)


def _carry(group: Group, case: Case, change: OrganizationChange) -> None:
    """Lists, and then the rows of all that moved: the database writes whose they are."""
    pairs = (zip(rows, repeat(item.taker)) for rows, item in zip(group.rows, group.items, strict=True))
    move(chain.from_iterable(pairs), change, log=PermitListMove)
    moved = Q(version__service__moves__change=change) | Q(permit_list__moves__change=change)
    for model in (PermitForm, PermitInquiry):
        model.objects.filter(moved).update(organization=F("organization"))


PERMIT_LISTS = Kind("permit_lists", _("فهرست‌های مجوز"), _newest, _tell, _carry, is_chosen=True)
