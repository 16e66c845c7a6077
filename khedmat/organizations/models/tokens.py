"""With what an agency's own programs come to the API."""

import hashlib
import secrets
from datetime import date

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core.guards import Frozen, no_truncate
from khedmat.organizations.enums import ANSWERING, Role, TokenScope
from khedmat.organizations.models.agency import Membership, Organization

PREFIX = "khedmat_"  # by which those who look for secrets in published code know one
REVOKED = ["revoked_at", "revoked_by"]


def digest_of(secret: str) -> str:
    """A secret is as long as a key: nobody guesses one from its hash, so no slow hash is needed."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


class AgencyTokenQuerySet(models.QuerySet):
    def seen_by(self, user: User, on: date) -> "AgencyTokenQuerySet":
        """Of agencies for whose text a person answers, or whose people the person manages."""
        mine = Membership.objects.of(user).in_force(on).filter(role__in=(*ANSWERING, Role.MANAGER))
        return self.filter(organization__in=mine.values("organization"))

    def revocable_by(self, user: User, on: date) -> "AgencyTokenQuerySet":
        """The twin of `perms.can_revoke`."""
        managed = Organization.objects.managed_by(user, on)
        return self.seen_by(user, on).filter(Q(made_by=user.pk) | Q(organization__in=managed))

    def for_list(self) -> "AgencyTokenQuerySet":
        rows = self.select_related("organization", "made_by", "revoked_by")
        return rows.order_by("organization__sort_key", "organization", "-made_at", "-pk")


class AgencyToken(models.Model):
    """A program of an agency acts as the person who made this, within its scopes; the secret itself is kept nowhere."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="tokens", verbose_name=_("دستگاه"))
    name = models.CharField(_("نام برنامه"), max_length=100)
    scopes = ArrayField(models.CharField(max_length=20, choices=TokenScope), verbose_name=_("اجازه‌ها"))
    digest = models.CharField(_("چکیدهٔ نشانه"), max_length=64, editable=False)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="agency_tokens", verbose_name=_("سازنده"))
    made_at = models.DateTimeField(_("زمان ساختن"))
    ends_on = models.DateField(_("واپسین روز"))
    used_on = models.DateField(_("واپسین روز کاربرد"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="revoked_tokens", verbose_name=_("باطل‌کننده")
    )
    revoked_at = models.DateTimeField(_("زمان ابطال"), null=True, blank=True)

    objects = AgencyTokenQuerySet.as_manager()

    class Meta:
        verbose_name = _("نشانهٔ دسترسی")
        verbose_name_plural = _("نشانه‌های دسترسی")
        constraints = [
            models.UniqueConstraint(
                fields=["digest"],
                name="agency_token_digest_once",
                violation_error_message=_("این نشانه پیش‌تر ساخته شده است؛ دوباره بسازید."),
            ),
            models.CheckConstraint(
                condition=Q(scopes__contained_by=TokenScope.values, scopes__len__gt=0),
                name="agency_token_known_scopes",
                violation_error_message=_("دست‌کم یکی از اجازه‌های فهرست را برگزینید."),
            ),
            models.CheckConstraint(
                condition=~Q(name=""),
                name="agency_token_named",
                violation_error_message=_("بنویسید این نشانه برای کدام برنامه است."),
            ),
            models.CheckConstraint(
                condition=Q(revoked_at=None, revoked_by=None) | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="agency_token_revoked_whole",
                violation_error_message=_("ابطال، زمان و نام کسی را که باطل کرده با هم دارد."),
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="stays_as_made", exclude=[*REVOKED, "used_on"]),
            Frozen(name="revoked_once", fields=REVOKED, condition=pgtrigger.Q(old__revoked_at__isnull=False)),
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            no_truncate(),
        ]

    def __str__(self) -> str:
        return self.name

    def new_secret(self) -> str:
        """Said once, to whoever makes it: 256 bits."""
        secret = PREFIX + secrets.token_urlsafe(32)
        self.digest = digest_of(secret)
        return secret

    def has_ended(self, on: date) -> bool:
        return self.revoked_at is not None or self.ends_on < on

    @property
    def scope_labels(self) -> list[str]:
        return [str(TokenScope(scope).label) for scope in self.scopes]
