"""Words of the register of organisations."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What an organisation is in law."""

    MINISTRY = "ministry", _("وزارتخانه")
    ORGANIZATION = "organization", _("سازمان")
    CENTRE = "centre", _("مرکز")
    COMPANY = "company", _("شرکت")
    INSTITUTE = "institute", _("مؤسسه")
    UNIVERSITY = "university", _("دانشگاه")
    BANK = "bank", _("بانک")
    FUND = "fund", _("صندوق")
    COUNCIL = "council", _("شورا")
    GOVERNORATE = "governorate", _("استانداری")
    PROVINCIAL = "provincial", _("دستگاه استانی")
    COUNTY = "county", _("دستگاه شهرستانی")
    MUNICIPALITY = "municipality", _("شهرداری")
    JUDICIARY = "judiciary", _("دستگاه قضایی")
    PRESIDENCY = "presidency", _("نهاد ریاست جمهوری")
    FOUNDATION = "foundation", _("بنیاد یا نهاد عمومی")
    FORCE = "force", _("نیروی انتظامی و نظامی")
    OTHER = "other", _("سایر")


class Scope(models.TextChoices):
    """How far its authority reaches."""

    NATIONAL = "national", _("ملی")
    PROVINCIAL = "provincial", _("استانی")
    COUNTY = "county", _("شهرستانی")


class Role(models.TextChoices):
    """What a person does for an organisation."""

    AUTHOR = "author", _("نویسنده")
    APPROVER = "approver", _("تأییدکننده")
    REVIEWER = "reviewer", _("بررسی‌کننده")
    PUBLISHER = "publisher", _("منتشرکننده")
    READER = "reader", _("خواننده")
    MANAGER = "manager", _("مدیر کاربران دستگاه")
    STEWARD = "steward", _("متولی فهرست‌های پایه")
    LEGAL_STEWARD = "legal_steward", _("متولی قوانین و مقررات")


ANSWERING = (Role.AUTHOR, Role.APPROVER)  # for the text of their agency's cards
EXAMINERS = (Role.REVIEWER, Role.PUBLISHER)
STEWARDS = (Role.STEWARD, Role.LEGAL_STEWARD)
OF_THE_CENTRE = (*EXAMINERS, *STEWARDS)  # elsewhere these roles mean nothing


class MembershipMove(models.TextChoices):
    """What is done to a membership."""

    GIVEN = "given", _("نقش داده شد")
    MOVED = "moved", _("واپسین روز تغییر کرد")
    ENDED = "ended", _("نقش پایان یافت")


class InvitationState(models.TextChoices):
    """What became of an invitation; told by its days, stored nowhere."""

    OPEN = "open", _("در انتظار پذیرش")
    ACCEPTED = "accepted", _("پذیرفته شد")
    REVOKED = "revoked", _("پس گرفته شد")
    EXPIRED = "expired", _("مهلت آن گذشت")


class ChangeKind(models.TextChoices):
    """What becomes of agencies by a law or a letter."""

    RENAME = "rename", _("تغییر نام")
    MERGE = "merge", _("ادغام")
    SPLIT = "split", _("تفکیک")
    CLOSING = "closing", _("انحلال")


class TokenScope(models.TextChoices):
    """What a program may do with an agency's token."""

    DRAFTS = "drafts", _("نوشتن و خواندن پیش‌نویس‌ها")
    SUBMIT = "submit", _("فرستادن پیش‌نویس برای تأیید")
    REVIEWS = "reviews", _("خواندن پرسش‌های بررسی و پاسخ به آن‌ها")
    CONFIRM = "confirm", _("تأیید تازگی شناسنامه‌های منتشرشده")
    IMPORT = "import", _("درون‌ریزی پرونده‌ها")
    COUNTS = "counts", _("گزارش شمار خدمت‌ها به تفکیک دوره")
    WEBHOOKS = "webhooks", _("افزودن و ادارهٔ وب‌هوک‌ها (سازنده مدیر کاربران هم باشد)")
