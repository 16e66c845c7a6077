"""Who hears of a change of agencies: those who answer for the text or the people of its agencies."""

from collections.abc import Sequence
from typing import NamedTuple

from khedmat.accounts.models import User
from khedmat.core import jalali
from khedmat.core.persian import persian_digits
from khedmat.notices.actions import notify
from khedmat.notices.enums import NoticeKind
from khedmat.organizations.changing.kinds import Case
from khedmat.organizations.changing.moving import moved_by
from khedmat.organizations.enums import ANSWERING, Role
from khedmat.organizations.models import Membership, Organization, OrganizationChange


class Concerned(NamedTuple):
    """Who is told, and what the agencies were called: asked before roles end and names change."""

    people: list[User]
    before: str


def concerned(case: Case) -> Concerned:
    agencies = [*case.parties.before, *case.parties.after]
    rows = Membership.objects.in_force(case.on).filter(organization__in=agencies, role__in=(*ANSWERING, Role.MANAGER))
    people = User.objects.filter(pk__in=rows.values("user")).order_by("pk")
    return Concerned(list(people), _named(case.parties.before))


def tell(told: Concerned, case: Case, change: OrganizationChange) -> None:
    context = {
        "kind": change.get_kind_display(),
        "before": told.before,
        "after": f"«{case.plan.new_name}»" if case.plan.new_name else _named(case.parties.after),
        "day": jalali.long(change.effective_on),
        "basis": f"{change.basis}، {change.basis_number}",
        "moved": [
            f"{one.kind}: {persian_digits(one.count)}، از «{one.before.name}» به «{one.after.name}»"
            for one in moved_by(change)
        ],
    }
    key, main = f"agencies {change.pk}", case.parties.main or case.parties.before[0]
    notify(
        told.people,
        NoticeKind.AGENCIES_CHANGED,
        context=context,
        link=f"/agencies/{main.code}/",
        about=key,
        dedupe=key,
        at=change.at,
    )


def _named(agencies: Sequence[Organization]) -> str:
    return " و ".join(f"«{one.name}»" for one in agencies)
