"""Letters, law texts and contracts that go along with a card, its review or a list of titles."""

from datetime import date

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import PUBLIC, AttachmentKind
from khedmat.cards.models.review import Remark
from khedmat.cards.models.titles import TitleList
from khedmat.cards.models.version import ServiceVersion
from khedmat.core.guards import append_only
from khedmat.files.models import StoredFile

# What the public will see was chosen before the card was sent; what somebody adds to a remark is of the same version.
IN_ITS_PLACE = """
    IF NEW.is_public AND NOT EXISTS (
        SELECT 1 FROM cards_serviceversion WHERE id = NEW.version_id AND stage = 'draft' FOR SHARE
    ) THEN
        RAISE EXCEPTION 'khedmat: what is public is attached to a draft';
    END IF;
    IF NEW.remark_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM cards_remark WHERE id = NEW.remark_id AND version_id = NEW.version_id
    ) THEN
        RAISE EXCEPTION 'khedmat: a remark of another version';
    END IF;
    RETURN NEW;
"""


class AttachmentQuerySet(models.QuerySet):
    def standing(self) -> "AttachmentQuerySet":
        """Those that nobody took away."""
        return self.filter(end=None)

    def public(self) -> "AttachmentQuerySet":
        """What anybody may take: chosen by the author, of a card that is or was published."""
        return self.standing().filter(is_public=True, version__stage__in=PUBLIC)

    def visible_to(self, user: User, on: date) -> "AttachmentQuerySet":
        """From inside: of versions and lists that this person may see from inside."""
        versions, lists = ServiceVersion.objects.inside_for(user, on), TitleList.objects.visible_to(user, on)
        return self.filter(Q(version__in=versions.values("pk")) | Q(title_list__in=lists.values("pk")))

    def for_list(self) -> "AttachmentQuerySet":
        return self.select_related("by", "file", "end__by").order_by("at", "pk")


class Attachment(models.Model):
    """A file with what it is, of one version (and there perhaps of one remark) or of one list. Never changed.

    `name` and `media_type` are its own: the same content may have been stored before under other ones.
    """

    version = models.ForeignKey(
        ServiceVersion, models.PROTECT, null=True, blank=True, related_name="attachments", verbose_name=_("نسخه")
    )
    remark = models.ForeignKey(
        Remark, models.PROTECT, null=True, blank=True, related_name="attachments", verbose_name=_("سخن بررسی")
    )
    title_list = models.ForeignKey(
        TitleList, models.PROTECT, null=True, blank=True, related_name="attachments", verbose_name=_("فهرست عنوان‌ها")
    )
    kind = models.CharField(_("گونهٔ سند"), max_length=20, choices=AttachmentKind)
    title = models.CharField(_("عنوان سند"), max_length=300)
    number = models.CharField(_("شمارهٔ سند"), max_length=100, blank=True)
    day = models.DateField(_("تاریخ سند"), null=True, blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="attachments", verbose_name=_("پرونده"))
    name = models.CharField(_("نام پرونده"), max_length=255)
    media_type = models.CharField(_("نوع رسانه"), max_length=127)
    is_public = models.BooleanField(_("همگانی"), default=False)
    by = models.ForeignKey(User, models.PROTECT, related_name="attachments", verbose_name=_("به دست"))
    at = models.DateTimeField(_("زمان"))

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("پیوست")
        verbose_name_plural = _("پیوست‌ها")
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(version=None, title_list__isnull=False) | Q(version__isnull=False, title_list=None),
                name="attachment_of_one_thing",
                violation_error_message=_("پیوست از آن یک نسخه یا یک فهرست عنوان است."),
            ),
            models.CheckConstraint(
                condition=Q(remark=None) | Q(version__isnull=False),
                name="attachment_of_a_remark_of_a_version",
                violation_error_message=_("سخن بررسی از آن یک نسخه است."),
            ),
            models.CheckConstraint(
                condition=Q(is_public=False) | Q(version__isnull=False, remark=None),
                name="attachment_public_of_a_card",
                violation_error_message=_("تنها پیوست خود شناسنامه همگانی می‌شود."),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=AttachmentKind.values) & ~Q(title=""),
                name="attachment_known_kind",
                violation_error_message=_("گونهٔ سند یا عنوان آن درست نیست."),
            ),
        ]
        triggers = [
            *append_only(),
            pgtrigger.Trigger(
                name="in_its_place", when=pgtrigger.Before, operation=pgtrigger.Insert, func=IN_ITS_PLACE
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_picture(self) -> bool:
        """Whether a page may show it: nothing else is ever opened by the site."""
        return self.media_type in ("image/png", "image/jpeg")

    @property
    def taken_away(self) -> "AttachmentEnd | None":
        return getattr(self, "end", None)


class AttachmentEnd(models.Model):
    """Somebody took an attachment away: nobody gets the file any more, the rows stay. Never changed."""

    attachment = models.OneToOneField(Attachment, models.PROTECT, related_name="end", verbose_name=_("پیوست"))
    reason = models.TextField(_("دلیل"), blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="attachments_ended", verbose_name=_("به دست"))
    at = models.DateTimeField(_("زمان"))

    class Meta:
        verbose_name = _("برداشتن پیوست")
        verbose_name_plural = _("برداشتن پیوست‌ها")
        constraints = [
            models.UniqueConstraint(
                fields=["attachment"],
                name="attachment_ended_once",
                violation_error_message=_("این پیوست پیش‌تر برداشته شده است."),
            )
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return str(self.attachment)
