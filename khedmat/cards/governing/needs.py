"""What passing over a finding needs, who can bring it about, and where: one sentence each."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.cards.conditions import had_no_hand, is_reviewer
from khedmat.cards.enums import IN_FORCE, OPEN, WAIVABLE, Stage
from khedmat.core.jalali import long, with_time

ALIVE = tuple(stage for stage in (*OPEN, *IN_FORCE) if stage != Stage.DRAFT)


class Need(NamedTuple):
    """`holds` answers of what is meant (`dismissing.Meant`); the sentence is for the person who is refused."""

    holds: Callable[[Any], bool]
    sentence: Promise


def _is_of_centre(meant: Any) -> bool:
    return is_reviewer(meant.version, meant.by, meant.on)


def _is_not_own(meant: Any) -> bool:
    return not _is_of_centre(meant) or had_no_hand(meant.version, meant.by, meant.on)


OF_THE_CENTRE = Need(
    _is_of_centre,
    _(
        "چشم‌پوشی از یافته و پس‌گرفتن آن کار بررسی‌کنندگان مرکز است، در صفحهٔ همین نسخه در میز کار؛ "
        "دستگاه پاسخ خود را در صفحهٔ «بررسی خانه‌به‌خانه» می‌نویسد."
    ),
)
NOT_ONES_OWN = Need(
    _is_not_own,
    _("شما در متن همین نسخه دست داشته‌اید؛ بررسی‌کنندهٔ دیگری از مرکز در صفحهٔ همین نسخه دربارهٔ یافته‌های آن داوری می‌کند."),
)
SAYS_WHY = Need(
    lambda meant: bool(meant.reason),
    _("دلیل نوشته نشده است؛ بررسی‌کنندهٔ مرکز در همین صفحه بنویسد چرا این یافته اینجا ایراد نیست."),
)
DISMISSING: tuple[Need, ...] = (
    OF_THE_CENTRE,
    NOT_ONES_OWN,
    Need(
        lambda meant: meant.version.stage in ALIVE,
        _(
            "از یافته‌های نسخه‌ای چشم پوشیده می‌شود که در دست بررسی یا جاری است؛ این نسخه در مرحلهٔ «%(stage)s» است. "
            "بررسی‌کنندهٔ مرکز این کار را در صفحهٔ نسخهٔ تازه‌تر همین خدمت می‌کند."
        ),
    ),
    Need(
        lambda meant: meant.finding is not None,
        _("این یافته دیگر برجا نیست: متن یا قاعده‌ها عوض شده است. یافته‌های کنونی در صفحهٔ همین نسخه در میز کار است."),
    ),
    Need(
        lambda meant: meant.finding is None or meant.finding.severity in WAIVABLE,
        _(
            "از مانع انتشار چشم پوشیده نمی‌شود؛ مرکز نسخه را بازمی‌گرداند و نویسندگان «%(owner)s» آن را "
            "با دکمهٔ «پیش‌نویس تازه» درست می‌کنند."
        ),
    ),
    Need(
        lambda meant: meant.dismissal is None,
        _("از این یافته پیش‌تر چشم پوشیده شده است (%(last)s)؛ دلیل آن در صفحهٔ همین نسخه است."),
    ),
    SAYS_WHY,
)
TAKING_BACK: tuple[Need, ...] = (
    OF_THE_CENTRE,
    NOT_ONES_OWN,
    Need(
        lambda meant: not hasattr(meant.dismissal, "end"),
        _("این چشم‌پوشی پیش‌تر پس گرفته شده است (%(ended)s)؛ یافته در صفحهٔ همین نسخه باز است."),
    ),
    Need(
        lambda meant: hasattr(meant.dismissal, "end") or meant.dismissal.lapses_on > meant.on,
        _("اعتبار این چشم‌پوشی در %(lapses_on)s به پایان رسیده و یافته در صفحهٔ همین نسخه باز است."),
    ),
    SAYS_WHY,
)


def unmet(needs: Iterable[Need], meant: Any) -> list[str]:
    """Sentences of all that does not hold; empty when it may be done."""
    return [str(need.sentence) % _facts(meant) for need in needs if not need.holds(meant)]


def _facts(meant: Any) -> dict[str, str]:
    known = meant.dismissal
    end = getattr(known, "end", None)
    return {
        "owner": meant.version.service.owner.name,
        "stage": str(meant.version.get_stage_display()),
        "last": f"{known.by}، {with_time(known.at)}" if known else "",
        "ended": f"{end.by}، {with_time(end.at)}" if end else "",
        "lapses_on": long(known.lapses_on) if known else "",
    }
