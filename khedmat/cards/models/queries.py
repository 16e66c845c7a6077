"""Which versions: the words that lists, search and pages are written with."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Case, Count, Exists, F, Func, IntegerField, OuterRef, Q, Subquery, Value, When

from khedmat.accounts.models import User
from khedmat.cards.enums import A_HAND, IN_FORCE, OF_THE_OFFICE, OPEN, PUBLIC, Severity, Stage
from khedmat.cards.models.popular import PopularName
from khedmat.cards.models.service import Service
from khedmat.core.persian import key
from khedmat.organizations.enums import ANSWERING, Role
from khedmat.organizations.models import Membership, Organization
from khedmat.organizations.models.agency import MembershipQuerySet

MOST_WORDS = 12


def _hits(words: Iterable[str], column: str) -> Any:
    """How many of the words a column or a popular name holds."""
    found: Any = Value(0, output_field=IntegerField())
    for word in words:
        held = Q(**{f"{column}__contains": word}) | _called(word)
        found = found + Case(When(held, then=1), default=0, output_field=IntegerField())
    return found


def _called(word: str) -> Q:
    """A popular name in force holds the word. One small list for the whole question, not a look for each row."""
    return Q(service__in=PopularName.objects.holding(word).values("service"))


def _name_found(words: Iterable[str]) -> Any:
    """The popular name because of which a version was found, or nothing."""
    held = Q(pk__in=[])
    for word in words:
        held |= Q(letters__contains=word)
    names = PopularName.objects.in_force().filter(held, service=OuterRef("service")).order_by("pk")
    return Subquery(names.values("term")[:1])


def _mine(user: User, on: date) -> MembershipQuerySet:
    return Membership.objects.of(user).in_force(on)


def _of(owners: Iterable[Any]) -> Q:
    """Versions of the services of these offices; without a join, so that keys and counts come from an index alone."""
    return Q(service__in=Service.objects.filter(owner__in=owners).values("pk"))


def _in_role(user: User, on: date, role: Role) -> Q:
    return _of(_mine(user, on).filter(role=role).values("organization"))


class VersionQuerySet(models.QuerySet):
    def drafts(self) -> "VersionQuerySet":
        return self.filter(stage=Stage.DRAFT)

    def kept(self) -> "VersionQuerySet":
        """Without the drafts that were let go: to say something of a service, they are not there."""
        return self.exclude(stage=Stage.DISCARDED)

    def published(self) -> "VersionQuerySet":
        return self.filter(stage=Stage.PUBLISHED)

    def due(self, on: date) -> "VersionQuerySet":
        """Accepted versions whose day of publication has come."""
        return self.filter(stage=Stage.ACCEPTED, publish_on__lte=on)

    def sent(self) -> "VersionQuerySet":
        """What the agency let out of its hands."""
        return self.exclude(stage__in=OF_THE_OFFICE)

    def in_force(self) -> "VersionQuerySet":
        """What speaks for its service, suspended or not; one of a service."""
        return self.filter(stage__in=IN_FORCE)

    def current(self) -> "VersionQuerySet":
        """On their way, or in force."""
        return self.filter(stage__in=[*OPEN, *IN_FORCE])

    def public(self) -> "VersionQuerySet":
        """What anybody may read: the version in force, those it replaced, and the last of a service that ended."""
        return self.filter(stage__in=PUBLIC)

    def visible_to(self, user: User, on: date) -> "VersionQuerySet":
        """The twin of `perms.can_see`."""
        return self.filter(Q(stage__in=PUBLIC) | self._inside(user, on))

    def inside_for(self, user: User, on: date) -> "VersionQuerySet":
        """The twin of `perms.can_see_inside`."""
        return self.filter(self._inside(user, on))

    def _inside(self, user: User, on: date) -> Q:
        mine = _mine(user, on)
        return _of(mine.values("organization")) | ~Q(stage__in=OF_THE_OFFICE) & Q(Exists(mine.reviewing()))

    def of_office(self, user: User, on: date) -> "VersionQuerySet":
        """Cards of the agencies that the user belongs to."""
        return self.filter(_of(_mine(user, on).values("organization")))

    def of_offices(self, offices: Iterable[Organization]) -> "VersionQuerySet":
        """Cards of agencies that are known already: how many they have is no guess to the database then."""
        return self.filter(_of(offices))

    def editable_by(self, user: User, on: date) -> "VersionQuerySet":
        """The twin of `perms.can_edit`, of `can_submit` and of `can_discard`."""
        return self.filter(self.turns(user, on)["edit"])

    def approvable_by(self, user: User, on: date) -> "VersionQuerySet":
        """The twin of `perms.can_approve`."""
        return self.filter(self.turns(user, on)["approve"])

    def mendable_by(self, user: User, on: date) -> "VersionQuerySet":
        """The twin of `perms.can_mend`."""
        return self.filter(self.turns(user, on)["mend"])

    def acceptable_by(self, user: User, on: date) -> "VersionQuerySet":
        """The twin of `perms.can_accept`."""
        return self.filter(self.turns(user, on)["accept"])

    def returnable_by(self, user: User, on: date) -> "VersionQuerySet":
        """The twin of `perms.can_return`."""
        at_centre = Q(Exists(_mine(user, on).reviewing()), stage__in=[Stage.APPROVED, Stage.ACCEPTED])
        return self.filter(self.turns(user, on)["approve"] | at_centre & self._untouched_by(user))

    def publishable_by(self, user: User, on: date) -> "VersionQuerySet":
        """The twin of `perms.can_publish`."""
        return self.filter(self.turns(user, on)["publish"])

    def resumable_by(self, user: User, on: date) -> "VersionQuerySet":
        """The twin of `perms.can_resume`."""
        return self.filter(self.turns(user, on)["resume"])

    def turns(self, user: User, on: date) -> dict[str, Q]:
        """What a version waits for that this person may do: conditions of its row, asked of no other row of the table
        but where a later version is looked for."""
        later = self.model.objects.kept().filter(service=OuterRef("service"), number__gt=OuterRef("number"))
        writing, approving = _in_role(user, on, Role.AUTHOR), _in_role(user, on, Role.APPROVER)
        reviewing, publishing = Exists(_mine(user, on).reviewing()), Exists(_mine(user, on).publishing())
        untouched = self._untouched_by(user)
        return {
            "edit": Q(stage=Stage.DRAFT) & writing,
            "mend": Q(stage=Stage.RETURNED) & writing & ~Q(Exists(later)),
            "approve": Q(stage=Stage.SUBMITTED) & approving & untouched,
            "accept": Q(reviewing, stage=Stage.APPROVED) & untouched,
            "publish": Q(publishing, stage=Stage.ACCEPTED) & untouched,
            "resume": Q(publishing, stage=Stage.SUSPENDED) & untouched,
        }

    def confirmable_by(self, user: User, on: date) -> "VersionQuerySet":
        """The twin of `perms.can_confirm`."""
        answering = Membership.objects.of(user).in_force(on).filter(role__in=ANSWERING)
        return self.published().filter(service__owner__in=answering.values("organization"))

    def _untouched_by(self, user: User) -> Q:
        changes = self.model.stage_changes.rel.related_model.objects
        return ~Q(Exists(changes.filter(version=OuterRef("pk"), by=user.pk, target__in=A_HAND)))

    def of_agency(self, agency: Organization | str) -> "VersionQuerySet":
        """Of an agency, given as itself or as its code."""
        column = "service__owner__code" if isinstance(agency, str) else "service__owner"
        return self.filter(**{column: agency})

    def of_family(self, code: str | None) -> "VersionQuerySet":
        """Of the main service and the sub-services whose IDs share a number with this one, in its order."""
        family = self.filter(service__given_id__main=code[4:8]) if code else self.none()
        return family.order_by("service__given_id__sub", "service__given_id")

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
        """All words in the public text or in popular names; titles and names that hold more of them first.

        `popular_name` is the name that holds one of them.
        """
        words = list(dict.fromkeys(key(query).split()))[:MOST_WORDS]
        found = self.filter(*(Q(search_text__contains=word) | _called(word) for word in words))
        found = found if words else self.none()
        hits = {"title_hits": _hits(words, "title_key"), "popular_name": _name_found(words)}
        return found.annotate(**hits).order_by("-title_hits", "sort_key", "pk")

    def counts_of(self, column: str) -> dict[str, int]:
        """How many versions hold each value of a box of several choices, or of one."""
        is_list = hasattr(self.model._meta.get_field(column), "base_field")
        value = Func(F(column), function="unnest") if is_list else F(column)
        rows = self.order_by().annotate(_value=value).values("_value").annotate(_count=Count("pk", distinct=True))
        return {row["_value"]: row["_count"] for row in rows if row["_value"] not in ("", None)}

    def with_finding_counts(self) -> "VersionQuerySet":
        """`blockers`, `answers` and `notes` of each version."""

        def count(severity: str) -> Count:
            return Count("findings", filter=Q(findings__severity=severity, findings__dismissal=None), distinct=True)

        return self.annotate(
            blockers=count(Severity.BLOCKER), answers=count(Severity.ANSWER), notes=count(Severity.NOTE)
        )

    def checked_by_older_rules(self, rules_version: str) -> "VersionQuerySet":
        return self.exclude(checked_with=rules_version)

    def due_for_recheck(self, rules_version: str, on: date) -> "VersionQuerySet":
        """On their way or in force; checked by older rules; with a finding whose dismissal holds no more."""
        lapsed = Q(findings__dismissal__lapses_on__lte=on)
        held = self.model.objects.filter(lapsed).values("pk")
        return self.filter(Q(stage__in=[*OPEN, *IN_FORCE]) | ~Q(checked_with=rules_version) | Q(pk__in=held))

    def for_list(self) -> "VersionQuerySet":
        """What a list shows, without the content itself."""
        return self.select_related("service__owner").defer("content", "paper", "search_text").order_by("sort_key", "pk")

    def for_page(self) -> "VersionQuerySet":
        return self.select_related("service__owner", "service__owner__parent", "service__owner__place")
