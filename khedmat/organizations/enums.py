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


class Role(models.TextChoices):
    """What a person does for an organisation."""

    AUTHOR = "author", _("نویسنده")
    APPROVER = "approver", _("تأییدکننده")
    REVIEWER = "reviewer", _("بررسی‌کننده")
    PUBLISHER = "publisher", _("منتشرکننده")
    READER = "reader", _("خواننده")


OF_THE_CENTRE = (Role.REVIEWER, Role.PUBLISHER)  # elsewhere these roles mean nothing
