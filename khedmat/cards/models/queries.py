"""Which versions: the words that lists, search and pages are written with."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Case, Count, F, Func, IntegerField, Q, Value, When

from khedmat.accounts.models import User
from khedmat.cards.enums import PUBLIC, Severity, Stage
from khedmat.core.persian import key
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Membership, Organization

MOST_WORDS = 12


def _hits(words: Iterable[str], column: str) -> Any:
    """How many of the words a column holds."""
    found: Any = Value(0, output_field=IntegerField())
    for word in words:
        found = found + Case(When(**{f"{column}__contains": word}, then=1), default=0, output_field=IntegerField())
    return found


class VersionQuerySet(models.QuerySet):
    def drafts(self) -> "VersionQuerySet":
        return self.filter(stage=Stage.DRAFT)

    def published(self) -> "VersionQuerySet":
        return self.filter(stage=Stage.PUBLISHED)

    def public(self) -> "VersionQuerySet":
        """What anybody may read: the version in force and those it replaced."""
        return self.filter(stage__in=PUBLIC)

    def visible_to(self, user: User, on: date) -> "VersionQuerySet":
        """The twin of `perms.can_see`."""
        return self.filter(Q(stage__in=PUBLIC) | self._inside(user, on))

    def inside_for(self, user: User, on: date) -> "VersionQuerySet":
        """The twin of `perms.can_see_inside`."""
        return self.filter(self._inside(user, on))

    def _inside(self, user: User, on: date) -> Q:
        memberships = Membership.objects.of(user).in_force(on)
        own = Q(service__owner__in=memberships.values("organization"))
        return own | ~Q(stage=Stage.DRAFT) if memberships.reviewing().exists() else own

    def of_office(self, user: User, on: date) -> "VersionQuerySet":
        """Cards of the agencies that the user belongs to."""
        return self.filter(service__owner__in=Membership.objects.of(user).in_force(on).values("organization"))

    def editable_by(self, user: User, on: date) -> "VersionQuerySet":
        """The twin of `perms.can_edit`, and of `can_submit`."""
        return self._in_role(user, on, Role.AUTHOR).filter(stage=Stage.DRAFT)

    def approvable_by(self, user: User, on: date) -> "VersionQuerySet":
        """The twin of `perms.can_approve`."""
        return self._in_role(user, on, Role.APPROVER).filter(stage=Stage.SUBMITTED)._untouched_by(user)

    def publishable_by(self, user: User, on: date) -> "VersionQuerySet":
        """The twin of `perms.can_publish`."""
        if not Membership.objects.of(user).in_force(on).publishing().exists():
            return self.none()
        return self.filter(stage=Stage.APPROVED)._untouched_by(user)

    def _in_role(self, user: User, on: date, role: Role) -> "VersionQuerySet":
        memberships = Membership.objects.of(user).in_force(on).filter(role=role)
        return self.filter(service__owner__in=memberships.values("organization"))

    def _untouched_by(self, user: User) -> "VersionQuerySet":
        return self.exclude(stage_changes__by=user.pk)

    def of_agency(self, agency: Organization | str) -> "VersionQuerySet":
        """Of an agency, given as itself or as its code."""
        column = "service__owner__code" if isinstance(agency, str) else "service__owner"
        return self.filter(**{column: agency})

    def of_type(self, service_type: str) -> "VersionQuerySet":
        return self.filter(service_type__contains=[service_type])

    def at_level(self, level: str) -> "VersionQuerySet":
        return self.filter(level__contains=[level])

    def for_event(self, event: str) -> "VersionQuerySet":
        return self.filter(life_events__contains=[event])

    def electronic(self, wanted: bool) -> "VersionQuerySet":
        """Services of which the form says so; those that say nothing are in neither list."""
        return self.filter(is_electronic=wanted)

    def matching(self, query: str) -> "VersionQuerySet":
        """All words somewhere in the public text; titles that hold more of them first."""
        words = list(dict.fromkeys(key(query).split()))[:MOST_WORDS]
        found = self.filter(*(Q(search_text__contains=word) for word in words)) if words else self.none()
        return found.annotate(title_hits=_hits(words, "title_key")).order_by("-title_hits", "sort_key", "pk")

    def counts_of(self, column: str) -> dict[str, int]:
        """How many versions hold each value of a box of several choices, or of one."""
        is_list = hasattr(self.model._meta.get_field(column), "base_field")
        value = Func(F(column), function="unnest") if is_list else F(column)
        rows = self.order_by().annotate(_value=value).values("_value").annotate(_count=Count("pk", distinct=True))
        return {row["_value"]: row["_count"] for row in rows if row["_value"] not in ("", None)}

    def with_finding_counts(self) -> "VersionQuerySet":
        """`blockers`, `answers` and `notes` of each version."""

        def count(severity: str) -> Count:
            return Count("findings", filter=Q(findings__severity=severity), distinct=True)

        return self.annotate(
            blockers=count(Severity.BLOCKER), answers=count(Severity.ANSWER), notes=count(Severity.NOTE)
        )

    def checked_by_older_rules(self, rules_version: str) -> "VersionQuerySet":
        return self.exclude(checked_with=rules_version)

    def for_list(self) -> "VersionQuerySet":
        """What a list shows, without the content itself."""
        return self.select_related("service__owner").defer("content", "paper", "search_text").order_by("sort_key", "pk")

    def for_page(self) -> "VersionQuerySet":
        return self.select_related("service__owner", "service__owner__parent", "service__owner__place")
