"""What readers said of the sample services: one answered, one that waits."""

from datetime import datetime

from khedmat.cards.enums import FeedbackStage, FeedbackTopic
from khedmat.cards.feedback.actions import answer, say
from khedmat.cards.models import Service
from khedmat.organizations.enums import Role
from khedmat.site.samples.enrolment import person


def hear_readers(service: Service, at: datetime) -> None:
    """Once: a load that was stopped goes on here."""
    version = service.versions.in_force().first()
    if version is None or service.feedback.exists():
        return
    asked = say(version, FeedbackTopic.VISITS, "ننوشته‌اید که بار دوم هم باید به اداره رفت یا نه.", at=at)
    approver = person(Role.APPROVER, service.owner)
    answer(asked, FeedbackStage.ACCEPTED, "درست است؛ شمار مراجعه در نسخهٔ بعد روشن می‌شود.", by=approver, at=at)
    say(version, FeedbackTopic.ACCESS, "نشانی سامانه برای تلفن همراه باز نمی‌شود.", at=at)
