"""Tokens of agencies: made by those who answer for its text, ended by them or by its managers, opened by the secret."""

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core.refusals import refusing_in_words
from khedmat.organizations.models import AgencyToken
from khedmat.organizations.models.tokens import digest_of
from khedmat.organizations.perms import can_make_tokens, can_revoke
from khedmat.organizations.standing import locked_in_force

LONGEST = timedelta(days=366)
NOT_ANSWERING = _(
    "نشانهٔ دسترسی «%(agency)s» را نویسندگان و تأییدکنندگان همان دستگاه می‌سازند؛ "
    "مدیر کاربران دستگاه این نقش‌ها را در صفحهٔ «همکاران دفتر» می‌دهد."
)
TOO_LONG = _("واپسین روز نشانه باید از امروز تا یک سال دیگر باشد؛ پیش از آن روز نشانهٔ تازه‌ای بسازید.")
NOT_MINE = _("این نشانه را سازندهٔ آن یا مدیر کاربران «%(agency)s» باطل می‌کند.")
REVOKED_ALREADY = _("این نشانه پیش‌تر باطل شده است.")
UNKNOWN = _("این نشانه شناخته نیست؛ آن را از همان جا که هنگام ساختن نوشته‌اید دوباره بردارید.")
REVOKED = _("این نشانه باطل شده است؛ نویسنده یا تأییدکنندهٔ دستگاه در صفحهٔ «نشانه‌های دسترسی» نشانهٔ تازه می‌سازد.")
EXPIRED = _("مهلت این نشانه گذشته است؛ نویسنده یا تأییدکنندهٔ دستگاه در صفحهٔ «نشانه‌های دسترسی» نشانهٔ تازه می‌سازد.")
NOBODYS = _(
    "سازندهٔ این نشانه دیگر نویسنده یا تأییدکنندهٔ دستگاه نیست و نشانه با نقش او پایان یافت؛ "
    "همکار دیگری در صفحهٔ «نشانه‌های دسترسی» نشانهٔ تازه می‌سازد."
)


@refusing_in_words()
@transaction.atomic
def make(token: AgencyToken, *, by: User, at: datetime) -> str:
    """The secret: it is said once and kept nowhere; whoever loses it makes another. ValidationError with all words."""
    on = localdate(at)
    if not can_make_tokens(by, token.organization, on):
        raise ValidationError(NOT_ANSWERING, params={"agency": token.organization.name})
    locked_in_force(token.organization, on=on, work=str(_("نشانهٔ تازه")))
    if not on <= token.ends_on <= on + LONGEST:
        raise ValidationError(TOO_LONG)
    token.made_by, token.made_at = by, at
    secret = token.new_secret()
    token.validate_constraints()
    token.save(force_insert=True)
    return secret


@transaction.atomic
def revoke(token: AgencyToken, *, by: User, at: datetime) -> AgencyToken:
    """At once: the next question of its program is refused."""
    token = AgencyToken.objects.select_for_update(of=("self",)).select_related("organization").get(pk=token.pk)
    if not can_revoke(by, token, localdate(at)):
        raise ValidationError(NOT_MINE, params={"agency": token.organization.name})
    if token.revoked_at:
        raise ValidationError(REVOKED_ALREADY)
    token.revoked_by, token.revoked_at = by, at
    token.save(update_fields=["revoked_by", "revoked_at"])
    return token


def opened_by(secret: str, *, at: datetime) -> AgencyToken:
    """The token of a secret, if it holds; ValidationError says why it does not. The day of its use is noted."""
    found = AgencyToken.objects.select_related("organization", "made_by").filter(digest=digest_of(secret)).first()
    if found is None:
        raise ValidationError(UNKNOWN)
    if reason := _closed(found, localdate(at)):
        raise ValidationError(reason)
    _note_use(found, localdate(at))
    return found


def _closed(token: AgencyToken, on: date) -> Promise | None:
    if token.has_ended(on):
        return REVOKED if token.revoked_at else EXPIRED
    holds = token.made_by.is_active and can_make_tokens(token.made_by, token.organization, on)
    return None if holds and not token.organization.has_ended(on) else NOBODYS


def _note_use(token: AgencyToken, on: date) -> None:
    """A day is enough to see what is no longer used, and costs one write a day."""
    if token.used_on != on:
        AgencyToken.objects.filter(pk=token.pk).update(used_on=on)
