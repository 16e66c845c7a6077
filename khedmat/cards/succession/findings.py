"""R03: a card names an agency that is no more, or by a name that it no longer bears."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from khedmat.cards.rules.rule import Breach, Wording
from khedmat.cards.standing_check import Asked, StandingRule
from khedmat.core import jalali
from khedmat.core.persian import squeeze
from khedmat.organizations.models import FormerName
from khedmat.organizations.standing import successors_of

FIELDS = ("executive_agency", "parent_agency")
RENAMED = Wording("نام «%(agency)s» از %(day)s «%(new)s» است.", "نام امروز دستگاه را بنویسید: «%(new)s».")
NOBODY = "جانشینی ندارد"


def _ended(asked: Asked) -> Iterator[Breach]:
    said, former = _said(asked), asked.once(_former)
    for letters in filter(former.__contains__, said):
        yield from _breach(former[letters], f"card.{said[letters]}", asked)


def _said(asked: Asked) -> Mapping[str, str]:
    """Letters of the agencies that a card names, other than its own → where."""
    card = asked.document.card
    said = {squeeze(text): name for name in FIELDS if (text := getattr(card, name, None))} if card else {}
    said.pop(squeeze(asked.version.service.owner.name), None)
    return said


def _former(together: Sequence[Asked]) -> Mapping[str, FormerName]:
    """Letters that these cards say → whose name they were, of several the last. One question, or none."""
    letters = {one for asked in together for one in _said(asked)}
    rows = FormerName.objects.filter(letters__in=letters, ends_on__lt=together[0].on).select_related("organization")
    return {one.letters: one for one in rows.order_by("ends_on", "pk")} if letters else {}


def _breach(former: FormerName, field: str, asked: Asked) -> Iterator[Breach]:
    agency, day = former.organization, jalali.long(former.ends_on + timedelta(days=1))
    if agency.has_ended(asked.on):
        names = " و ".join(one.name for one in successors_of(agency)) or NOBODY
        yield Breach(field, {"agency": former.name, "day": day, "new": names})
    elif squeeze(agency.name) != former.letters:
        yield Breach(field, {"agency": former.name, "day": day, "new": agency.name}, RENAMED)


RULES = (
    StandingRule(
        id="R03",
        severity="A",
        fields=tuple(f"card.{name}" for name in FIELDS),
        condition=_ended,
        message="«%(agency)s» که شناسنامه نام می‌برد از %(day)s دیگر در کار نیست؛ جانشین: %(new)s.",
        fix="نویسندهٔ دستگاه در پیش‌نویس تازه نام جانشین را بنویسد: %(new)s.",
        example="نام دستگاه: سازمان الف · سازمان الف در سازمان ب ادغام شده است",
    ),
)
