"""What a change of agencies does to copies of provinces: an office of the same province keeps them on."""

from django.utils.translation import gettext_lazy as _

from khedmat.cards.copies.records import log
from khedmat.cards.enums import AT_WORK, CopyStage
from khedmat.cards.models import LocalCopy, LocalCopyMove, LocalCopyQuerySet
from khedmat.cards.records import store
from khedmat.core.persian import persian_digits
from khedmat.organizations.changing.kinds import Case, Group, Item, Kind, Told
from khedmat.organizations.changing.moving import MOVES, move
from khedmat.organizations.models import Organization, OrganizationChange

STAYS = _("می‌ماند؛ دفتر دیگری از همین استان نسخهٔ تازه می‌سازد")
ENDS = _("پایان می‌یابد؛ جانشین دفتر این استان نیست")
WHY = _("%(keeper)s دیگر در کار نیست و جانشین آن دفتر این استان نیست؛ دفتر استان نسخهٔ تازه‌ای بسازد.")
ENDED = {CopyStage.DRAFT: CopyStage.DISCARDED}  # what was sent is returned


def _kept(case: Case) -> LocalCopyQuerySet:
    return LocalCopy.objects.filter(keeper__in=case.parties.ending)


def _tell(case: Case) -> Told:
    rows = case.rows(_kept(case).for_list().order_by("pk"))
    offices = {one.place_id: one for one in reversed(case.parties.after)}
    return [_item(row, offices.get(row.place_id)) for row in rows], rows


def _item(row: LocalCopy, taker: Organization | None) -> Item:
    label = f"{row} · {row.get_stage_display()} · {_('ویرایش')} {persian_digits(row.number)}"
    fate = MOVES if taker else ENDS if row.stage in AT_WORK else STAYS
    return Item(row.pk, label, str(fate), taker)


def _carry(group: Group, case: Case, change: OrganizationChange) -> None:
    """What nobody may go on with would keep the province from beginning anew: it ends, and says why."""
    takers = [item.taker for item in group.items]
    for row, taker in zip(group.rows, takers, strict=True):
        if taker is None and row.stage in AT_WORK:
            source = row.stage
            store(row, {"stage": ENDED.get(source, CopyStage.RETURNED)})
            log(row, source, by=change.by, at=change.at, reason=WHY % {"keeper": row.keeper.name})
    move(zip(group.rows, takers, strict=True), change, log=LocalCopyMove)


COPIES = Kind("copies", _("نسخه‌های استانی"), _kept, _tell, _carry)
