"""What an agency was called on a day; names of earlier days that the centre notes from old papers."""

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core import jalali
from khedmat.core.persian import squeeze
from khedmat.core.refusals import refusing_in_words
from khedmat.core.sequences import first_where, grouped
from khedmat.organizations.models import FormerName, Organization
from khedmat.organizations.registering import demand_centre

NOT_FORMER = _("نام پیشین پیش از امروز پایان یافته است؛ نام امروز با «تغییر نام» در صفحهٔ «دستگاه‌ها» عوض می‌شود.")
TWO_NAMES = _("در این دوره نام دستگاه «%(name)s» بوده است (تا %(day)s)؛ دورهٔ دو نام روی هم نمی‌افتد.")
NO_BASIS = _("سندی را که این نام در آن آمده است بنویسید.")


def name_on(agency: Organization, day: date) -> str:
    """One question."""
    found = FormerName.objects.filter(organization=agency).on(day).order_by("ends_on", "pk").first()
    return found.name if found else agency.name


def names_on(asked: Iterable[tuple[Organization, date]]) -> dict[tuple[int, date], str]:
    """What each agency was called on its day: the twin of `name_on` for many, in one question."""
    asked = list(asked)
    found = FormerName.objects.filter(organization__in={agency.pk for agency, _day in asked}).order_by("ends_on", "pk")
    borne = grouped(found, by=lambda former: former.organization_id)
    return {(agency.pk, day): _borne(borne.get(agency.pk, []), day) or agency.name for agency, day in asked}


def _borne(names: Iterable[FormerName], day: date) -> str:
    """The first of these, in the order of their last days, that was in force."""
    found = first_where(lambda former: former.is_on(day), names)
    return found.name if found else ""


def called(words: str) -> dict[int, str]:
    """Agencies with these letters in a name of today or of another day, or in another name: key → the name meant.

    Spaces and half-spaces make no difference. Two questions, whatever is found.
    """
    letters = squeeze(words)
    found = dict(FormerName.objects.filter(letters__contains=letters).values_list("organization", "name"))
    for pk, name, aliases in Organization.objects.values_list("pk", "name", "aliases"):
        if meant := next((one for one in (name, *aliases) if letters in squeeze(one)), None):
            found[pk] = meant
    return found


@refusing_in_words()
@transaction.atomic
def note_former_name(former: FormerName, *, by: User, at: datetime) -> FormerName:
    """From an old paper; a name that a change of today ends is written by the change itself."""
    demand_centre(by, localdate(at))
    agency = Organization.objects.select_for_update(of=("self",)).get(pk=former.organization_id)
    if former.ends_on >= localdate(at):
        raise ValidationError(NOT_FORMER)
    if not former.basis:
        raise ValidationError(NO_BASIS)
    if other := overlapping(agency, former.starts_on, former.ends_on).first():
        raise ValidationError(TWO_NAMES, params={"name": other.name, "day": jalali.long(other.ends_on)})
    former.letters, former.by, former.at = squeeze(former.name)[:300], by, at
    former.validate_constraints()
    former.save()
    return former


def overlapping(agency: Organization, starts_on: date | None, ends_on: date) -> QuerySet[FormerName]:
    """Names whose period touches this one; no first day means since the beginning."""
    begun = agency.former_names.filter(Q(starts_on=None) | Q(starts_on__lte=ends_on))
    return begun.filter(ends_on__gte=starts_on) if starts_on else begun
