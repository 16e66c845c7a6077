"""One finding of a published sample that the centre passed over, and the figures of the public page of the rules."""

from datetime import datetime

from khedmat.cards.enums import Severity
from khedmat.cards.governing.counting import count_rules
from khedmat.cards.governing.dismissing import dismiss
from khedmat.cards.models import Dismissal, Finding
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Organization
from khedmat.site.samples.enrolment import person

WHY = "دستگاه در بررسی خانه‌به‌خانه پاسخ داد و پاسخ آن پذیرفته است؛ در این خدمت ایراد نیست."


def govern(at: datetime) -> None:
    """May be run again after a stop."""
    asked = Finding.objects.unsettled().filter(version__stage="published", severity=Severity.ANSWER)
    if not Dismissal.objects.exists() and (found := asked.select_related("version").order_by("pk").first()):
        dismiss(found, reason=WHY, by=person(Role.REVIEWER, Organization.objects.get(is_centre=True)), at=at)
    count_rules(at=at)
