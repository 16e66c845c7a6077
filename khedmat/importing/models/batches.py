"""Thousands of files at once: the batch, and what is known of every document in it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.models import Service, ServiceVersion
from khedmat.files.models import StoredFile
from khedmat.importing.enums import BatchState, Kinship, Verdict, What
from khedmat.organizations.models import Organization
from khedmat.organizations.models.moving import moves_by_a_row

AT_WORK = (BatchState.READING, BatchState.WRITING)
UNDER_WAY = (*AT_WORK, BatchState.READING_PAUSED, BatchState.WRITING_PAUSED)


UNWRITTEN = Q(version=None)
WRITABLE = UNWRITTEN & Q(what__in=[What.ADD, What.CHANGE])
UNSEEN = UNWRITTEN & Q(kinship__in=[Kinship.RIVAL, Kinship.LIKE], verdict="")


class BatchQuerySet(models.QuerySet):
    def at_work(self) -> "BatchQuerySet":
        return self.filter(state__in=AT_WORK)


class Batch(models.Model):
    """An archive that a person gave for an agency. `done` of `total` files are read; `rate` is files, or drafts, a
    second over the last while; `chosen` is how many documents this writing is about, in the name of `writer`.

    `trying` is the file at which a step began and `tries` how often: a file that ends its reader is found by them.
    """

    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="batches", verbose_name=_("بایگانی"))
    name = models.CharField(_("نام"), max_length=255)
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="batches", verbose_name=_("دستگاه"))
    by = models.ForeignKey(User, models.PROTECT, related_name="batches", verbose_name=_("به دست"))
    at = models.DateTimeField(_("زمان"))
    state = models.CharField(_("وضع"), max_length=20, choices=BatchState, default=BatchState.READING)
    problem = models.TextField(_("چرا خوانده نشد"), default="", blank=True)
    total = models.PositiveIntegerField(_("شمار پرونده‌ها"), default=0)
    done = models.PositiveIntegerField(_("خوانده‌شده"), default=0)
    rate = models.FloatField(_("در ثانیه"), default=0)
    trying = models.PositiveIntegerField(_("پروندهٔ در دست"), default=0)
    tries = models.PositiveSmallIntegerField(_("چندمین بار"), default=0)
    chosen = models.PositiveIntegerField(_("برگزیده برای نوشتن"), default=0)
    writer = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="written_batches", verbose_name=_("نویسنده")
    )
    writing_at = models.DateTimeField(_("آغاز نوشتن"), null=True, blank=True)

    objects = BatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("دستهٔ پرونده‌ها")
        verbose_name_plural = _("دسته‌های پرونده‌ها")
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "file"],
                condition=Q(state__in=UNDER_WAY),
                name="batch_one_under_way",
                violation_error_message=_("همین بایگانی هم‌اکنون برای همین دستگاه در دست کار است."),
            ),
            models.CheckConstraint(
                condition=Q(done__lte=F("total")),
                name="batch_done_of_total",
                violation_error_message=_("شمار خوانده‌شده‌ها از شمار پرونده‌ها بیشتر نمی‌شود."),
            ),
            models.CheckConstraint(
                condition=Q(writer__isnull=False, writing_at__isnull=False)
                | ~Q(state__in=[BatchState.WRITING, BatchState.WRITING_PAUSED]),
                name="batch_written_by_somebody",
                violation_error_message=_("نوشتن به نام کسی است و زمانی دارد."),
            ),
        ]
        triggers = [moves_by_a_row("importing_batchmove", "batch")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_at_work(self) -> bool:
        return self.state in AT_WORK

    @property
    def is_under_way(self) -> bool:
        return self.state in UNDER_WAY

    @property
    def is_read(self) -> bool:
        """All its files: what may stand beside what is known."""
        return self.state not in (BatchState.READING, BatchState.READING_PAUSED, BatchState.CANCELLED)


class BatchRowQuerySet(models.QuerySet):
    def writable(self) -> "BatchRowQuerySet":
        """What the plan would write and nobody wrote yet."""
        return self.filter(WRITABLE)

    def waiting(self) -> "BatchRowQuerySet":
        """Chosen, and still to be written."""
        return self.filter(is_chosen=True)

    def unseen(self) -> "BatchRowQuerySet":
        """Beside another document or a held service, and nobody has decided."""
        return self.filter(UNSEEN)

    def open(self) -> "BatchRowQuerySet":
        """What something can still become of."""
        return self.filter(WRITABLE | UNSEEN)


class BatchRow(models.Model):
    """A document of a file of a batch, or a file in which none could be read: its plan, and what became of it.

    `own` is what the plan says of the document alone; `what` and `reason` also mind the others of the batch. `twin`
    or `held` is what it stands beside. `document` is the contract's JSON with its trace, `findings` those of the rules.
    """

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="rows", verbose_name=_("دسته"))
    place = models.PositiveIntegerField(_("جای پرونده در دسته"))
    name = models.TextField(_("نام در بایگانی"))
    part = models.PositiveIntegerField(_("شمارهٔ سند در پرونده"), default=0)
    upload = models.ForeignKey(
        "importing.Upload",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="batch_rows",
        verbose_name=_("پروندهٔ رسیده"),
    )
    what = models.CharField(_("چه می‌شود"), max_length=20, choices=What)
    own = models.CharField(_("جدا از دیگران چه می‌شود"), max_length=20, choices=What)
    reason = models.TextField(_("چرا"), default="", blank=True)
    own_reason = models.TextField(_("چرا، جدا از دیگران"), default="", blank=True)
    kind = models.CharField(_("گونهٔ سند"), max_length=20, default="", blank=True)
    title = models.TextField(_("عنوان"), default="", blank=True)
    title_key = models.TextField(_("کلید عنوان"), default="", blank=True)
    sort_key = models.TextField(_("کلید ترتیب"), default="", blank=True)
    code = models.CharField(_("شناسه"), max_length=20, default="", blank=True)
    service = models.ForeignKey(
        Service, models.PROTECT, null=True, blank=True, related_name="batch_rows", verbose_name=_("خدمت")
    )
    digest = models.CharField(_("چکیدهٔ محتوا"), max_length=64, default="", blank=True)
    changed = models.JSONField(_("خانه‌های دیگرگون"), default=list, blank=True)
    findings = models.JSONField(_("یافته‌ها"), default=list, blank=True)
    blockers = models.PositiveIntegerField(_("مانع‌ها"), default=0)
    answers = models.PositiveIntegerField(_("پاسخ‌های لازم"), default=0)
    notes = models.PositiveIntegerField(_("یادآوری‌ها"), default=0)
    doubts = models.PositiveIntegerField(_("پرسش‌های خواندن"), default=0)
    document = models.JSONField(_("خوانده"), null=True, blank=True)
    kinship = models.CharField(_("خویشی"), max_length=20, choices=Kinship, default="", blank=True)
    twin = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("سند همانند")
    )
    held = models.ForeignKey(
        ServiceVersion, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("نسخهٔ همانند")
    )
    verdict = models.CharField(_("داوری"), max_length=20, choices=Verdict, default="", blank=True)
    judged_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("داور"))
    is_chosen = models.BooleanField(_("در نوبت نوشتن"), default=False)
    version = models.ForeignKey(
        ServiceVersion, models.PROTECT, null=True, blank=True, related_name="batch_rows", verbose_name=_("پیش‌نویس")
    )

    objects = BatchRowQuerySet.as_manager()

    class Meta:
        verbose_name = _("سطر دسته")
        verbose_name_plural = _("سطرهای دسته")
        ordering = ["place", "part"]
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "place", "part"],
                name="batch_row_once",
                violation_error_message=_("هر سند دسته یک سطر دارد."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_writable(self) -> bool:
        return self.what in (What.ADD, What.CHANGE) and self.version_id is None
