"""Where a version stands: its findings by how heavy they are, what comes next and who can bring it about."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import MOVES, Severity, Stage
from khedmat.cards.models import ServiceVersion
from khedmat.cards.needs import unmet
from khedmat.core.jalali import long

COUNTED = {Severity.BLOCKER: _("مانع"), Severity.ANSWER: _("پرسش"), Severity.NOTE: _("یادآوری")}
TONES_OF_SEVERITY = {Severity.BLOCKER: "seal", Severity.ANSWER: "mind", Severity.NOTE: "plain"}
YOURS: dict[str, Promise] = {
    Stage.DRAFT: _("گام بعد با شماست: پس از بازبینی خانه‌ها پیش‌نویس را برای تأیید دستگاه بفرستید."),
    Stage.SUBMITTED: _("گام بعد با شماست: متن را با فرم بسنجید و تأیید کنید، یا با دلیل بازگردانید."),
    Stage.APPROVED: _("گام بعد با شماست: شناسنامه را بررسی کنید و بپذیرید، یا با دلیل بازگردانید."),
    Stage.ACCEPTED: _("گام بعد با شماست: شناسنامه پذیرفته شده است؛ آن را منتشر کنید."),
}
ENDED: dict[str, Promise] = {
    Stage.PUBLISHED: _("این نسخه منتشر شده است. نویسندگان دستگاه آن را با دکمهٔ «پیش‌نویس تازه» اصلاح می‌کنند."),
    Stage.RETURNED: _("این نسخه بازگشته است. نویسندگان دستگاه با دکمهٔ «پیش‌نویس تازه» رونوشت آن را درست می‌کنند."),
    Stage.DISCARDED: _("این پیش‌نویس کنار گذاشته شده است؛ «پیش‌نویس تازه» رونوشتی از آن می‌سازد."),
    Stage.SUSPENDED: _("این خدمت تعلیق شده است؛ منتشرکنندهٔ مرکز تعلیق را پایان می‌دهد یا خدمت را برمی‌چیند."),
    Stage.RETIRED: _("این خدمت برچیده شده است و دیگر گامی ندارد."),
    Stage.REPLACED: _("نسخهٔ تازه‌تری جای این نسخه را گرفته است و دیگر گامی ندارد."),
}
APPOINTED = _(
    "نوبت انتشار این نسخه %(day)s است و از بامداد آن روز خودبه‌خود منتشر می‌شود؛ "
    "منتشرکنندگان مرکز نوبت را در همین صفحه عوض می‌کنند یا برمی‌دارند."
)
IN_THE_WAY: dict[str, Promise] = {
    Stage.DRAFT: _(
        "مرکز تا برطرف‌شدن مانع‌ها منتشر نمی‌کند؛ "
        "نویسندگان «%(owner)s» آنها را با دکمهٔ «ادامهٔ پر کردن» در خانه‌های فرم درست می‌کنند."
    ),
    Stage.SUBMITTED: _(
        "این نسخه مانع دارد و مرکز آن را نمی‌پذیرد؛ تأییدکنندگان «%(owner)s» آن را با دلیل بازمی‌گردانند "
        "تا نویسندگان رونوشت آن را با دکمهٔ «پیش‌نویس تازه» درست کنند."
    ),
}


class Group(NamedTuple):
    """The findings of one severity; the heaviest comes unfolded."""

    severity: str
    label: Promise
    findings: list[Any]

    @property
    def is_open(self) -> bool:
        return self.severity == Severity.BLOCKER


def groups(findings: Sequence[Any]) -> list[Group]:
    """The heaviest first; a severity of which there is none has no group."""
    sorted_out = [
        Group(severity, label, [found for found in findings if found.severity == severity])
        for severity, label in COUNTED.items()
    ]
    return [group for group in sorted_out if group.findings]


def next_step(version: ServiceVersion, findings: Sequence[Any], *, user: User, on: date) -> list[str]:
    """Sentences for this person: theirs to take, else what is unmet, who can meet it and where."""
    if version.stage in ENDED:
        return [str(ENDED[version.stage])]
    if version.publish_on:
        return [APPOINTED % {"day": long(version.publish_on)}]
    forward = MOVES[version.stage][0]
    said = unmet(version, forward, by=user, on=on) or [str(YOURS[version.stage])]
    is_blocked = any(found.severity == Severity.BLOCKER for found in findings)
    if is_blocked and version.stage in IN_THE_WAY:
        said.append(str(IN_THE_WAY[version.stage]) % {"owner": version.service.owner.name})
    return said
