"""What a change of agencies does to services and lists of titles: shown before, carried out with the rest."""

from django.core.exceptions import ValidationError
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from khedmat.cards.enums import IN_FORCE, Stage, TitleStage
from khedmat.cards.models import Service, ServiceMove, ServiceVersion, TitleList
from khedmat.cards.records import store
from khedmat.cards.tasks import recheck_soon
from khedmat.core.persian import persian_digits
from khedmat.organizations.changing.kinds import Case, Group, Item, chosen
from khedmat.organizations.changing.moving import MOVES, STAYS, move
from khedmat.organizations.models import OrganizationChange

NAMELESS = _("خدمت بی‌عنوان")
LEFT = _("بی دستگاه می‌ماند")
ENDS, CLOSED = _("جای خود را به فهرست جانشین می‌دهد"), _("دیگر نوشته نمی‌شود")
LEFT_ALONE = _(
    "دستگاهی که جانشین ندارد هنوز %(n)s خدمت در کار دارد؛ منتشرکنندهٔ مرکز نخست آنها را برچیند، "
    "یا به جای انحلال، ادغام در دستگاهی را که آنها را می‌گیرد برگزینید."
)


def services(case: Case) -> Group:
    """Those of the agencies that are merged, split or closed, with the title that people know them by."""
    versions = ServiceVersion.objects.filter(service=OuterRef("pk")).exclude(stage=Stage.DISCARDED)
    titled = Service.objects.annotate(title=Subquery(versions.order_by("-number").values("title")[:1]))
    found = titled.filter(owner__in=case.giving).order_by("owner", "pk")
    rows = case.rows(found)
    return Group("services", _("خدمت‌ها"), [_service(row, case) for row in rows], rows, _carry, is_chosen=True)


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
    ServiceVersion.objects.filter(service__owner__in=agencies).update(checked_with="")
    recheck_soon(at=change.at)


def titles(case: Case) -> Group:
    found = TitleList.objects.filter(agency__in=case.parties.ending).exclude(stage=TitleStage.REPLACED)
    rows = case.rows(found.select_related("agency").order_by("pk"))
    items = [Item(row.pk, _named(row), str(CLOSED if row.is_draft else ENDS)) for row in rows]
    return Group("titles", _("فهرست‌های عنوان"), items, rows, _close)


def _named(row: TitleList) -> str:
    number = persian_digits(row.number)
    return f"{row.agency.name} · {row.get_stage_display()} · {_('ویرایش')} {number}"


def _close(group: Group, case: Case, change: OrganizationChange) -> None:
    """The confirmed list of an agency that ended binds nobody; a draft stays as it is and is written no more."""
    for row in group.rows:
        if row.stage == TitleStage.CONFIRMED:
            store(row, {"stage": TitleStage.REPLACED, "replaced_at": change.at})
