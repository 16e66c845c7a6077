"""Which versions: the words that lists, search and pages are written with."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Case, Count, Exists, F, Func, IntegerField, OuterRef, Q, Subquery, Value, When

from khedmat.accounts.models import User
from khedmat.cards.enums import A_HAND, IN_FORCE, OF_THE_OFFICE, OPEN, PUBLIC, Severity, Stage
from khedmat.cards.models.popular import PopularName
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


def _in_role(user: User, on: date, role: Role) -> Q:
    return Q(owner__in=_mine(user, on).filter(role=role).values("organization"))


def _writes(_versions: Any, user: User, on: date) -> Q:
    return _in_role(user, on, Role.AUTHOR)


def _approves(_versions: Any, user: User, on: date) -> Q:
    return _in_role(user, on, Role.APPROVER)


def _reviews(_versions: Any, user: User, on: date) -> Q:
    return Q(Exists(_mine(user, on).reviewing()))


def _publishes(_versions: Any, user: User, on: date) -> Q:
    return Q(Exists(_mine(user, on).publishing()))


def _is_untouched(versions: Any, user: User, _on: date) -> Q:
    changes = versions.stage_changes.rel.related_model.objects
    return ~Q(Exists(changes.filter(version=OuterRef("pk"), by=user.pk, target__in=A_HAND)))


def _is_last(versions: Any, _user: User, _on: date) -> Q:
    later = versions.objects.kept().filter(service=OuterRef("service"), number__gt=OuterRef("number"))
    return ~Q(Exists(later))


TURNS = {  # the stage in which a version waits for a step, and who may take it
    "edit": (Stage.DRAFT, (_writes,)),
    "mend": (Stage.RETURNED, (_writes, _is_last)),
    "approve": (Stage.SUBMITTED, (_approves, _is_untouched)),
    "accept": (Stage.APPROVED, (_reviews, _is_untouched)),
    "publish": (Stage.ACCEPTED, (_publishes, _is_untouched)),
    "resume": (Stage.SUSPENDED, (_publishes, _is_untouched)),
}


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
        return self.filter(Q(stage__in=PUBLIC) | self.inside(user, on))

    def inside_for(self, user: User, on: date) -> "VersionQuerySet":
        """The twin of `perms.can_see_inside`."""
        return self.filter(self.inside(user, on))

    def inside(self, user: User, on: date) -> Q:
        """Whether it may be seen from inside, by what its row says."""
        mine = _mine(user, on)
        return Q(owner__in=mine.values("organization")) | ~Q(stage__in=OF_THE_OFFICE) & Q(Exists(mine.reviewing()))

    def of_office(self, user: User, on: date) -> "VersionQuerySet":
        """Cards of the agencies that the user belongs to."""
        return self.filter(owner__in=_mine(user, on).values("organization"))

    def of_offices(self, offices: Iterable[Organization]) -> "VersionQuerySet":
        """Cards of agencies that are known already: how many they have is no guess to the database then."""
        return self.filter(owner__in=offices)

    def editable_by(self, user: User, on: date) -> "VersionQuerySet":
        """The twin of `perms.can_edit`, of `can_submit` and of `can_discard`."""
        return self.filter(self.turn("edit", user, on))

    def approvable_by(self, user: User, on: date) -> "VersionQuerySet":
        """The twin of `perms.can_approve`."""
        return self.filter(self.turn("approve", user, on))

    def mendable_by(self, user: User, on: date) -> "VersionQuerySet":
        """The twin of `perms.can_mend`."""
        return self.filter(self.turn("mend", user, on))

    def acceptable_by(self, user: User, on: date) -> "VersionQuerySet":
        """The twin of `perms.can_accept`."""
        return self.filter(self.turn("accept", user, on))

    def returnable_by(self, user: User, on: date) -> "VersionQuerySet":
        """The twin of `perms.can_return`."""
        at_centre = Q(Exists(_mine(user, on).reviewing()), stage__in=[Stage.APPROVED, Stage.ACCEPTED])
        return self.filter(self.turn("approve", user, on) | at_centre & _is_untouched(self.model, user, on))

    def publishable_by(self, user: User, on: date) -> "VersionQuerySet":
        """The twin of `perms.can_publish`."""
        return self.filter(self.turn("publish", user, on))

    def resumable_by(self, user: User, on: date) -> "VersionQuerySet":
        """The twin of `perms.can_resume`."""
        return self.filter(self.turn("resume", user, on))

    def turn(self, step: str, user: User, on: date) -> Q:
        """Whether a version waits for a step that this person may take: conditions of its row, asked of no other row of
        the table but where a later version is looked for."""
        stage, conditions = TURNS[step]
        # The stage first: where this stands in a column, rows of other stages are asked nothing more.
        return Q(("stage", stage), *(condition(self.model, user, on) for condition in conditions))

    def confirmable_by(self, user: User, on: date) -> "VersionQuerySet":
        """The twin of `perms.can_confirm`."""
        answering = Membership.objects.of(user).in_force(on).filter(role__in=ANSWERING)
        return self.published().filter(owner__in=answering.values("organization"))

    def of_agency(self, agency: Organization | str) -> "VersionQuerySet":
        """Of an agency, given as itself or as its code."""
        column = "owner__code" if isinstance(agency, str) else "owner"
        return self.filter(**{column: agency})

    def of_family(self, code: str | None) -> "VersionQuerySet":
        """Of the main service and the sub-services whose IDs share a number with this one, in its order."""
        return self.of_main(code[4:8]) if code else self.none()

    def of_main(self, main: Any) -> "VersionQuerySet":
        return self.filter(service__given_id__main=main).order_by("service__given_id__sub", "service__given_id")

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
