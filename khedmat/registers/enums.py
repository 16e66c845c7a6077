"""Words of the registers."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Register(models.TextChoices):
    """A list that stewards keep; its value stands in addresses."""

    DOCUMENTS = "documents", _("گونه‌های مدرک")
    LAWS = "laws", _("قوانین و مقررات")
    SYSTEMS = "systems", _("سامانه‌ها")
    ELEMENTS = "elements", _("اقلام داده")
    AUDIENCES = "audiences", _("مخاطبان")


class RegisterStep(models.TextChoices):
    """What was done to an entry."""

    LOADED = "loaded", _("از فهرست همراه برنامه")
    ADDED = "added", _("افزوده شد")
    CHANGED = "changed", _("تغییر کرد")
    MERGED = "merged", _("در مدخل دیگری ادغام شد")
    TOOK = "took", _("مدخل دیگری را در خود گرفت")


class HeldBy(models.TextChoices):
    """Who has the document at hand."""

    PERSON = "person", _("خود شخص")
    ISSUER = "issuer", _("دستگاه صادرکننده")
    BOTH = "both", _("شخص و دستگاه صادرکننده")


class PersonalData(models.TextChoices):
    """How much a document tells of a person."""

    NONE = "none", _("بی دادهٔ شخصی")
    PERSONAL = "personal", _("دادهٔ شخصی")
    SENSITIVE = "sensitive", _("دادهٔ شخصی حساس")


class LawKind(models.TextChoices):
    """What a legal source is."""

    LAW = "law", _("قانون")
    REGULATION = "regulation", _("آیین‌نامه")
    RESOLUTION = "resolution", _("مصوبه یا تصویب‌نامه")
    INSTRUCTION = "instruction", _("دستورالعمل یا شیوه‌نامه")
    CIRCULAR = "circular", _("بخشنامه")
    STATUTE = "statute", _("اساسنامه")
    CONVENTION = "convention", _("کنوانسیون")


class LawState(models.TextChoices):
    """Whether a legal source holds."""

    IN_FORCE = "in_force", _("معتبر")
    REPLACED = "replaced", _("جایگزین‌شده")
    REPEALED = "repealed", _("نسخ‌شده")


class SystemState(models.TextChoices):
    """Whether a system works."""

    RUNNING = "running", _("در کار")
    REPLACED = "replaced", _("جایگزین‌شده")
    CLOSED = "closed", _("برچیده")
