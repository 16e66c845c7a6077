"""What may be done to a membership: by a manager of the agency, or by the operator, who is nobody here (`by=None`)."""

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core.refusals import refusing_in_words
from khedmat.organizations.enums import OF_THE_CENTRE, MembershipMove, Role
from khedmat.organizations.models import Membership, MembershipQuerySet, Organization
from khedmat.organizations.perms import can_manage
from khedmat.organizations.standing import locked_in_force

ONLY_AT_THE_CENTRE = _("نقش «%(role)s» تنها در مرکز بررسی شناسنامه‌هاست، نه در «%(agency)s».")
ENDS_BEFORE_TODAY = _("پایان دوره پیش از امروز است؛ نقشی که باید از امروز نباشد با «پایان نقش» پایان می‌یابد.")
NOT_HELD = _("%(user)s نقش «%(role)s» را در «%(agency)s» ندارد.")
NOT_A_MANAGER = _(
    "نقش‌های «%(agency)s» را مدیران کاربران همین دستگاه در صفحهٔ «همکاران دفتر» می‌دهند و پایان می‌دهند، "
    "و «%(by)s» امروز مدیر کاربران آن نیست. از یکی از آنان یا از گردانندهٔ سامانه بخواهید."
)
OWN_ROLE = _(
    "کسی نقش خود را نمی‌دهد، تمدید نمی‌کند و پایان نمی‌دهد؛ "
    "مدیر دیگر کاربران «%(agency)s» در صفحهٔ «همکاران دفتر» یا گردانندهٔ سامانه این کار را می‌کند."
)
HAS_ENDED = _("این نقش پایان یافته است و باز نمی‌شود؛ همکار را از نو دعوت کنید.")


def refuse_misplaced(role: Role, agency: Organization) -> None:
    if role in OF_THE_CENTRE and not agency.is_centre:
        raise ValidationError(ONLY_AT_THE_CENTRE, params={"role": role.label, "agency": agency.name})


def refuse_past(until: date | None, on: date) -> None:
    if until and until < on:
        raise ValidationError(ENDS_BEFORE_TODAY)


def refuse_stranger(by: User | None, agency: Organization, on: date) -> None:
    """The operator, who reaches the database itself, is asked for no role."""
    if by and not can_manage(by, agency, on):
        raise ValidationError(NOT_A_MANAGER, params={"agency": agency.name, "by": by})


@refusing_in_words()
@transaction.atomic
def enrol(
    user: User, agency: Organization, *, role: Role, until: date | None, by: User | None, at: datetime
) -> Membership:
    """A role from today, or a new last day for the one that is held."""
    on = localdate(at)
    agency = locked_in_force(agency, on=on, work=str(_("نقش تازه")))
    refuse_misplaced(role, agency)
    refuse_past(until, on)
    _refuse_deciding(by, user, agency, on=on)
    membership = _held(user, agency, role=role, on=on).first()
    if membership:
        return _ends(membership, until, MembershipMove.MOVED, by=by, at=at)
    membership = Membership.objects.create(user=user, organization=agency, role=role, starts_on=on, ends_on=until)
    membership.changes.create(move=MembershipMove.GIVEN, after=until, by=by, at=at)
    return membership


@transaction.atomic
def end(user: User, agency: Organization, *, role: Role, by: User | None, at: datetime) -> Membership:
    """The role that is held, at once."""
    membership = _held(user, agency, role=role, on=localdate(at)).first()
    if membership is None:
        raise ValidationError(NOT_HELD, params={"user": user, "role": role.label, "agency": agency.name})
    return end_now(membership, by=by, at=at)


@refusing_in_words()
@transaction.atomic
def set_last_day(membership: Membership, *, until: date | None, by: User | None, at: datetime) -> Membership:
    """None: until somebody ends it."""
    membership = decided(membership, by=by, on=localdate(at))
    refuse_past(until, localdate(at))
    return _ends(membership, until, MembershipMove.MOVED, by=by, at=at)


@transaction.atomic
def end_now(membership: Membership, *, by: User | None, at: datetime) -> Membership:
    """Yesterday was the last day. What began today is moved with it, so that the row still tells of it."""
    membership = decided(membership, by=by, on=localdate(at))
    yesterday = localdate(at) - timedelta(days=1)
    membership.starts_on = min(membership.starts_on, yesterday)
    return _ends(membership, yesterday, MembershipMove.ENDED, by=by, at=at)


def end_with_agency(membership: Membership, *, by: User, at: datetime) -> Membership:
    """Its agency is no more: nobody's right over people is asked here, `changing` has asked for its own.

    Yesterday is the last day, however long ago the law says: what was done until today was done in this role.
    """
    yesterday = localdate(at) - timedelta(days=1)
    membership.starts_on = min(membership.starts_on, yesterday)
    return _ends(membership, yesterday, MembershipMove.ENDED, by=by, at=at)


def open_in_successor(membership: Membership, agency: Organization, *, by: User, at: datetime) -> Membership | None:
    """The same role at the agency that came in place of its own; nobody takes one so for oneself."""
    on, role = localdate(at), Role(membership.role)
    if membership.user_id == by.pk or _held(membership.user, agency, role=role, on=on).exists():
        return None
    days = {"starts_on": on, "ends_on": membership.ends_on}
    opened = Membership.objects.create(user=membership.user, organization=agency, role=role, **days)
    opened.changes.create(move=MembershipMove.GIVEN, after=opened.ends_on, by=by, at=at)
    return opened


def _ends(
    membership: Membership, until: date | None, move: MembershipMove, *, by: User | None, at: datetime
) -> Membership:
    """Writes the last day and who set it; what stays as it was is no change."""
    if membership.ends_on == until:
        return membership
    membership.changes.create(move=move, before=membership.ends_on, after=until, by=by, at=at)
    membership.ends_on = until
    membership.validate_constraints()
    membership.save(update_fields=["starts_on", "ends_on"])
    return membership


def decided(membership: Membership, *, by: User | None, on: date) -> Membership:
    """The row under its lock, if this person may decide about it and it still holds or is coming."""
    membership = Membership.objects.select_for_update(of=("self",)).get(pk=membership.pk)
    _refuse_deciding(by, membership.user, membership.organization, on=on)
    if membership.has_ended(on):
        raise ValidationError(HAS_ENDED)
    return membership


def _refuse_deciding(by: User | None, user: User, agency: Organization, *, on: date) -> None:
    refuse_stranger(by, agency, on)
    if by == user:
        raise ValidationError(OWN_ROLE, params={"agency": agency.name})


def _held(user: User, agency: Organization, *, role: Role, on: date) -> MembershipQuerySet:
    """Those that hold or are coming, under the lock of the person: two commands at once make no second row."""
    User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    memberships: MembershipQuerySet = Membership.objects.of(user).not_ended(on).filter(organization=agency, role=role)
    return memberships.order_by("starts_on", "pk")
