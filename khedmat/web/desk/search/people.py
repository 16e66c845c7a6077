"""People: those of my own offices; for the centre, everybody."""

from datetime import date

from django.db.models import BooleanField, Case, Exists, Q, QuerySet, Value, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.organizations.models import Membership
from khedmat.web.desk.search.asked import Asked, holds
from khedmat.web.desk.search.finder import Finder, Hit

IN_NAME, IN_SIGN_IN = _("در نام"), _("در نام کاربری")


def _rows(asked: Asked, user: User, on: date) -> QuerySet[Membership]:
    mine = Membership.objects.of(user).in_force(on)
    own = Q(organization__in=mine.values("organization"))
    seen = Membership.objects.not_ended(on).filter(own | Q(Exists(mine.reviewing())))
    said = holds("user__full_name", "user__username", words=asked.words)
    is_own = Case(When(own, then=Value(True)), default=Value(False), output_field=BooleanField())
    return seen.alias(folded=said["folded"]).filter(said["found"]).annotate(is_own=is_own).for_list()


def _hit(row: Membership, asked: Asked) -> Hit:
    why = IN_NAME if asked.said_in(row.user.full_name) else IN_SIGN_IN
    goal = f"{reverse('web:people')}#office-{row.organization_id}" if getattr(row, "is_own", False) else ""
    return Hit(str(row.user), row.organization.name, why, goal, row.get_role_display())


PEOPLE = Finder("people", _("افراد"), _rows, _hit, is_plain=True)
