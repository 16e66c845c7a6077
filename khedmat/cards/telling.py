"""Who is told when a version moves: those whose turn it is, and those of the agency who had a hand in it."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils.timezone import localdate

from khedmat.accounts.models import User
from khedmat.cards.enums import Say, Stage
from khedmat.cards.models import Remark, ServiceVersion
from khedmat.notices.actions import notify, settle
from khedmat.notices.enums import NoticeKind
from khedmat.organizations.enums import ANSWERING, Role
from khedmat.organizations.models import Membership


class Turn(NamedTuple):
    """Who takes the next step: a role in the agency, or at the centre."""

    role: Role
    is_at_centre: bool = False


TURNS: dict[str, Turn] = {
    Stage.SUBMITTED: Turn(Role.APPROVER),
    Stage.APPROVED: Turn(Role.REVIEWER, is_at_centre=True),
    Stage.ACCEPTED: Turn(Role.PUBLISHER, is_at_centre=True),
}
LONG = 500  # letters of a remark that a message repeats
NEWS: dict[str, NoticeKind] = {Stage.RETURNED: NoticeKind.CARD_RETURNED}  # else that it moved


def tell(version: ServiceVersion, *, reason: str = "", by: User, at: datetime) -> None:
    """Inside the transaction of the move. What waited for somebody until now waits no longer."""
    on, about = localdate(at), _about(version)
    context = _said_of(version) | {"by": str(by), "reason": reason}
    where = {"link": _page(version), "about": about, "dedupe": f"{about} {version.stage}"}
    settle(NoticeKind.CARD_WAITS, about=about, at=at)
    notify(_whose_turn(version, on), NoticeKind.CARD_WAITS, context=context, at=at, **where)
    news = NEWS.get(version.stage, NoticeKind.CARD_MOVED)
    notify(hands_in_office(version, on).exclude(pk=by.pk), news, context=context, at=at, **where)


def tell_missed(version: ServiceVersion, *, reason: str, at: datetime) -> None:
    """Its day came and it could not be published: whoever publishes, and those of the agency who had a hand in it."""
    on, about = localdate(at), _about(version)
    told = _whose_turn(version, on) | hands_in_office(version, on)
    where = {"link": _page(version), "about": about, "dedupe": f"{about} missed {on}"}
    notify(told.distinct(), NoticeKind.CARD_MISSED, context=_said_of(version) | {"reason": reason}, at=at, **where)


def tell_remarked(remark: Remark, opener: User | None) -> None:
    """A question is told to the hands of the agency, an answer to whoever asked; once a version while it is unread."""
    version, about = remark.version, _about(remark.version)
    where = {"link": f"{_page(version)}review/", "about": about, "dedupe": f"{about} remarks"}
    said = {"by": str(remark.by), "saying": str(remark.get_kind_display()), "said": remark.text[:LONG]}
    told = HEARERS[remark.kind](remark, opener)
    notify(told, NoticeKind.CARD_REMARKED, context=_said_of(version) | said, at=remark.at, **where)


def _about(version: ServiceVersion) -> str:
    return f"version {version.pk}"


def _page(version: ServiceVersion) -> str:
    return f"/desk/versions/{version.pk}/"


def _said_of(version: ServiceVersion) -> dict[str, str]:
    stage = str(version.get_stage_display())
    return {"title": version.title, "owner": version.service.owner.name, "stage": stage}


def _whose_turn(version: ServiceVersion, on: date) -> QuerySet[User]:
    """Whoever had a hand in it may not take the next step, so it does not wait for them."""
    turn = TURNS.get(version.stage)
    if turn is None:
        return User.objects.none()
    rows = Membership.objects.in_force(on).filter(role=turn.role)
    of_them = rows.filter(organization__is_centre=True) if turn.is_at_centre else _of_office(rows, version)
    return _in_order(of_them).exclude(pk__in=version.hands)


def in_office(organization: int, roles: Iterable[Role], on: date) -> QuerySet[User]:
    """Who has one of the roles in an agency on that day."""
    return _in_order(Membership.objects.in_force(on).filter(organization=organization, role__in=roles))


def answering_for(versions: QuerySet[ServiceVersion], on: date) -> QuerySet[User]:
    """Those who answer for the texts of the agencies whose versions these are."""
    owners = versions.order_by().values("owner")
    return _in_order(Membership.objects.in_force(on).filter(organization__in=owners, role__in=ANSWERING))


def hands_in_office(version: ServiceVersion, on: date) -> QuerySet[User]:
    """Who left the agency hears no more of its cards."""
    rows = _of_office(Membership.objects.in_force(on), version)
    return _in_order(rows).filter(pk__in=version.hands)


def _of_office(rows: QuerySet[Membership], version: ServiceVersion) -> QuerySet[Membership]:
    return rows.filter(organization=version.service.owner_id)


def _in_order(rows: QuerySet[Membership]) -> QuerySet[User]:
    return User.objects.filter(pk__in=rows.values("user")).order_by("pk")


def _agency(remark: Remark, _opener: User | None) -> Iterable[User]:
    return hands_in_office(remark.version, localdate(remark.at)).exclude(pk=remark.by_id)


HEARERS: dict[str, Callable[[Remark, Any], Iterable[User]]] = {
    Say.ASK: _agency,
    Say.SUGGEST: _agency,
    Say.ANSWER: lambda _remark, opener: [opener],
    Say.ACCEPT: lambda _remark, _opener: [],
}
