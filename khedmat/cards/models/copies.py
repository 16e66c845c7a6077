"""What a province writes otherwise than the national card of a service, and what was done with it."""

from datetime import date
from typing import Any

import pgtrigger
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import AT_WORK, COPY_MOVES, COPY_SIGNED, IN_FORCE, CopyStage
from khedmat.cards.models.service import Service
from khedmat.cards.models.version import ServiceVersion
from khedmat.core.guards import Frozen, no_truncate, signatures_stay
from khedmat.organizations.models import Membership, Organization, Place
from khedmat.organizations.models.moving import moves_by_a_row

MOVABLE = ["stage", *(f"{stage}_{what}" for stage in COPY_SIGNED for what in ("by", "at")), "replaced_at"]
TRANSITIONS = [(str(source), str(target)) for source, targets in COPY_MOVES.items() for target in targets]
SENT_FROM = {  # the stages that a signature stands before
    "submitted": [CopyStage.SUBMITTED, CopyStage.APPROVED, CopyStage.PUBLISHED, CopyStage.REPLACED, CopyStage.RETURNED],
    "approved": [CopyStage.APPROVED, CopyStage.PUBLISHED, CopyStage.REPLACED],
    "published": [CopyStage.PUBLISHED, CopyStage.REPLACED],
}


def _signed() -> Q:
    held = Q()
    for name, stages in SENT_FROM.items():
        held &= ~Q(stage__in=stages) | Q(**{f"{name}_by__isnull": False, f"{name}_at__isnull": False})
    return held


def _person(label: Any, name: str) -> models.ForeignKey:
    return models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name=name, verbose_name=label)


class LocalCopyQuerySet(models.QuerySet):
    def published(self) -> "LocalCopyQuerySet":
        return self.filter(stage=CopyStage.PUBLISHED)

    def shown(self) -> "LocalCopyQuerySet":
        """What was once public keeps its address."""
        return self.filter(stage__in=[CopyStage.PUBLISHED, CopyStage.REPLACED])

    def at_work(self) -> "LocalCopyQuerySet":
        """What is written, sent or approved: one of a service in a province."""
        return self.filter(stage__in=AT_WORK)

    def with_news(self) -> "LocalCopyQuerySet":
        """`is_behind`: the national card was published anew since the copy was compared with it (R02)."""
        newer = ServiceVersion.objects.filter(
            service=OuterRef("service"), stage__in=IN_FORCE, number__gt=OuterRef("compared_with__number")
        )
        return self.annotate(is_behind=Exists(newer))

    def kept_by(self, user: User, on: date) -> "LocalCopyQuerySet":
        """Of the provincial offices that the user belongs to."""
        return self.filter(keeper__in=Membership.objects.of(user).in_force(on).values("organization"))

    def visible_to(self, user: User, on: date) -> "LocalCopyQuerySet":
        """The twin of `copies.perms.can_see`."""
        mine = Membership.objects.of(user).in_force(on)
        offices = mine.values("organization")
        seen = Q(keeper__in=offices) | Q(service__owner__in=offices)
        sent = ~Q(stage__in=[CopyStage.DRAFT, CopyStage.DISCARDED])
        return self.filter(seen | sent & Q(Exists(mine.reviewing())))

    def for_page(self) -> "LocalCopyQuerySet":
        return self.select_related("service__owner", "place", "keeper", "compared_with").with_news()

    def for_list(self) -> "LocalCopyQuerySet":
        light = ("compared_with__content", "compared_with__paper", "compared_with__search_text")
        return (
            self.for_page().defer(*light).order_by("compared_with__sort_key", "service", "place__sort_key", "-number")
        )


class LocalCopy(models.Model):
    """One revision of a province's copy.

    `overrides`: box («cost», «stages.request») → its value in the contract's words, null for a box that is empty here;
    only boxes that differ from `compared_with`.
    """

    service = models.ForeignKey(Service, models.PROTECT, related_name="copies", verbose_name=_("خدمت"))
    place = models.ForeignKey(Place, models.PROTECT, related_name="copies", verbose_name=_("استان"))
    keeper = models.ForeignKey(Organization, models.PROTECT, related_name="copies", verbose_name=_("نگه‌دارنده"))
    number = models.PositiveIntegerField(_("شمارهٔ نسخهٔ استانی"))
    stage = models.CharField(_("مرحله"), max_length=20, choices=CopyStage, default=CopyStage.DRAFT)
    revision = models.PositiveIntegerField(_("شمارهٔ ذخیره"), default=0)
    compared_with = models.ForeignKey(
        ServiceVersion, models.PROTECT, related_name="copies", verbose_name=_("الگویی که با آن برابر شد")
    )
    overrides = models.JSONField(_("خانه‌های ویژهٔ استان"), default=dict, blank=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="copies_created", verbose_name=_("نویسنده"))
    created_at = models.DateTimeField(_("زمان ثبت"))
    submitted_by = _person(_("ارسال‌کننده"), "copies_submitted")
    submitted_at = models.DateTimeField(_("زمان ارسال"), null=True, blank=True)
    approved_by = _person(_("تأییدکننده"), "copies_approved")
    approved_at = models.DateTimeField(_("زمان تأیید"), null=True, blank=True)
    published_by = _person(_("منتشرکننده"), "copies_published")
    published_at = models.DateTimeField(_("زمان انتشار"), null=True, blank=True)
    replaced_at = models.DateTimeField(_("زمان جایگزینی"), null=True, blank=True)

    objects = LocalCopyQuerySet.as_manager()

    class Meta:
        verbose_name = _("نسخهٔ استانی")
        verbose_name_plural = _("نسخه‌های استانی")
        constraints = [
            models.UniqueConstraint(
                fields=["service", "place", "number"],
                name="copy_number_once",
                violation_error_message=_("این استان نسخه‌ای از این خدمت با همین شماره دارد."),
            ),
            models.UniqueConstraint(
                fields=["service", "place"],
                condition=Q(stage__in=AT_WORK),
                name="copy_one_at_work",
                violation_error_message=_("نسخه‌ای از این خدمت برای این استان در دست کار است؛ همان را پی بگیرید."),
            ),
            models.UniqueConstraint(
                fields=["service", "place"],
                condition=Q(stage=CopyStage.PUBLISHED),
                name="copy_one_published",
                violation_error_message=_("این استان هم‌اکنون نسخهٔ منتشرشده‌ای از این خدمت دارد."),
            ),
            models.CheckConstraint(
                condition=Q(stage__in=CopyStage.values, number__gte=1),
                name="copy_known_stage",
                violation_error_message=_("مرحله یا شمارهٔ نسخهٔ استانی درست نیست."),
            ),
            models.CheckConstraint(
                condition=_signed() & (~Q(stage=CopyStage.REPLACED) | Q(replaced_at__isnull=False)),
                name="copy_signed_for_its_stage",
                violation_error_message=_("برای این مرحله امضای لازم ثبت نشده است."),
            ),
            models.CheckConstraint(
                condition=(Q(approved_by=None) | ~(Q(approved_by=F("submitted_by")) | Q(approved_by=F("created_by"))))
                & (
                    Q(published_by=None)
                    | ~(
                        Q(published_by=F("approved_by"))
                        | Q(published_by=F("submitted_by"))
                        | Q(published_by=F("created_by"))
                    )
                ),
                name="copy_three_people",
                violation_error_message=_("نویسنده، تأییدکننده و منتشرکنندهٔ یک نسخهٔ استانی باید سه نفر باشند."),
            ),
        ]
        triggers = [
            Frozen(name="frozen", exclude=[*MOVABLE, "keeper"], condition=~pgtrigger.Q(old__stage=CopyStage.DRAFT)),
            pgtrigger.Protect(
                name="begins_as_draft", operation=pgtrigger.Insert, condition=~pgtrigger.Q(new__stage=CopyStage.DRAFT)
            ),
            moves_by_a_row("cards_localcopymove", "copy", owner="keeper"),
            pgtrigger.FSM(name="moves", field="stage", transitions=TRANSITIONS),
            signatures_stay("submitted", "approved", "published", unsigned=("replaced",)),
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            no_truncate(),
        ]

    def __str__(self) -> str:
        return f"{self.compared_with} – {self.place}"

    @cached_property
    def hands(self) -> frozenset[int]:
        """Those who answer for the text: it was theirs to write, send or approve."""
        return frozenset(self.changes.filter(target__in=AT_WORK).values_list("by", flat=True))

    @property
    def is_draft(self) -> bool:
        return self.stage == CopyStage.DRAFT
