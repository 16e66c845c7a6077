"""What the centre writes to an agency that owes, and to whom of it."""

from datetime import datetime
from typing import Any, NamedTuple

from django.utils.timezone import localdate

from khedmat.accounts.models import User
from khedmat.cards.duty.board import Standing
from khedmat.cards.models import DutyRound
from khedmat.core.jalali import long
from khedmat.core.persian import persian_digits
from khedmat.notices.actions import notify
from khedmat.notices.enums import NoticeKind
from khedmat.notices.letters import address
from khedmat.organizations.enums import ANSWERING, Role
from khedmat.organizations.models import Membership

READERS = (*ANSWERING, Role.MANAGER)


class Said(NamedTuple):
    """One sending. `step`: working days before the deadline, negative after it; None when the centre asks."""

    at: datetime
    step: int | None = None
    by: User | None = None


def words(found: DutyRound, standing: Standing, said: Said) -> dict[str, Any]:
    """What the letter is filled with; a number that is not known is said so."""
    unknown = standing.titles is None
    return {
        "owner": standing.agency.name,
        "regulation": persian_digits(found.regulation),
        "article": persian_digits(found.article),
        "text": found.text,
        "deadline": long(found.deadline),
        "left": persian_digits(said.step) if said.step and said.step > 0 else "",
        "late": localdate(said.at) > found.deadline,
        "titles": "هنوز تأیید نشده" if unknown else persian_digits(standing.titles),
        "prepared": persian_digits(standing.prepared),
        "guide": address("/guide/"),
        "form": address("/guide/form/"),
    }


def tell(found: DutyRound, standing: Standing, said: Said) -> int:
    """How many people of the agency it went to: those who write, approve, or manage its people."""
    members = Membership.objects.in_force(localdate(said.at)).filter(organization=standing.agency, role__in=READERS)
    people = list(User.objects.filter(pk__in=members.values("user"), is_active=True).order_by("pk"))
    key = f"duty {found.pk} {standing.agency.pk}"
    where = {"link": "/desk/titles/", "about": key, "dedupe": f"{key} {said.step} {localdate(said.at)}"}
    notify(people, NoticeKind.DUTY_ASKED, context=words(found, standing, said), at=said.at, **where)
    return len(people)
