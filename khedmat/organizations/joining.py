"""Inviting people to an agency: one link, one role, one use, fourteen days."""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.actions import open_account
from khedmat.accounts.models import User
from khedmat.core.refusals import refusing_in_words
from khedmat.organizations.enums import InvitationState, Role
from khedmat.organizations.membership import enrol, refuse_misplaced, refuse_past, refuse_stranger
from khedmat.organizations.models import Invitation, Membership, Organization
from khedmat.organizations.standing import locked_in_force

LASTS = timedelta(days=14)
INVITED = _(
    "همین کس برای همین نقش دعوتی دارد که هنوز پذیرفته نشده است. اگر پیوند آن گم شده، آن دعوت را در «همکاران دفتر» "
    "پس بگیرید و دوباره دعوت کنید؛ اگر کس دیگری است، رایانامه‌اش را بنویسید."
)
CLOSED: dict[InvitationState, Promise] = {
    InvitationState.ACCEPTED: _("این دعوت پیش‌تر پذیرفته شده است؛ هر پیوند یک بار به کار می‌آید."),
    InvitationState.REVOKED: _("این دعوت پس گرفته شده است."),
    InvitationState.EXPIRED: _("مهلت این دعوت گذشته است."),
}


class NewAccount(NamedTuple):
    """What a person who has no account types to get one."""

    username: str
    full_name: str
    password: str


@refusing_in_words()
@transaction.atomic
def invite(invitation: Invitation, *, by: User, at: datetime) -> str:
    """The token of the link: it is said once and kept nowhere; whoever loses it is invited anew."""
    refuse_stranger(by, invitation.organization, localdate(at))
    locked_in_force(invitation.organization, on=localdate(at), work=str(_("دعوت تازه")))
    refuse_misplaced(Role(invitation.role), invitation.organization)
    refuse_past(invitation.until, localdate(at))
    _refuse_twice(invitation, at)
    invitation.made_by, invitation.made_at, invitation.expires_at = by, at, at + LASTS
    token = invitation.new_token()
    invitation.save()
    return token


def _refuse_twice(invitation: Invitation, at: datetime) -> None:
    """A form sent again would leave a second link open that nobody has seen. Under the lock of the agency."""
    same = {name: getattr(invitation, name) for name in ("organization", "role", "name", "email")}
    if Invitation.objects.waiting(at).filter(**same).exists():
        raise ValidationError(INVITED)


@transaction.atomic
def revoke(invitation: Invitation, *, by: User, at: datetime) -> Invitation:
    invitation = _open(invitation, at)
    refuse_stranger(by, invitation.organization, localdate(at))
    invitation.revoked_by, invitation.revoked_at = by, at
    invitation.save(update_fields=["revoked_by", "revoked_at"])
    return invitation


@transaction.atomic
def accept(invitation: Invitation, *, by: User, at: datetime) -> Membership:
    """The role is given by whoever invited: an invitation of a manager who left, or to oneself, gives none."""
    invitation = _open(invitation, at)
    given = {"role": Role(invitation.role), "until": invitation.until, "by": invitation.made_by, "at": at}
    invitation.membership, invitation.accepted_at = enrol(by, invitation.organization, **given), at
    invitation.save(update_fields=["membership", "accepted_at"])
    return invitation.membership


@transaction.atomic
def join(invitation: Invitation, account: NewAccount, *, at: datetime) -> Membership:
    """An account and the role at once, or neither."""
    invitation = _open(invitation, at)
    user = open_account(account.username, full_name=account.full_name, password=account.password)
    return accept(invitation, by=user, at=at)


def _open(invitation: Invitation, at: datetime) -> Invitation:
    """Under its lock: of two who open one link at once, one comes in.

    The agency first, as a change of agencies does: each would wait for the other else.
    """
    Organization.objects.select_for_update(no_key=True, of=("self",)).get(pk=invitation.organization_id)
    invitation = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    state = invitation.state(at)
    if state != InvitationState.OPEN:
        raise ValidationError(CLOSED[state])
    return invitation
