"""What a change of agencies does to services and lists of titles: shown before, carried out with the rest."""

from django.core.exceptions import ValidationError
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from khedmat.cards.enums import IN_FORCE, Stage, TitleStage
from khedmat.cards.models import Service, ServiceMove, ServiceVersion, TitleList
from khedmat.cards.records import store
from khedmat.cards.tasks import recheck_soon
from khedmat.core.persian import persian_digits
from khedmat.organizations.changing.kinds import Case, Group, Item, Kind, Told, chosen
from khedmat.organizations.changing.moving import MOVES, STAYS, move
from khedmat.organizations.models import OrganizationChange

NAMELESS = _("خدمت بی‌عنوان")
LEFT = _("بی دستگاه می‌ماند")
ENDS, CLOSED = _("جای خود را به فهرست جانشین می‌دهد"), _("دیگر نوشته نمی‌شود")
LEFT_ALONE = _(
    "دستگاهی که جانشین ندارد هنوز %(n)s خدمت در کار دارد؛ منتشرکنندهٔ مرکز نخست آنها را برچیند، "
    "یا به جای انحلال، ادغام در دستگاهی را که آنها را می‌گیرد برگزینید."
)


def _services(case: Case) -> QuerySet[Service]:
    """Those of the agencies that are merged, split or closed."""
    return Service.objects.filter(owner__in=case.giving)


def _fates_of_services(case: Case) -> Told:
    """With the title that people know each by."""
    versions = ServiceVersion.objects.filter(service=OuterRef("pk")).exclude(stage=Stage.DISCARDED)
    titled = _services(case).annotate(title=Subquery(versions.order_by("-number").values("title")[:1]))
    rows = case.rows(titled.order_by("owner", "pk"))
    return [_service(row, case) for row in rows], rows


def _service(row: Service, case: Case) -> Item:
    taker = case.parties.taker(case.plan, chosen("services", row.pk))
    fate = LEFT if taker is None else STAYS if taker.pk == row.owner_id else MOVES
    return Item(row.pk, row.title or str(NAMELESS), str(fate), taker)


def _carry(group: Group, case: Case, change: OrganizationChange) -> None:
    _refuse_orphans(group)
    takers = [item.taker for item in group.items]
    move(zip(group.rows, takers, strict=True), change, log=ServiceMove)
    _check_anew(case, change)


def _refuse_orphans(group: Group) -> None:
    """A service that people use has an agency that answers for it."""
    alone = [item.key for item in group.items if item.taker is None]
    count = Service.objects.filter(pk__in=alone, versions__stage__in=IN_FORCE).distinct().count()
    if count:
        raise ValidationError(LEFT_ALONE, params={"n": persian_digits(count)})


def _check_anew(case: Case, change: OrganizationChange) -> None:
    """Titles are asked of the list of the new agency, names of the agencies that are there."""
    agencies = [*case.parties.before, *case.parties.after]
    ServiceVersion.objects.filter(owner__in=agencies).update(checked_with="")
    recheck_soon(at=change.at)


def _titles(case: Case) -> QuerySet[TitleList]:
    return TitleList.objects.filter(agency__in=case.parties.ending).exclude(stage=TitleStage.REPLACED)


def _fates_of_titles(case: Case) -> Told:
    rows = case.rows(_titles(case).select_related("agency").order_by("pk"))
    return [Item(row.pk, _named(row), str(CLOSED if row.is_draft else ENDS)) for row in rows], rows


def _named(row: TitleList) -> str:
    number = persian_digits(row.number)
    return f"{row.agency.name} · {row.get_stage_display()} · {_('ویرایش')} {number}"


def _close(group: Group, case: Case, change: OrganizationChange) -> None:
    """The confirmed list of an agency that ended binds nobody; a draft stays as it is and is written no more."""
    for row in group.rows:
        if row.stage == TitleStage.CONFIRMED:
            store(row, {"stage": TitleStage.REPLACED, "replaced_at": change.at})


SERVICES = Kind("services", _("خدمت‌ها"), _services, _fates_of_services, _carry, is_chosen=True)
TITLES = Kind("titles", _("فهرست‌های عنوان"), _titles, _fates_of_titles, _close)
