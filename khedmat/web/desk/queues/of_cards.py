"""Queues of cards: each is a twin of what `perms` says of one version, and narrows the list of the desk."""

from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.beside.lapsing import lapsing
from khedmat.cards.enums import Stage
from khedmat.cards.models import Remark, ServiceVersion, StageChange
from khedmat.cards.threads import answered_to, unanswered
from khedmat.organizations.enums import EXAMINERS, Role
from khedmat.organizations.models import Membership
from khedmat.web.desk.queues.queue import Queue, Rows

Versions = QuerySet[ServiceVersion]
VERSIONS = ServiceVersion.objects
MOVES_HERE = StageChange.objects.filter(version=OuterRef("pk"), target=OuterRef("stage")).exclude(source=F("target"))
ARRIVED = Subquery(MOVES_HERE.order_by("-at").values("at")[:1])


def _first_said(remarks: QuerySet[Remark]) -> Any:
    return Subquery(remarks.filter(version=OuterRef("pk")).order_by("at").values("at")[:1])


def _asked(user: User, at: datetime) -> Versions:
    """Versions of my agencies, for those who answer for their text."""
    on = localdate(at)
    mine = Membership.objects.of(user).in_force(on).filter(role__in=[Role.AUTHOR, Role.APPROVER])
    asked = unanswered().filter(version__owner__in=mine.values("organization"))
    return VERSIONS.filter(pk__in=asked.values("version")).annotate(said_at=_first_said(unanswered()))


def _answered(user: User, at: datetime) -> Versions:
    """Versions that I still see from inside, with an answer to what I began."""
    seen = VERSIONS.inside_for(user, localdate(at)).filter(pk__in=answered_to(user).values("version"))
    return seen.annotate(said_at=_first_said(answered_to(user)))


def _without_id(user: User, at: datetime) -> Versions:
    """Accepted, and nothing but the ID is wanted before the publication."""
    reviewing = Membership.objects.of(user).in_force(localdate(at)).reviewing()
    accepted = VERSIONS.filter(stage=Stage.ACCEPTED, service__code=None, stated_id="")
    return accepted.filter(Exists(reviewing))


def _lapsing(user: User, at: datetime) -> Versions:
    """Published cards of those who answer for them, with a price that holds no more or soon will not."""
    on = localdate(at)
    return lapsing(VERSIONS.confirmable_by(user, on), on)


def _twin(name: str, **narrowed: Any) -> Rows:
    """The queryset of `perms`' twin, narrowed."""
    return lambda user, at: getattr(VERSIONS.filter(**narrowed), name)(user, localdate(at))


def _queue(code: str, *roles: Role, **said: Any) -> Queue:
    return Queue(code, roles, goal=f"/desk/?queue={code}", **said)


CARDS = (
    _queue(
        "edit",
        Role.AUTHOR,
        title=_("پیش‌نویس‌های نیمه‌کاره"),
        meaning=_("پر کنید و برای تأیید دستگاه بفرستید."),
        rows=_twin("editable_by"),
        since=F("created_at"),
    ),
    _queue(
        "mend",
        Role.AUTHOR,
        title=_("بازگشته برای اصلاح"),
        meaning=_("دلیل را بخوانید و پیش‌نویس تازه‌ای از آن بسازید."),
        rows=_twin("mendable_by"),
        since=ARRIVED,
        term=Stage.RETURNED,
    ),
    _queue(
        "answer",
        Role.AUTHOR,
        Role.APPROVER,
        title=_("پرسش‌های بی‌پاسخ"),
        meaning=_("بررسی‌کننده از خانه‌ای پرسیده یا متنی پیشنهاد کرده است؛ پاسخ دهید."),
        rows=_asked,
        since=F("said_at"),
    ),
    _queue(
        "prices",
        Role.AUTHOR,
        Role.APPROVER,
        title=_("هزینه‌هایی که اعتبارشان پایان یافته یا نزدیک به پایان است"),
        meaning=_("اعتبار تازه را کنار نسخه بنویسید؛ اگر مبلغ عوض شده است پیش‌نویس تازه بسازید."),
        rows=_lapsing,
    ),
    _queue(
        "approve",
        Role.APPROVER,
        title=_("در انتظار تأیید"),
        meaning=_("با فرم بسنجید و تأیید کنید یا بازگردانید."),
        rows=_twin("approvable_by"),
        since=ARRIVED,
        term=Stage.SUBMITTED,
    ),
    _queue(
        "accept",
        *EXAMINERS,
        title=_("در انتظار بررسی"),
        meaning=_("بررسی کنید و بپذیرید یا بازگردانید."),
        rows=_twin("acceptable_by"),
        since=ARRIVED,
        term=Stage.APPROVED,
    ),
    _queue(
        "settle",
        *EXAMINERS,
        Role.APPROVER,
        title=_("پاسخ گرفته‌اید"),
        meaning=_("دستگاه به پرسش شما پاسخ داده است؛ بخوانید و ببندید یا باز بپرسید."),
        rows=_answered,
        since=F("said_at"),
    ),
    _queue(
        "identify",
        *EXAMINERS,
        title=_("در انتظار شناسه"),
        meaning=_("پذیرفته شده و شناسه ندارد؛ پیش از انتشار شناسه بدهید."),
        rows=_without_id,
        since=ARRIVED,
        term=Stage.ACCEPTED,
    ),
    _queue(
        "publish",
        Role.PUBLISHER,
        title=_("در انتظار انتشار"),
        meaning=_("پذیرفته شده است؛ منتشر کنید یا برای آن نوبت بگذارید."),
        rows=_twin("publishable_by", publish_on=None),
        since=ARRIVED,
        term=Stage.ACCEPTED,
    ),
    _queue(
        "appointed",
        Role.PUBLISHER,
        title=_("نوبت‌های انتشار"),
        meaning=_("در روز خود خودبه‌خود منتشر می‌شود؛ تا آن روز می‌توان نوبت را برداشت."),
        rows=_twin("publishable_by", publish_on__isnull=False),
        day=F("publish_on"),
    ),
    _queue(
        "resume",
        Role.PUBLISHER,
        title=_("تعلیق‌شده"),
        meaning=_("تعلیق را پایان دهید یا خدمت را برچینید."),
        rows=_twin("resumable_by"),
        since=ARRIVED,
    ),
)
