"""Agencies, places and who works where, since when."""

from datetime import date

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core.guards import no_truncate
from khedmat.core.letters import letters
from khedmat.organizations.enums import ANSWERING, EXAMINERS, Kind, Role, Scope


class Place(models.Model):
    """A province, keyed by its national code: ISO numbers differ between editions."""

    code = models.CharField(_("کد ملی استان"), max_length=2, unique=True)
    fa = models.CharField(_("نام"), max_length=100, unique=True)
    en = models.CharField(_("نام لاتین"), max_length=100, unique=True)
    iso = models.CharField(_("کد ایزو"), max_length=6)
    iso_edition = models.CharField(_("ویرایش کد ایزو"), max_length=10)
    sort_key = models.CharField(_("کلید ترتیب"), max_length=200, editable=False)

    class Meta:
        verbose_name = _("استان")
        verbose_name_plural = _("استان‌ها")
        ordering = ["sort_key"]
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^\d{2}$"),
                name="place_code_shape",
                violation_error_message=_("کد ملی استان دو رقم است."),
            )
        ]

    def __str__(self) -> str:
        return self.fa


class OrganizationQuerySet(models.QuerySet):
    def in_force(self, on: date) -> "OrganizationQuerySet":
        return self.filter(Q(valid_from=None) | Q(valid_from__lte=on), Q(valid_to=None) | Q(valid_to__gte=on))

    def of_member(self, user: User, on: date) -> "OrganizationQuerySet":
        return self.filter(pk__in=Membership.objects.of(user).in_force(on).values("organization"))

    def managed_by(self, user: User, on: date) -> "OrganizationQuerySet":
        """Those whose people this person invites and lets go."""
        return self.filter(pk__in=Membership.objects.of(user).in_force(on).managing().values("organization"))

    def answered_by(self, user: User, on: date) -> "OrganizationQuerySet":
        """Those for whose text this person answers."""
        mine = Membership.objects.of(user).in_force(on).filter(role__in=ANSWERING)
        return self.filter(pk__in=mine.values("organization"))


class Organization(models.Model):
    """An executive agency: what a card names as its provider."""

    code = models.SlugField(_("شناسهٔ دستگاه"), max_length=80, unique=True)
    name = models.CharField(_("نام"), max_length=300)
    sort_key = models.CharField(_("کلید ترتیب"), max_length=300, editable=False)
    letters = models.GeneratedField(
        verbose_name=_("حرف‌های نام"), expression=letters(F("name")), output_field=models.TextField(), db_persist=True
    )
    kind = models.CharField(_("گونه"), max_length=20, choices=Kind)
    scope = models.CharField(_("گستره"), max_length=20, choices=Scope, default=Scope.NATIONAL)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="subordinates", verbose_name=_("دستگاه مادر")
    )
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="organizations", verbose_name=_("استان")
    )
    domains = ArrayField(models.CharField(max_length=253), verbose_name=_("دامنه‌ها"), default=list, blank=True)
    aliases = ArrayField(models.CharField(max_length=300), verbose_name=_("نام‌های دیگر"), default=list, blank=True)
    is_centre = models.BooleanField(_("مرکز بررسی شناسنامه‌هاست"), default=False)
    valid_from = models.DateField(_("معتبر از"), null=True, blank=True)
    valid_to = models.DateField(_("معتبر تا"), null=True, blank=True)

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        verbose_name = _("دستگاه")
        verbose_name_plural = _("دستگاه‌ها")
        ordering = ["sort_key", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_centre"],
                condition=Q(is_centre=True),
                name="organization_one_centre",
                violation_error_message=_("مرکز بررسی شناسنامه‌ها یکی است و پیش از این تعیین شده است."),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=Kind.values, scope__in=Scope.values),
                name="organization_known_words",
                violation_error_message=_("گونه یا گسترهٔ دستگاه در فهرست نیست."),
            ),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("pk")),
                name="organization_not_own_parent",
                violation_error_message=_("دستگاه نمی‌تواند مادر خودش باشد."),
            ),
            models.CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_from__lte=F("valid_to")),
                name="organization_valid_in_order",
                violation_error_message=_("آغاز اعتبار دستگاه پس از پایان آن است."),
            ),
        ]

        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete), no_truncate()]

    def __str__(self) -> str:
        return self.name

    def has_ended(self, on: date) -> bool:
        return self.valid_to is not None and self.valid_to < on


class MembershipQuerySet(models.QuerySet):
    def of(self, user: User) -> "MembershipQuerySet":
        return self.filter(user=user) if user.is_authenticated else self.none()

    def not_ended(self, on: date) -> "MembershipQuerySet":
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=on))

    def in_force(self, on: date) -> "MembershipQuerySet":
        return self.not_ended(on).filter(starts_on__lte=on)

    def reviewing(self) -> "MembershipQuerySet":
        """Those who examine what agencies send: the same role elsewhere gives no right over other agencies' cards."""
        return self.filter(role__in=EXAMINERS, organization__is_centre=True)

    def publishing(self) -> "MembershipQuerySet":
        """Publishers of the centre."""
        return self.filter(role=Role.PUBLISHER, organization__is_centre=True)

    def managing(self) -> "MembershipQuerySet":
        return self.filter(role=Role.MANAGER)

    def managed_by(self, user: User, on: date) -> "MembershipQuerySet":
        return self.filter(organization__in=Organization.objects.managed_by(user, on))

    def for_list(self) -> "MembershipQuerySet":
        return self.select_related("user", "organization").order_by(
            "organization__sort_key", "organization", "user__full_name", "user__username", "role", "-starts_on"
        )


class Membership(models.Model):
    """A person does one kind of work for an organisation, from a day to a day."""

    user = models.ForeignKey(User, models.PROTECT, related_name="memberships", verbose_name=_("کاربر"))
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="memberships", verbose_name=_("دستگاه"))
    role = models.CharField(_("نقش"), max_length=20, choices=Role)
    starts_on = models.DateField(_("از تاریخ"))
    ends_on = models.DateField(_("تا تاریخ"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("عضویت")
        verbose_name_plural = _("عضویت‌ها")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organization", "role"],
                condition=Q(ends_on=None),
                name="membership_open_once",
                violation_error_message=_("این کاربر همین نقش را هم‌اکنون در این دستگاه دارد."),
            ),
            models.CheckConstraint(
                condition=Q(role__in=Role.values),
                name="membership_known_role",
                violation_error_message=_("این نقش در فهرست نیست."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(starts_on__lte=F("ends_on")),
                name="membership_dates_in_order",
                violation_error_message=_("آغاز عضویت پس از پایان آن است."),
            ),
        ]

    def has_ended(self, on: date) -> bool:
        return self.ends_on is not None and self.ends_on < on

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()} · {self.organization}"
