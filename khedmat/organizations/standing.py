"""Whether an agency is still there, and who came in its place."""

from datetime import date, timedelta
from itertools import chain

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from khedmat.core import jalali
from khedmat.core.sequences import unique
from khedmat.organizations.models import Organization, Succession

ENDED = _("«%(agency)s» از %(day)s دیگر در کار نیست و %(work)s در آن نمی‌شود؛ %(successors)s.")
TAKEN_BY = _("جانشین آن %(names)s است و همین کار آن‌جا می‌شود")
TAKEN_BY_NOBODY = _("جانشینی ندارد و پرسش از آن با مرکز بررسی شناسنامه‌هاست")


def successors_of(agency: Organization, passed: frozenset[int] = frozenset()) -> list[Organization]:
    """Those that came in its place and are there still: one that was merged later is followed to its own successor.

    A ring of changes ends where it began: whom it passed is not asked again.
    """
    passed |= {agency.pk}
    rows = Succession.objects.filter(before=agency).exclude(after=None).exclude(after__in=passed)
    found = [row.after for row in rows.select_related("after").order_by("pk")]
    return unique(chain.from_iterable(successors_of(one, passed) if one.valid_to else [one] for one in found))


def locked_in_force(agency: Organization | int, *, on: date, work: str) -> Organization:
    """The agency under its lock, so that no change of agencies passes by what is written for it.

    Raises ValidationError that names the successors; `work` is what is not done at an ended agency: «دعوت تازه».
    """
    key = agency if isinstance(agency, int) else agency.pk
    found = Organization.objects.select_for_update(no_key=True, of=("self",)).get(pk=key)
    refuse_ended(found, on=on, work=work)
    return found


def refuse_ended(agency: Organization, *, on: date, work: str) -> None:
    if agency.has_ended(on):
        raise ValidationError(ENDED, code="ended", params=_said(agency, work))


def _said(agency: Organization, work: str) -> dict[str, str]:
    names = " و ".join(f"«{one.name}»" for one in successors_of(agency))
    said = str(TAKEN_BY) % {"names": names} if names else str(TAKEN_BY_NOBODY)
    first_without = agency.valid_to + timedelta(days=1)
    return {"agency": agency.name, "day": jalali.long(first_without), "work": work, "successors": said}
