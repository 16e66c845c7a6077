"""Queues of what offices make beside cards: copies of provinces on their way, lists of titles without a letter."""

from datetime import datetime

from django.db.models import DateTimeField, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.copies.turns import awaiting, written_by
from khedmat.cards.duty.owed import owing_for
from khedmat.cards.models import DutyRound, LocalCopy, TitleList
from khedmat.cards.models.copy_changes import CopyChange
from khedmat.organizations.enums import ANSWERING, Role
from khedmat.organizations.models import Membership
from khedmat.web.desk.queues.queue import Queue

MOVED = CopyChange.objects.filter(copy=OuterRef("pk"), target=OuterRef("stage")).exclude(source=F("target"))


def _drafts(user: User, at: datetime) -> QuerySet[LocalCopy]:
    return written_by(user, localdate(at))


def _awaiting(user: User, at: datetime) -> QuerySet[LocalCopy]:
    return awaiting(user, localdate(at))


def _titles(user: User, at: datetime) -> QuerySet[TitleList]:
    offices = Membership.objects.of(user).in_force(localdate(at)).filter(role__in=ANSWERING).values("organization")
    return TitleList.objects.drafts().filter(agency__in=offices)


def _owed(user: User, at: datetime) -> QuerySet[DutyRound]:
    return owing_for(user, localdate(at))


OFFICES = (
    Queue(
        "copies",
        (Role.AUTHOR,),
        _("نسخه‌های استانی نیمه‌کاره"),
        _("آنچه را در استان شما دیگر است بنویسید و برای تأیید استان بفرستید."),
        _drafts,
        "/desk/copies/?stage=draft",
        since=F("created_at"),
    ),
    Queue(
        "copies_decide",
        (Role.APPROVER, Role.PUBLISHER),
        _("نسخه‌های استانی در انتظار شما"),
        _("با الگوی ملی بسنجید و تأیید یا منتشر کنید، یا با دلیل بازگردانید."),
        _awaiting,
        "/desk/copies/?stage=mine",
        since=Subquery(MOVED.order_by("-at").values("at")[:1]),
    ),
    Queue(
        "titles",
        ANSWERING,
        _("فهرست‌های عنوان که هنوز تأیید نشده‌اند"),
        _("عنوان‌ها را کامل کنید؛ تأییدکننده نامهٔ بالاترین مقام را با شمار عنوان‌ها ثبت می‌کند."),
        _titles,
        "/desk/titles/",
        since=F("created_at"),
    ),
    Queue(
        "duty",
        ANSWERING,
        _("دوره‌های ماده ۲ که دستگاه شما بدهکار است"),
        _("ببینید چه مانده است: عنوان‌ها، شناسنامه‌ها، بررسی، شناسه، پنجرهٔ واحد و درگاه دستگاه."),
        _owed,
        "/desk/duty/owed/",
        since=Cast("opened_on", DateTimeField()),
        day=F("deadline"),
    ),
)
