"""Putting a rule back to a note, and restoring it: by the steward, where people pass it over too often."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import Severity
from khedmat.cards.governing.counting import Figures, figures_of
from khedmat.cards.governing.dismissing import acting_as
from khedmat.cards.governing.entries import BY_ID
from khedmat.cards.governing.weights import CHANGEABLE, weights
from khedmat.cards.models import SeverityChange
from khedmat.cards.tasks import recheck_soon
from khedmat.core.jalali import with_time
from khedmat.core.persian import persian_digits
from khedmat.core.refusals import refusing_in_words
from khedmat.organizations.models import Membership, Organization

NOT_THE_STEWARD = _(
    "سبک‌کردن قاعده و بازگرداندن آن کار بررسی‌کنندگان مرکز بررسی شناسنامه‌هاست، در صفحهٔ همین قاعده در میز کار."
)
NOT_CHANGEABLE = _(
    "تنها قاعده‌ای که پاسخ می‌خواهد یادآوری می‌شود؛ مانع انتشار مانع می‌ماند. "
    "نویسندگان برنامه متن یا شرط قاعده را در نسخهٔ تازهٔ قواعد درست می‌کنند."
)
SAID_ALREADY = _("این قاعده هم‌اکنون همین شدت را دارد (آخرین تغییر: %(last)s)؛ سرگذشت آن در همین صفحه است.")
NO_CAUSE = _(
    "هنوز از این قاعده چندان چشم پوشیده نشده است که یادآوری شود: %(dismissed)s از %(of)s یافته. "
    "مرز آن بیش از یک‌پنجم است، از دست‌کم %(least)s یافته؛ بررسی‌کنندگان در صفحهٔ شناسنامه‌ها چشم می‌پوشند."
)
SAYS_NO_REASON = _("دلیل نوشته نشده است؛ بررسی‌کنندهٔ مرکز آن را در همین صفحه بنویسد.")


def may_weigh(user: User, on: date) -> bool:
    """Reviewers of the centre are the stewards of rules; so are its publishers, who review too."""
    return Membership.objects.of(user).in_force(on).reviewing().exists()


@refusing_in_words()
@transaction.atomic
def weigh(rule: str, severity: str, *, reason: str, by: User, at: datetime) -> SeverityChange:
    """A rule becomes a note, or what it was; every card is checked anew. KeyError for a rule that does not exist."""
    # Two stewards at once: the second sees what the first did.
    Organization.objects.select_for_update(no_key=True, of=("self",)).filter(is_centre=True).first()
    on, reason = localdate(at), reason.strip()
    if reasons := _unmet(rule, severity, reason=reason, by=by, on=on):
        raise ValidationError(reasons, code="unmet")
    made = SeverityChange.objects.create(rule=rule, severity=severity, reason=reason, by=by, at=at, **acting_as(by, on))
    recheck_soon(at=at)
    return made


def _unmet(rule: str, severity: str, *, reason: str, by: User, on: date) -> list[str]:
    own = BY_ID[rule].severity
    if own != CHANGEABLE:
        return [str(NOT_CHANGEABLE)]
    figures = figures_of(rule)
    failed = [
        (not may_weigh(by, on), NOT_THE_STEWARD),
        (weights().of(rule, own) == severity, SAID_ALREADY),
        (severity == Severity.NOTE and not figures.is_doubtful, NO_CAUSE),
        (not reason, SAYS_NO_REASON),
    ]
    said = _facts(rule, figures)
    return [str(sentence) % said for is_failed, sentence in failed if is_failed]


def _facts(rule: str, figures: Figures) -> dict[str, str]:
    last = SeverityChange.objects.filter(rule=rule).select_related("by").first()
    return {
        "last": f"{last.by}، {with_time(last.at)}" if last else "—",
        "dismissed": persian_digits(figures.dismissed),
        "of": persian_digits(figures.sent),
        "least": persian_digits(figures.LEAST),
    }
