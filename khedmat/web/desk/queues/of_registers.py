"""Queues of those who keep the registers, and of those whose cards rest on what was ended there."""

from datetime import datetime

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import NameStage
from khedmat.cards.laws.where import on_ended_laws
from khedmat.cards.lines.unknown import unknown_to
from khedmat.cards.models import NameStep, PopularName, ServiceVersion, UnknownName
from khedmat.cards.popular.perms import decidable_by
from khedmat.organizations.enums import Role
from khedmat.web.desk.queues.queue import Queue

PROPOSED = NameStep.objects.filter(name=OuterRef("pk"), stage=NameStage.PROPOSED).order_by("pk")


def _proposed(user: User, at: datetime) -> QuerySet[PopularName]:
    return decidable_by(user, localdate(at))


def _on_ended_laws(user: User, at: datetime) -> QuerySet[ServiceVersion]:
    return on_ended_laws(user, localdate(at))


def _unknown(user: User, at: datetime) -> QuerySet[UnknownName]:
    return unknown_to(user, localdate(at))


REGISTERS = (
    Queue(
        "unknown",
        (Role.STEWARD, Role.LEGAL_STEWARD),
        _("نام‌های ناشناخته در شناسنامه‌ها"),
        _("شناسنامه‌ها نام‌هایی می‌برند که مدخلی ندارند؛ نام دیگر مدخلی کنید، مدخل تازه بسازید یا با علت کنار بگذارید."),
        _unknown,
        "/desk/registers/",
    ),
    Queue(
        "names",
        (Role.APPROVER, Role.STEWARD),
        _("نام‌های رایج پیشنهادشده"),
        _("کسی نامی را پیشنهاد کرده است که مردم به خدمت می‌دهند؛ بپذیرید تا جست‌وجو با آن بیابد، یا با علت رد کنید."),
        _proposed,
        f"/desk/registers/popular-names/?stage={NameStage.PROPOSED}",
        since=Subquery(PROPOSED.values("at")[:1]),
    ),
    Queue(
        "laws",
        (Role.AUTHOR, Role.LEGAL_STEWARD),
        _("شناسنامه‌های استوار بر قانون پایان‌یافته"),
        _("قانونی که نام می‌برند جایگزین یا نسخ شده است؛ دستگاه در پیش‌نویس تازه قانون کنونی را بنویسد."),
        _on_ended_laws,
        "/desk/ended-laws/",
    ),
)
