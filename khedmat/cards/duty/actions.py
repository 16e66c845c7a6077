"""Opening, correcting and closing rounds: by the centre alone, each a row that never changes."""

from datetime import date, datetime
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.models import DutyClosing, DutyRound
from khedmat.core.refusals import refusing_in_words
from khedmat.organizations.models import Membership, Organization

NOT_THE_CENTRE = _(
    "دوره‌های تکلیف را بررسی‌کنندگان و منتشرکنندگان مرکز بررسی شناسنامه‌ها باز می‌کنند و می‌بندند؛ "
    "یکی از آنان این کار را در صفحهٔ «دوره‌های تکلیف» در میز کار می‌کند."
)
OPENED = _("خودتان دوره‌ای با همین مصوبه، متن و مهلت باز کرده‌اید؛ اگر نادرست است همان را در همین صفحه اصلاح کنید.")
CLOSED = _("این دوره بسته شده است و دیگر تغییر نمی‌کند؛ مرکز در همین صفحه دورهٔ تازه‌ای باز می‌کند.")
CORRECTED = _("این دوره پیش از این اصلاح شده است؛ مرکز در همین صفحه ردیف تازه‌تر آن را اصلاح می‌کند یا می‌بندد.")


class Terms(NamedTuple):
    """What a round asks, of whom, until when."""

    regulation: str
    article: str
    text: str
    owing: str
    opened_on: date
    deadline: date
    agencies: tuple[str, ...] = ()


def may_rule(user: User, on: date) -> bool:
    """Reviewers and publishers of the centre."""
    return Membership.objects.of(user).in_force(on).reviewing().exists()


@refusing_in_words()
@transaction.atomic
def open_round(terms: Terms, *, by: User, at: datetime, corrects: DutyRound | None = None) -> DutyRound:
    """A new round, or the right words of one that was opened wrongly: the wrong row stays and is named."""
    _demand_centre(by, at)
    if corrects:
        corrects = _locked(corrects)
    values = terms._asdict() | {"agencies": list(terms.agencies)}
    _refuse_twice(values, by)
    return DutyRound.objects.create(**values, corrects=corrects, by=by, at=at)


def _refuse_twice(values: dict[str, Any], by: User) -> None:
    """Rows never go: a form sent again would stand on the board for ever. One at a time: under the centre's row."""
    list(Organization.objects.select_for_update(of=("self",)).filter(is_centre=True))
    if DutyRound.objects.standing().filter(closing=None, by=by, **values).exists():
        raise ValidationError(OPENED)


@refusing_in_words()
@transaction.atomic
def close_round(found: DutyRound, *, by: User, at: datetime) -> DutyClosing:
    """From today on nobody becomes later."""
    _demand_centre(by, at)
    found = _locked(found)
    return DutyClosing.objects.create(round=found, closed_on=localdate(at), by=by, at=at)


def _demand_centre(by: User, at: datetime) -> None:
    if not may_rule(by, localdate(at)):
        raise ValidationError(NOT_THE_CENTRE)


def _locked(found: DutyRound) -> DutyRound:
    found = DutyRound.objects.select_for_update(of=("self",)).get(pk=found.pk)
    if found.is_closed:
        raise ValidationError(CLOSED)
    if hasattr(found, "corrected_by"):
        raise ValidationError(CORRECTED)
    return found
