"""How people come to work for an agency: invitations, and what was done to each membership by whom."""

import hashlib
import secrets
from datetime import date, datetime

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core.guards import Frozen, append_only, no_truncate
from khedmat.organizations.enums import InvitationState, MembershipMove, Role
from khedmat.organizations.models.agency import Membership, Organization

ANSWERS = ["accepted_at", "membership", "revoked_at", "revoked_by"]


def _digest(token: str) -> str:
    """A token is as long as a key: nobody guesses one from its hash, so no slow hash is needed."""
    return hashlib.sha256(token.encode()).hexdigest()


class InvitationQuerySet(models.QuerySet):
    def managed_by(self, user: User, on: date) -> "InvitationQuerySet":
        return self.filter(organization__in=Organization.objects.managed_by(user, on))

    def waiting(self, at: datetime) -> "InvitationQuerySet":
        """Whose link still opens."""
        return self.filter(accepted_at=None, revoked_at=None, expires_at__gt=at)

    def for_list(self) -> "InvitationQuerySet":
        return self.select_related("organization", "made_by", "membership__user").order_by("-made_at", "-pk")


class Invitation(models.Model):
    """A role at an agency, offered to whoever holds the link; the link itself is kept nowhere."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="invitations", verbose_name=_("دستگاه"))
    role = models.CharField(_("نقش"), max_length=20, choices=Role)
    name = models.CharField(_("نام دعوت‌شده"), max_length=150, blank=True)
    email = models.EmailField(_("رایانامهٔ دعوت‌شده"), blank=True)
    until = models.DateField(_("واپسین روز نقش"), null=True, blank=True)
    token_hash = models.CharField(_("چکیدهٔ نشان"), max_length=64, editable=False)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="invitations", verbose_name=_("دعوت‌کننده"))
    made_at = models.DateTimeField(_("زمان دعوت"))
    expires_at = models.DateTimeField(_("مهلت"))
    membership = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="invitations", verbose_name=_("عضویت")
    )
    accepted_at = models.DateTimeField(_("زمان پذیرش"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="revoked_invitations", verbose_name=_("پس‌گیرنده")
    )
    revoked_at = models.DateTimeField(_("زمان پس‌گرفتن"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("دعوت")
        verbose_name_plural = _("دعوت‌ها")
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=Role.values),
                name="invitation_known_role",
                violation_error_message=_("این نقش در فهرست نیست."),
            ),
            models.CheckConstraint(
                condition=~Q(name="", email=""),
                name="invitation_says_who",
                violation_error_message=_("نام یا رایانامهٔ کسی را که دعوت می‌شود بنویسید."),
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("made_at")),
                name="invitation_lasts",
                violation_error_message=_("مهلت دعوت پیش از آغاز آن است."),
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None, membership=None)
                | Q(accepted_at__isnull=False, membership__isnull=False, revoked_at=None),
                name="invitation_accepted_whole",
                violation_error_message=_("دعوت پذیرفته‌شده عضویت دارد و پس گرفته نمی‌شود."),
            ),
            models.CheckConstraint(
                condition=Q(revoked_at=None, revoked_by=None) | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="invitation_revoked_whole",
                violation_error_message=_("پس‌گرفتن دعوت، زمان و نام کسی را که پس گرفته با هم دارد."),
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="offer_stays", exclude=ANSWERS),
            Frozen(
                name="answered_once",
                fields=ANSWERS,
                condition=pgtrigger.Q(old__accepted_at__isnull=False) | pgtrigger.Q(old__revoked_at__isnull=False),
            ),
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            no_truncate(),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    def new_token(self) -> str:
        """Said once, to whoever invites."""
        token = secrets.token_urlsafe(32)
        self.token_hash = _digest(token)
        return token

    def is_opened_by(self, token: str) -> bool:
        return constant_time_compare(_digest(token), self.token_hash)

    def state(self, at: datetime) -> InvitationState:
        if self.accepted_at:
            return InvitationState.ACCEPTED
        if self.revoked_at:
            return InvitationState.REVOKED
        is_late = at >= self.expires_at or (self.until is not None and self.until < timezone.localdate(at))
        return InvitationState.EXPIRED if is_late else InvitationState.OPEN


class MembershipChange(models.Model):
    """What was done to a membership, by whom; nobody is the operator at the command line. Never changed."""

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="changes", verbose_name=_("عضویت"))
    move = models.CharField(_("چه شد"), max_length=10, choices=MembershipMove)
    before = models.DateField(_("واپسین روز پیش از آن"), null=True, blank=True)
    after = models.DateField(_("واپسین روز پس از آن"), null=True, blank=True)
    by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="membership_changes", verbose_name=_("به دست")
    )
    at = models.DateTimeField(_("زمان"))

    class Meta:
        verbose_name = _("تغییر عضویت")
        verbose_name_plural = _("تغییرهای عضویت")
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(move__in=MembershipMove.values),
                name="membership_change_known_move",
                violation_error_message=_("این کار با عضویت در فهرست نیست."),
            )
        ]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.get_move_display()} · {self.membership}"
