"""Those of the agency who had a hand in a card hear that a finding of it was passed over, or is open again."""

from datetime import datetime

from django.utils.timezone import localdate

from khedmat.accounts.models import User
from khedmat.cards.models import Dismissal
from khedmat.cards.telling import hands_in_office
from khedmat.notices.actions import notify
from khedmat.notices.enums import NoticeKind


def tell_dismissed(dismissal: Dismissal, *, at: datetime) -> None:
    _tell(dismissal, NoticeKind.FINDING_DISMISSED, reason=dismissal.reason, by=dismissal.by, at=at)


def tell_reopened(dismissal: Dismissal, *, reason: str, by: User, at: datetime) -> None:
    _tell(dismissal, NoticeKind.FINDING_REOPENED, reason=reason, by=by, at=at)


def _tell(dismissal: Dismissal, kind: NoticeKind, *, reason: str, by: User, at: datetime) -> None:
    version, about = dismissal.version, f"dismissal {dismissal.pk}"
    context = {
        "title": version.title,
        "owner": version.service.owner.name,
        "rule": dismissal.rule,
        "message": dismissal.message,
        "reason": reason,
        "by": str(by),
    }
    where = {"link": f"/desk/versions/{version.pk}/history/", "about": about, "dedupe": f"{about} {kind}"}
    notify(hands_in_office(version, localdate(at)).exclude(pk=by.pk), kind, context=context, at=at, **where)
