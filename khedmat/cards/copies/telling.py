"""Who is told of a copy: those whose turn it is, those with a hand in it; its keepers when the template changed."""

from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from khedmat.accounts.models import User
from khedmat.cards.enums import AT_WORK, CopyStage
from khedmat.cards.models import LocalCopy, ServiceVersion
from khedmat.notices.actions import notify, settle
from khedmat.notices.enums import NoticeKind
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Membership

NEWS: dict[str, NoticeKind] = {CopyStage.RETURNED: NoticeKind.CARD_RETURNED}  # else that it moved


def tell(copy: LocalCopy, *, reason: str = "", by: User, at: datetime) -> None:
    """Inside the transaction of the move. What waited for somebody until now waits no longer."""
    on, about = localdate(at), f"copy {copy.pk}"
    context = {
        "title": _("%(title)s (نسخهٔ استان %(place)s)") % {"title": copy.compared_with.title, "place": copy.place.fa},
        "owner": copy.keeper.name,
        "stage": str(copy.get_stage_display()),
        "by": str(by),
        "reason": reason,
    }
    where = {"link": f"/desk/copies/{copy.pk}/", "about": about, "dedupe": f"{about} {copy.stage}"}
    settle(NoticeKind.CARD_WAITS, about=about, at=at)
    notify(_whose_turn(copy, on), NoticeKind.CARD_WAITS, context=context, at=at, **where)
    hands = _people(Membership.objects.in_force(on).filter(organization=copy.keeper_id)).filter(pk__in=copy.hands)
    notify(hands.exclude(pk=by.pk), NEWS.get(copy.stage, NoticeKind.CARD_MOVED), context=context, at=at, **where)


def tell_keepers(version: ServiceVersion, *, by: User, at: datetime) -> bool:
    """The national card was published anew: authors of the offices that keep copies of it compare theirs.

    Whether anybody keeps one.
    """
    on = localdate(at)
    stages = (*AT_WORK, CopyStage.PUBLISHED)
    copies = LocalCopy.objects.filter(service=version.service_id, stage__in=stages).exclude(compared_with=version.pk)
    newest = copies.select_related("place", "keeper").order_by("place_id", "-number").distinct("place_id")
    for copy in newest:
        authors = Membership.objects.in_force(on).filter(role=Role.AUTHOR, organization=copy.keeper_id)
        context = {"title": version.title, "owner": version.service.owner.name, "place": copy.place.fa, "by": str(by)}
        about = f"copy {copy.pk}"
        notify(
            _people(authors),
            NoticeKind.TEMPLATE_CHANGED,
            context=context,
            link=f"/desk/copies/{copy.pk}/compare/",
            about=about,
            dedupe=f"{about} version {version.pk}",
            at=at,
        )
    return bool(newest)


def _whose_turn(copy: LocalCopy, on: date) -> QuerySet[User]:
    rows = Membership.objects.in_force(on)
    if copy.stage == CopyStage.SUBMITTED:
        found = _people(rows.filter(role=Role.APPROVER, organization=copy.keeper_id))
    elif copy.stage == CopyStage.APPROVED:
        of_owner = Q(role=Role.APPROVER, organization=copy.service.owner_id)
        at_centre = Q(role=Role.PUBLISHER, organization__is_centre=True)
        found = _people(rows.filter(of_owner | at_centre))
    else:
        found = User.objects.none()
    return found.exclude(pk__in=copy.hands)


def _people(rows: QuerySet[Membership]) -> QuerySet[User]:
    return User.objects.filter(pk__in=rows.values("user")).order_by("pk")
