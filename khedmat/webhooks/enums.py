"""Words of webhooks."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from khedmat.cards.enums import LinkWhy


class EventKind(models.TextChoices):
    """What happened, by the names that a message bears as its `type`."""

    PUBLISHED = "service.published", _("خدمتی برای نخستین بار منتشر شد")
    AMENDED = "service.amended", _("نسخهٔ تازه‌ای از خدمت منتشر شد")
    SUSPENDED = "service.suspended", _("خدمت تعلیق شد")
    RESUMED = "service.resumed", _("خدمت از تعلیق درآمد")
    RETIRED = "service.retired", _("خدمت برچیده شد")
    FEEDBACK_RECEIVED = "feedback.received", _("خواننده‌ای دربارهٔ خدمت دستگاه شما بازخورد داد")
    FEEDBACK_ANSWERED = "feedback.answered", _("بازخوردی دربارهٔ خدمت دستگاه شما پاسخ گرفت")
    PING = "ping", _("پیام آزمایشی")


TO_CHOOSE = tuple(kind for kind in EventKind if kind != EventKind.PING)
OF_ONE_S_OWN = (EventKind.FEEDBACK_RECEIVED, EventKind.FEEDBACK_ANSWERED)  # whatever the reach


class Reach(models.TextChoices):
    """Of whose services."""

    OWN = "own", _("خدمت‌های همین دستگاه")
    ALL = "all", _("همهٔ خدمت‌های منتشرشدهٔ کشور")


class SubscriptionState(models.TextChoices):
    """Whether messages go out."""

    ACTIVE = "active", _("روشن")
    PAUSED = "paused", _("نگه داشته شده")
    FAILED = "failed", _("پس از سه روز بی‌پاسخی نگه داشته شد")
    ENDED = "ended", _("پایان یافته")


class Arrival(models.TextChoices):
    """What became of a message to one address."""

    WAITING = "waiting", _("در راه")
    ARRIVED = "arrived", _("رسید")
    LOST = "lost", _("نرسید")


SAID_BY_WEBHOOKS = {  # where the words of the check of links would be wrong here
    LinkWhy.ANSWERED: _("پذیرفت"),
    LinkWhy.REDIRECTS: _("به جای دیگری فرستاد؛ نشانی درست را بنویسید"),
    LinkWhy.NOT_FOUND: _("چنین نشانی‌ای در آن سرور نیست"),
    LinkWhy.GONE: _("دیگر پیامی نمی‌خواهد"),
    LinkWhy.REFUSED: _("نپذیرفت"),
    LinkWhy.PRIVATE: _("نشانی شبکهٔ داخلی است و چیزی به آن فرستاده نمی‌شود"),
}
