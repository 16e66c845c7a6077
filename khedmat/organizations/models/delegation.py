"""By which letter a person confirms for the highest official of an agency."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core.guards import append_only
from khedmat.organizations.models.agency import Membership


class DelegationQuerySet(models.QuerySet):
    def in_force(self, on: date) -> "DelegationQuerySet":
        begun = self.filter(Q(ends_on=None) | Q(ends_on__gte=on), starts_on__lte=on)
        return begun.filter(Q(end=None) | Q(end__last_day__gte=on))

    def endable(self, on: date) -> "DelegationQuerySet":
        """The twin of `Delegation.may_be_ended`."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=on), end=None)

    def of_cards(self) -> "DelegationQuerySet":
        return self.filter(covers_cards=True)

    def of_titles(self) -> "DelegationQuerySet":
        return self.filter(covers_titles=True)

    def for_list(self) -> "DelegationQuerySet":
        return self.select_related("made_by", "end__by").order_by("-starts_on", "-pk")


class Delegation(models.Model):
    """The highest official lets an approver confirm in the official's name, by letter. Never changed: see its end."""

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="delegations", verbose_name=_("عضویت"))
    official = models.CharField(_("بالاترین مقام: نام و سمت"), max_length=200)
    letter_number = models.CharField(_("شمارهٔ نامه"), max_length=100)
    letter_on = models.DateField(_("تاریخ نامه"))
    starts_on = models.DateField(_("از تاریخ"))
    ends_on = models.DateField(_("تا تاریخ"), null=True, blank=True)
    covers_titles = models.BooleanField(_("تأیید عنوان‌ها"), default=False)
    covers_cards = models.BooleanField(_("تأیید شناسنامه‌ها"), default=False)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="delegations_noted", verbose_name=_("ثبت‌کننده"))
    made_at = models.DateTimeField(_("زمان ثبت"))

    objects = DelegationQuerySet.as_manager()

    class Meta:
        verbose_name = _("تفویض")
        verbose_name_plural = _("تفویض‌ها")
        constraints = [
            models.CheckConstraint(
                condition=Q(covers_titles=True) | Q(covers_cards=True),
                name="delegation_covers_something",
                violation_error_message=_("بگویید تأیید عنوان‌ها واگذار شده، تأیید شناسنامه‌ها، یا هر دو."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(starts_on__lte=F("ends_on")),
                name="delegation_dates_in_order",
                violation_error_message=_("آغاز تفویض پس از پایان آن است."),
            ),
            models.CheckConstraint(
                condition=Q(letter_on__lte=F("starts_on")),
                name="delegation_after_its_letter",
                violation_error_message=_("تفویض از روز نامه یا پس از آن آغاز می‌شود."),
            ),
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.letter_number} · {self.membership.user}"

    @property
    def taken_back(self) -> "DelegationEnd | None":
        return getattr(self, "end", None)

    def may_be_ended(self, on: date) -> bool:
        """It holds, or is coming."""
        return self.taken_back is None and (self.ends_on is None or on <= self.ends_on)


class DelegationEnd(models.Model):
    """A delegation was taken back before its time. Never changed."""

    delegation = models.OneToOneField(Delegation, models.PROTECT, related_name="end", verbose_name=_("تفویض"))
    last_day = models.DateField(_("واپسین روز"))
    by = models.ForeignKey(User, models.PROTECT, related_name="delegations_ended", verbose_name=_("به دست"))
    at = models.DateTimeField(_("زمان"))

    class Meta:
        verbose_name = _("پایان تفویض")
        verbose_name_plural = _("پایان تفویض‌ها")
        constraints = [
            models.UniqueConstraint(
                fields=["delegation"],
                name="delegation_ended_once",
                violation_error_message=_("این تفویض پیش‌تر پایان یافته است."),
            )
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return str(self.delegation)
