"""Authors and approvers of the agency are told of what came; one message a service until they have read it."""

from datetime import datetime

from django.utils.timezone import localdate

from khedmat.accounts.models import User
from khedmat.cards.models import Feedback
from khedmat.notices.actions import notify, settle
from khedmat.notices.enums import NoticeKind
from khedmat.organizations.enums import ANSWERING
from khedmat.organizations.models import Membership


def tell_office(feedback: Feedback, *, at: datetime) -> None:
    service = feedback.service
    rows = Membership.objects.in_force(localdate(at)).filter(organization=service.owner_id, role__in=ANSWERING)
    people = User.objects.filter(pk__in=rows.values("user")).order_by("pk")
    context = {"title": feedback.version.title, "owner": service.owner.name}
    where = {"link": f"/desk/feedback/?service={service.pk}", "about": about(feedback), "dedupe": about(feedback)}
    notify(people, NoticeKind.FEEDBACK_CAME, context=context, at=at, **where)


def settle_if_none_waits(feedback: Feedback, *, at: datetime) -> None:
    if not feedback.service.feedback.unsettled().exists():
        settle(NoticeKind.FEEDBACK_CAME, about=about(feedback), at=at)


def about(feedback: Feedback) -> str:
    return f"feedback of {feedback.service_id}"
