"""What each move of a copy needs, who can bring it about, and where: one sentence each."""

from datetime import date
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.copies import conditions as c
from khedmat.cards.enums import COPY_MOVES, CopyStage
from khedmat.cards.models import LocalCopy
from khedmat.core.jalali import with_time


class Condition(NamedTuple):
    """`holds` answers; the sentence is for the person who is refused."""

    holds: c.Holds
    sentence: Promise


def _stands_before(target: str) -> c.Holds:
    return lambda copy, user, on: target in COPY_MOVES.get(copy.stage, ())


WRONG_STAGE = _(
    "این نسخهٔ استانی در مرحلهٔ «%(stage)s» است (آخرین گام: %(last)s) و به «%(target)s» نمی‌رود؛ "
    "مرحلهٔ کنونی و گام بعد در صفحهٔ همین نسخه در میز کار آمده است."
)
NOT_COMPARED = _(
    "الگوی ملی این خدمت تغییر کرده است یا اکنون منتشر نیست، و این نسخه با الگوی کنونی برابر نشده است؛ "
    "نویسندگان «%(keeper)s» پیش‌نویس را در صفحهٔ «برابرسازی با الگو» با آن برابر می‌کنند. "
    "نسخه‌ای که فرستاده شده، نخست با دلیل بازگردانده می‌شود."
)
THREE_PEOPLE = _(
    "شما در همین نسخه دست داشته‌اید (نوشتن، ارسال یا تأیید)؛ نویسنده، تأییدکننده و منتشرکننده باید سه نفر باشند. "
    "همکار دیگری با همین نقش این گام را در صفحهٔ همین نسخه در میز کار برمی‌دارد."
)
OF_AUTHORS = _("این کار نویسندگان «%(keeper)s» است؛ یکی از آنان آن را در صفحهٔ همین نسخه در میز کار انجام می‌دهد.")
NOTHING_DIFFERS = _(
    "در این نسخه هیچ خانه‌ای با الگوی ملی فرق ندارد؛ نویسندگان «%(keeper)s» آنچه را در استان دیگر است می‌نویسند. "
    "بی نسخهٔ استانی، همان الگوی ملی در استان شما هم نشان داده می‌شود."
)
NEEDS: dict[str, tuple[Condition, ...]] = {
    CopyStage.DRAFT: (Condition(lambda copy, user, on: copy.is_draft, WRONG_STAGE), Condition(c.is_author, OF_AUTHORS)),
    CopyStage.SUBMITTED: (
        Condition(_stands_before(CopyStage.SUBMITTED), WRONG_STAGE),
        Condition(c.is_author, OF_AUTHORS),
        Condition(c.says_something, NOTHING_DIFFERS),
        Condition(c.is_compared, NOT_COMPARED),
    ),
    CopyStage.DISCARDED: (
        Condition(_stands_before(CopyStage.DISCARDED), WRONG_STAGE),
        Condition(c.is_author, OF_AUTHORS),
    ),
    CopyStage.APPROVED: (
        Condition(_stands_before(CopyStage.APPROVED), WRONG_STAGE),
        Condition(
            c.is_approver,
            _("تأیید این نسخه کار تأییدکنندگان «%(keeper)s» است؛ یکی از آنان در صفحهٔ آن در میز کار تأیید می‌کند."),
        ),
        Condition(c.had_no_hand, THREE_PEOPLE),
        Condition(c.is_compared, NOT_COMPARED),
    ),
    CopyStage.PUBLISHED: (
        Condition(_stands_before(CopyStage.PUBLISHED), WRONG_STAGE),
        Condition(
            c.is_publisher,
            _(
                "انتشار این نسخه کار تأییدکنندگان «%(owner)s» یا منتشرکنندگان مرکز بررسی شناسنامه‌هاست؛ "
                "یکی از آنان در صفحهٔ همین نسخه در میز کار آن را منتشر می‌کند."
            ),
        ),
        Condition(c.had_no_hand, THREE_PEOPLE),
        Condition(c.is_compared, NOT_COMPARED),
    ),
    CopyStage.RETURNED: (
        Condition(_stands_before(CopyStage.RETURNED), WRONG_STAGE),
        Condition(
            c.returns,
            _(
                "بازگرداندن این نسخه کار کسی است که گام بعد با اوست: تأییدکنندگان «%(keeper)s»، "
                "و پس از تأیید آنان تأییدکنندگان «%(owner)s» یا منتشرکنندگان مرکز، در صفحهٔ همین نسخه در میز کار."
            ),
        ),
        Condition(c.had_no_hand, THREE_PEOPLE),
    ),
}
OF_PEOPLE = {c.is_author, c.is_approver, c.is_publisher, c.returns, c.had_no_hand}


def unmet(copy: LocalCopy, target: str, *, by: User, on: date) -> list[str]:
    """Sentences of all conditions that do not hold; empty when the move may be made."""
    failed = [need.sentence for need in NEEDS[target] if not need.holds(copy, by, on)]
    said = _facts(copy, target) if failed else {}
    return [str(sentence) % said for sentence in failed]


def may(copy: LocalCopy, target: str, *, by: User, on: date) -> bool:
    """Whether the stage and the person are right, whatever the copy still lacks."""
    asked = [need for place, need in enumerate(NEEDS[target]) if place == 0 or need.holds in OF_PEOPLE]
    return all(need.holds(copy, by, on) for need in asked)


def _facts(copy: LocalCopy, target: str) -> dict[str, str]:
    last = copy.changes.select_related("by").order_by("at", "pk").last()
    return {
        "stage": str(copy.get_stage_display()),
        "target": str(CopyStage(target).label),
        "keeper": copy.keeper.name,
        "owner": copy.service.owner.name,
        "last": f"{last.by}، {with_time(last.at)}" if last else "—",
    }
