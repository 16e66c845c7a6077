"""Authors and approvers of the agency are told of what came; one message a service until they have read it."""

from datetime import datetime

from django.utils.timezone import localdate

from khedmat.cards.models import Feedback
from khedmat.cards.telling import in_office
from khedmat.notices.actions import notify, settle
from khedmat.notices.enums import NoticeKind
from khedmat.organizations.enums import ANSWERING


def tell_office(feedback: Feedback, *, at: datetime) -> None:
    service = feedback.service
    people = in_office(service.owner_id, ANSWERING, localdate(at))
    context = {"title": feedback.version.title, "owner": service.owner.name}
    where = {"link": f"/desk/feedback/?service={service.pk}", "about": about(feedback), "dedupe": about(feedback)}
    notify(people, NoticeKind.FEEDBACK_CAME, context=context, at=at, **where)


def settle_if_none_waits(feedback: Feedback, *, at: datetime) -> None:
    if not feedback.service.feedback.unsettled().exists():
        settle(NoticeKind.FEEDBACK_CAME, about=about(feedback), at=at)


def about(feedback: Feedback) -> str:
    return f"feedback of {feedback.service_id}"
