"""Queues of what was published and wants a look again: old confirmations, broken addresses, templates that changed."""

from datetime import datetime
from typing import Any

from django.db.models import F, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import AT_WORK, CopyStage, LinkState
from khedmat.cards.freshness.standing import ageing
from khedmat.cards.models import CardLink, Feedback, LocalCopy, ServiceVersion, WebAddress
from khedmat.organizations.enums import ANSWERING, Role
from khedmat.organizations.models import Membership
from khedmat.web.desk.queues.queue import Queue


def _offices(role: Role, user: User, at: datetime) -> QuerySet[Any, Any]:
    return Membership.objects.of(user).in_force(localdate(at)).filter(role=role).values("organization")


def _ageing(user: User, at: datetime) -> QuerySet[ServiceVersion]:
    on = localdate(at)
    return ageing(ServiceVersion.objects.confirmable_by(user, on), on)


def _broken(user: User, at: datetime) -> QuerySet[WebAddress]:
    mine = ServiceVersion.objects.published().filter(owner__in=_offices(Role.AUTHOR, user, at))
    links = CardLink.objects.filter(version__in=mine.values("pk"))
    return WebAddress.objects.filter(state=LinkState.BROKEN, pk__in=links.order_by().values("address"))


def _behind(user: User, at: datetime) -> QuerySet[LocalCopy]:
    kept = LocalCopy.objects.filter(keeper__in=_offices(Role.AUTHOR, user, at))
    return kept.filter(stage__in=[*AT_WORK, CopyStage.PUBLISHED]).with_news().filter(is_behind=True)


def _said(user: User, at: datetime) -> QuerySet[Feedback]:
    offices = Membership.objects.of(user).in_force(localdate(at)).filter(role__in=ANSWERING).values("organization")
    return Feedback.objects.unsettled().filter(service__owner__in=offices)


UPKEEP = (
    Queue(
        "feedback",
        ANSWERING,
        _("بازخورد خوانندگان"),
        _("خواننده‌ای چیزی نادرست یا ناگفته یافته است؛ پاسخ دهید یا در نسخهٔ تازه اصلاح کنید."),
        _said,
        "/desk/feedback/",
        since=F("at"),
        day=F("due_on"),
    ),
    Queue(
        "fresh",
        (Role.AUTHOR, Role.APPROVER),
        _("تأیید تازگی"),
        _("منتشر شده و موعد تأیید دوبارهٔ آن رسیده یا نزدیک است؛ اگر هنوز درست است تأیید کنید."),
        _ageing,
        "/desk/fresh/",
        since=F("confirmed_at"),
    ),
    Queue(
        "links",
        (Role.AUTHOR,),
        _("پیوندهای شکسته"),
        _("نشانی‌ای که در شناسنامهٔ منتشرشده آمده پاسخ نمی‌دهد؛ آن را در پیش‌نویس تازه درست کنید."),
        _broken,
        f"/desk/links/?state={LinkState.BROKEN}",
    ),
    Queue(
        "behind",
        (Role.AUTHOR,),
        _("الگوی ملی تغییر کرده"),
        _("نسخهٔ استانی با الگوی پیشین سنجیده شده است؛ خانه به خانه با الگوی تازه بسنجید."),
        _behind,
        "/desk/copies/?stage=behind",
    ),
)
