"""Words of messages to people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class NoticeKind(models.TextChoices):
    """What a message is about; each has its letter in `templates/notices/mail`."""

    CARD_WAITS = "card_waits", _("شناسنامه‌ای در انتظار کار شماست")
    CARD_RETURNED = "card_returned", _("شناسنامه‌ای که در آن دست داشتید بازگردانده شد")
    CARD_MISSED = "card_missed", _("شناسنامه‌ای در نوبت خود منتشر نشد")
    CARD_MOVED = "card_moved", _("شناسنامه‌ای که در آن دست داشتید به مرحلهٔ تازه رفت")
    CARD_REMARKED = "card_remarked", _("دربارهٔ خانه‌ای از شناسنامه‌ای که در بررسی آن دست دارید پرسیدند یا پاسخ دادند")
    CARDS_AGE = "cards_age", _("شناسنامه‌هایی تأیید تازگی می‌خواهند")
    LAW_ENDED = "law_ended", _("قانونی که شناسنامه‌های شما به آن استناد می‌کنند دیگر معتبر نیست")
    SYSTEM_ENDED = "system_ended", _("سامانه‌ای که شناسنامه‌های شما از آن نام می‌برند دیگر کار نمی‌کند")
    ENTRY_BACK = "entry_back", _("قانون یا سامانه‌ای که پایان آن به شما گفته شده بود، دوباره برقرار است")
    ENTRY_MERGED = "entry_merged", _("نامی که شناسنامه‌های شما می‌برند در فهرست‌های پایه با نام دیگری یکی شد")
    PRICES_LAPSE = "prices_lapse", _("اعتبار هزینه‌هایی در شناسنامه‌های شما به پایان می‌رسد")
    DUTY_ASKED = "duty_asked", _("مرکز شناسنامهٔ خدمت‌های دستگاه شما را خواسته است")
    FEEDBACK_CAME = "feedback_came", _("خواننده‌ای در شناسنامهٔ شما چیزی نادرست یا ناگفته یافته است")
    FINDING_DISMISSED = "finding_dismissed", _("مرکز از یافته‌ای در شناسنامه‌ای که در آن دست داشتید چشم پوشید")
    FINDING_REOPENED = "finding_reopened", _("چشم‌پوشی از یافته‌ای در شناسنامه‌ای که در آن دست داشتید پس گرفته شد")
    NAME_PROPOSED = "name_proposed", _("نام رایجی برای خدمت دستگاه شما در انتظار پذیرش شماست")
    NAME_DECIDED = "name_decided", _("دربارهٔ نام رایج خدمت دستگاه شما تصمیم گرفته شد")
    NAME_SEARCHED = "name_searched", _("جست‌وجوی مردم نامی برای خدمت دستگاه شما پیش می‌نهد")
    TEMPLATE_CHANGED = "template_changed", _("الگوی ملی خدمتی که نسخهٔ استانی آن با شماست تغییر کرد")
    WEBHOOK_HELD = "webhook_held", _("وب‌هوکی از دستگاه شما پاسخ نداد و نگه داشته شد")
    AGENCIES_CHANGED = "agencies_changed", _("دستگاه شما ادغام یا تفکیک شد، نام دیگری گرفت یا پایان یافت")


# What a person wants of kinds that a later release brings: who chose one thing for everything meant these too.
LATER = "later"
WISHED = [*NoticeKind.choices, (LATER, _("گونه‌هایی که از این پس افزوده شوند"))]


class Channel(models.TextChoices):
    """How a message goes out; the inbox at the desk gets every one and is no channel that anybody chooses."""

    EMAIL = "email", _("رایانامه")
    SMS = "sms", _("پیامک")


class Timing(models.TextChoices):
    """When it goes out."""

    AT_ONCE = "at_once", _("بی‌درنگ")
    DAILY = "daily", _("روزی یک بار، بامداد")
    NEVER = "never", _("هیچ‌گاه")


class DeliveryState(models.TextChoices):
    """What became of a message on its channel."""

    WAITING = "waiting", _("در صف")
    SENT = "sent", _("فرستاده شد")
    FAILED = "failed", _("نرسید")
    NEEDLESS = "needless", _("پیش از فرستادن خوانده شد یا دیگر خواسته نبود")


TIMINGS: dict[str, tuple[str, ...]] = {  # a text message is short: what piles up for a day goes by e-mail
    Channel.EMAIL: (Timing.AT_ONCE, Timing.DAILY, Timing.NEVER),
    Channel.SMS: (Timing.AT_ONCE, Timing.NEVER),
}
UNLESS_CHOSEN: dict[str, str] = {Channel.EMAIL: Timing.AT_ONCE, Channel.SMS: Timing.NEVER}
