"""What a change of agencies does to services and lists of titles, beside what it does to people."""

from datetime import datetime

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from khedmat.cards.enums import Stage, TitleStage
from khedmat.cards.models import Service, ServiceVersion, TitleList
from khedmat.core.persian import persian_digits
from khedmat.organizations.changing.parties import Parties
from khedmat.organizations.changing.preview import Group, Item, of_organizations
from khedmat.organizations.enums import ChangeKind
from khedmat.organizations.models import PlannedChange

NAMELESS = _("خدمت بی‌عنوان")
MOVES, STAYS, LEFT = _("جابه‌جا می‌شود"), _("می‌ماند"), _("بی دستگاه می‌ماند")
ENDS, CLOSED = _("جای خود را به فهرست جانشین می‌دهد"), _("دیگر نوشته نمی‌شود")


def preview(plan: PlannedChange, parties: Parties, *, at: datetime, is_locked: bool = False) -> list[Group]:
    """Everything that moves or ends; eight questions whatever the rows."""
    return [
        _services(plan, parties, is_locked=is_locked),
        _titles(parties, is_locked=is_locked),
        *of_organizations(plan, parties, at=at, is_locked=is_locked),
    ]


def services_of(plan: PlannedChange, parties: Parties) -> QuerySet[Service]:
    """Those of the agencies that are merged, split or closed, with the title that people know them by."""
    if plan.kind == ChangeKind.RENAME:
        return Service.objects.none()
    versions = ServiceVersion.objects.filter(service=OuterRef("pk")).exclude(stage=Stage.DISCARDED)
    titled = Service.objects.annotate(title=Subquery(versions.order_by("-number").values("title")[:1]))
    return titled.filter(owner__in=parties.before).order_by("owner", "pk")


def _services(plan: PlannedChange, parties: Parties, *, is_locked: bool) -> Group:
    found = services_of(plan, parties)
    rows = list(found.select_for_update(of=("self",)) if is_locked else found)
    return Group("services", _("خدمت‌ها"), [_service(row, plan, parties) for row in rows], rows)


def _service(row: Service, plan: PlannedChange, parties: Parties) -> Item:
    taker = parties.taker(plan, row.pk)
    fate = LEFT if taker is None else STAYS if taker.pk == row.owner_id else MOVES
    return Item(row.pk, row.title or str(NAMELESS), str(fate), taker)


def _titles(parties: Parties, *, is_locked: bool) -> Group:
    found = TitleList.objects.filter(agency__in=parties.ending).exclude(stage=TitleStage.REPLACED)
    found = found.select_related("agency").order_by("pk")
    rows = list(found.select_for_update(of=("self",)) if is_locked else found)
    items = [Item(row.pk, _named(row), str(CLOSED if row.is_draft else ENDS)) for row in rows]
    return Group("titles", _("فهرست‌های عنوان"), items, rows)


def _named(row: TitleList) -> str:
    number = persian_digits(row.number)
    return f"{row.agency.name} · {row.get_stage_display()} · {_('ویرایش')} {number}"
