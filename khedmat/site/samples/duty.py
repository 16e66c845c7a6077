"""The first round of article 2, as the regulation says it."""

from datetime import date, datetime

from khedmat.cards.duty.actions import Terms, open_round
from khedmat.cards.enums import Owing
from khedmat.cards.models import DutyRound
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Organization
from khedmat.site.samples.enrolment import person

FIRST = Terms(
    regulation="206/93/7740",
    article="ماده 2",
    text="دستگاه‌های اجرایی شناسنامهٔ خدمت‌های خود را تا پایان ۱۳۹۳ آماده و در درگاه خود برای همگان منتشر می‌کنند.",
    owing=Owing.NATIONAL,
    opened_on=date(2014, 9, 1),  # 1393/06/10, the day of the regulation
    deadline=date(2015, 3, 20),  # 1393/12/29
)


def open_first_round(at: datetime) -> None:
    """May be run again after a stop."""
    if not DutyRound.objects.filter(regulation=FIRST.regulation).exists():
        open_round(FIRST, by=person(Role.PUBLISHER, Organization.objects.get(is_centre=True)), at=at)
