"""The titles of all services of an agency, edition by edition, as its highest official confirmed them."""

from datetime import date

import pgtrigger
from django.db import models
from django.db.models import Exists, Q
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import TitleStage, TitleStep
from khedmat.cards.models.answers import yes_no_box
from khedmat.cards.models.service import Service
from khedmat.core.guards import Frozen, FrozenWithParent, append_only, no_truncate
from khedmat.files.models import StoredFile
from khedmat.organizations.models import Delegation, Membership, Organization

LONGEST_TITLE = 300
SIGNED = ("signed_by", "letter_number", "letter_date", "letter_file", "said_count", "confirmed_by", "confirmed_at")
# The letter says how many titles there are; what it says and what stands below it are one number.
AS_MANY_AS_THE_LETTER_SAYS = """
    IF NEW.said_count IS DISTINCT FROM (SELECT COUNT(*) FROM cards_declaredtitle WHERE title_list_id = NEW.id) THEN
        RAISE EXCEPTION 'khedmat: the letter says another number of titles';
    END IF;
    RETURN NEW;
"""
# A sub-service stands below a service of the same list, and has none below it.
ONE_LEVEL = """
    IF NEW.parent_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM cards_declaredtitle
        WHERE id = NEW.parent_id AND title_list_id = NEW.title_list_id AND parent_id IS NULL AND id <> NEW.id
    ) OR NEW.parent_id IS NOT NULL AND EXISTS (SELECT 1 FROM cards_declaredtitle WHERE parent_id = NEW.id) THEN
        RAISE EXCEPTION 'khedmat: a sub-service stands below a service of its own list';
    END IF;
    RETURN NEW;
"""


class TitleListQuerySet(models.QuerySet):
    def drafts(self) -> "TitleListQuerySet":
        return self.filter(stage=TitleStage.DRAFT)

    def confirmed(self) -> "TitleListQuerySet":
        """In force: one an agency at most."""
        return self.filter(stage=TitleStage.CONFIRMED)

    def visible_to(self, user: User, on: date) -> "TitleListQuerySet":
        """The twin of `titles.perms.can_see`."""
        mine = Membership.objects.of(user).in_force(on)
        signed = ~Q(stage=TitleStage.DRAFT) & Q(Exists(mine.reviewing()))
        return self.filter(Q(agency__in=mine.values("organization")) | signed)

    def for_page(self) -> "TitleListQuerySet":
        return self.select_related("agency", "created_by", "confirmed_by", "letter_file")


class TitleList(models.Model):
    """One edition of an agency's list. Once confirmed it never changes; another confirmation is another list."""

    agency = models.ForeignKey(Organization, models.PROTECT, related_name="title_lists", verbose_name=_("دستگاه"))
    number = models.PositiveIntegerField(_("شمارهٔ ویرایش"))
    stage = models.CharField(_("مرحله"), max_length=20, choices=TitleStage, default=TitleStage.DRAFT)
    revision = models.PositiveIntegerField(_("شمارهٔ ذخیره"), default=0)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="title_lists", verbose_name=_("آغازکننده"))
    created_at = models.DateTimeField(_("زمان آغاز"))
    signed_by = models.CharField(_("بالاترین مقام"), max_length=200, blank=True)
    letter_number = models.CharField(_("شمارهٔ نامه"), max_length=100, blank=True)
    letter_date = models.DateField(_("تاریخ نامه"), null=True, blank=True)
    letter_file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="title_lists", verbose_name=_("نامهٔ امضاشده")
    )
    said_count = models.PositiveIntegerField(_("شمار عنوان‌ها در نامه"), null=True, blank=True)
    confirmed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="titles_confirmed", verbose_name=_("ثبت‌کنندهٔ تأیید")
    )
    confirmed_at = models.DateTimeField(_("زمان ثبت تأیید"), null=True, blank=True)
    replaced_at = models.DateTimeField(_("زمان جایگزینی"), null=True, blank=True)

    objects = TitleListQuerySet.as_manager()

    class Meta:
        verbose_name = _("فهرست عنوان‌ها")
        verbose_name_plural = _("فهرست‌های عنوان")
        ordering = ["agency", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "number"],
                name="title_list_number_once",
                violation_error_message=_("این دستگاه فهرستی با همین شمارهٔ ویرایش دارد."),
            ),
            models.UniqueConstraint(
                fields=["agency"],
                condition=Q(stage=TitleStage.DRAFT),
                name="title_list_one_draft",
                violation_error_message=_("این دستگاه پیش‌نویسی از فهرست عنوان‌ها دارد؛ همان را کامل کنید."),
            ),
            models.UniqueConstraint(
                fields=["agency"],
                condition=Q(stage=TitleStage.CONFIRMED),
                name="title_list_one_confirmed",
                violation_error_message=_("این دستگاه فهرست تأییدشده‌ای دارد و فهرست تازه جای آن را می‌گیرد."),
            ),
            models.CheckConstraint(
                condition=Q(stage__in=TitleStage.values, number__gte=1),
                name="title_list_known_stage",
                violation_error_message=_("مرحله یا شمارهٔ ویرایش فهرست عنوان‌ها درست نیست."),
            ),
            models.CheckConstraint(
                condition=Q(stage=TitleStage.DRAFT)
                | Q(**{f"{name}__isnull": False for name in SIGNED}) & ~Q(letter_number="") & ~Q(signed_by=""),
                name="title_list_signed_when_confirmed",
                violation_error_message=_(
                    "فهرست بی نامهٔ بالاترین مقام (امضاکننده، شماره، تاریخ، پرونده) تأیید نمی‌شود."
                ),
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=models.F("created_by")),
                name="title_list_two_people",
                violation_error_message=_("نویسندهٔ فهرست عنوان‌ها تأیید آن را ثبت نمی‌کند."),
            ),
        ]
        triggers = [
            Frozen(
                name="frozen", exclude=["stage", "replaced_at"], condition=~pgtrigger.Q(old__stage=TitleStage.DRAFT)
            ),
            pgtrigger.Protect(
                name="begins_as_draft", operation=pgtrigger.Insert, condition=~pgtrigger.Q(new__stage=TitleStage.DRAFT)
            ),
            pgtrigger.FSM(name="moves", field="stage", transitions=[("draft", "confirmed"), ("confirmed", "replaced")]),
            pgtrigger.Trigger(
                name="as_many_as_the_letter_says",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__stage=TitleStage.DRAFT, new__stage=TitleStage.CONFIRMED),
                func=AS_MANY_AS_THE_LETTER_SAYS,
            ),
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            no_truncate(),
        ]

    def __str__(self) -> str:
        return f"{self.agency} · {self.number}"

    @property
    def is_draft(self) -> bool:
        return self.stage == TitleStage.DRAFT


class FrozenWithList(FrozenWithParent):
    parent = "title_list"


class DeclaredTitleQuerySet(models.QuerySet):
    def confirmed_of(self, agency: Organization | int) -> "DeclaredTitleQuerySet":
        return self.filter(title_list__agency=agency, title_list__stage=TitleStage.CONFIRMED)

    def for_list(self) -> "DeclaredTitleQuerySet":
        return self.order_by("order", "pk")


class DeclaredTitle(models.Model):
    """A service of the list, or a sub-service below it. Its title is the standard one once the list is confirmed."""

    title_list = models.ForeignKey(TitleList, models.PROTECT, related_name="titles", verbose_name=_("فهرست"))
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("زیرخدمت این خدمت")
    )
    order = models.PositiveIntegerField(_("جای آن"))
    title = models.CharField(_("عنوان"), max_length=LONGEST_TITLE)
    letters = models.CharField(_("حرف‌های عنوان"), max_length=LONGEST_TITLE, db_index=True)
    is_electronic = yes_no_box(_("الکترونیکی است"))
    stated_id = models.CharField(_("شناسهٔ نوشته‌شده"), max_length=11, blank=True)
    service = models.ForeignKey(
        Service, models.PROTECT, null=True, blank=True, related_name="declared_titles", verbose_name=_("خدمت")
    )
    revision = models.PositiveIntegerField(_("شمارهٔ ذخیره‌ای که در آن نوشته شد"), default=0)

    objects = DeclaredTitleQuerySet.as_manager()

    class Meta:
        verbose_name = _("عنوان اعلام‌شده")
        verbose_name_plural = _("عنوان‌های اعلام‌شده")
        constraints = [
            models.UniqueConstraint(
                fields=["title_list", "letters"],
                name="declared_title_once",
                violation_error_message=_("این عنوان در همین فهرست هست (فاصله و نیم‌فاصله عنوان تازه نمی‌سازد)."),
            ),
            models.CheckConstraint(
                condition=~Q(letters=""),
                name="declared_title_has_letters",
                violation_error_message=_("عنوان دست‌کم یک واژه می‌خواهد، مانند «صدور پروانهٔ …»."),
            ),
            models.CheckConstraint(
                condition=Q(stated_id="") | Q(stated_id__regex=r"^1\d{10}$"),
                name="declared_title_id_shape",
                violation_error_message=_("شناسهٔ خدمت یازده رقم است و با ۱ آغاز می‌شود."),
            ),
        ]
        triggers = [
            FrozenWithList(name="frozen_with_list"),
            pgtrigger.Trigger(
                name="one_level", when=pgtrigger.Before, operation=pgtrigger.Insert | pgtrigger.Update, func=ONE_LEVEL
            ),
            no_truncate(),
        ]

    def __str__(self) -> str:
        return self.title


class TitleChange(models.Model):
    """Who did what with a list of titles. Never changed."""

    title_list = models.ForeignKey(TitleList, models.PROTECT, related_name="changes", verbose_name=_("فهرست"))
    revision = models.PositiveIntegerField(_("شمارهٔ ذخیره"))
    step = models.CharField(_("کار"), max_length=20, choices=TitleStep)
    said = models.JSONField(_("پیش و پس"), default=dict)
    source_file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="title_changes", verbose_name=_("از پرونده")
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="title_changes", verbose_name=_("به دست"))
    as_delegation = models.ForeignKey(
        Delegation, models.PROTECT, null=True, blank=True, related_name="title_changes", verbose_name=_("به تفویض")
    )
    at = models.DateTimeField(_("زمان"))

    class Meta:
        verbose_name = _("تغییر فهرست عنوان‌ها")
        verbose_name_plural = _("تغییرهای فهرست عنوان‌ها")
        ordering = ["title_list", "revision"]
        constraints = [
            models.UniqueConstraint(
                fields=["title_list", "revision"],
                name="title_change_once",
                violation_error_message=_("دو تغییر فهرست با یک شمارهٔ ذخیره آمده است."),
            ),
            models.CheckConstraint(
                condition=Q(step__in=TitleStep.values),
                name="title_change_known_step",
                violation_error_message=_("این کار در فهرست کارهای عنوان‌ها نیست."),
            ),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.title_list} · {self.get_step_display()}"
