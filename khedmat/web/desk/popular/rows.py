"""Popular names as a list shows them: with their steps, and what this person may do."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import OuterRef, Prefetch, Subquery

from khedmat.accounts.models import User
from khedmat.cards.enums import PUBLIC, NameStage
from khedmat.cards.models import NameStep, PopularName, Service, ServiceVersion
from khedmat.cards.models.popular import PopularNameQuerySet
from khedmat.cards.models.queries import VersionQuerySet
from khedmat.cards.popular.perms import is_names_steward
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Membership

TONES = {NameStage.PROPOSED: "mind", NameStage.IN_FORCE: "good", NameStage.REFUSED: "seal"}


class Shown(NamedTuple):
    """A name with its steps; `title` is that of the published card. Buttons are for those who may press them."""

    name: PopularName
    steps: list[NameStep]
    title: str
    may_decide: bool
    may_remove: bool

    @property
    def tone(self) -> str:
        return TONES.get(NameStage(self.name.stage), "plain")


def for_list(names: PopularNameQuerySet, order: Sequence[str] = ("letters", "pk")) -> PopularNameQuerySet:
    steps = Prefetch("steps", queryset=NameStep.objects.select_related("by").order_by("pk"), to_attr="told")
    title = _published(OuterRef("service")).values("title")[:1]
    found = names.select_related("service__owner").prefetch_related(steps).annotate(title=Subquery(title))
    return found.order_by(*order)


def rows_of(names: PopularNameQuerySet, user: User, on: date) -> list[Shown]:
    return list(shown(for_list(names), user, on))


def shown(names: Iterable[PopularName], user: User, on: date) -> Iterable[Shown]:
    """Two questions about the person, whatever the rows."""
    is_steward = is_names_steward(user, on)
    mine = set(Membership.objects.of(user).in_force(on).values_list("organization", "role"))
    for name in names:
        owner, steps = name.service.owner_id, list(getattr(name, "told", []))
        decides = is_steward or (owner, Role.APPROVER) in mine
        is_own = any(step.by_id == user.pk and step.stage == NameStage.PROPOSED for step in steps)
        waits, stands = name.stage == NameStage.PROPOSED, name.stage in (NameStage.PROPOSED, NameStage.IN_FORCE)
        yield Shown(
            name,
            steps,
            getattr(name, "title", None) or "",
            may_decide=waits and decides and not is_own,
            may_remove=stands and (decides or (owner, Role.AUTHOR) in mine),
        )


def title_of(service: Service) -> str:
    """Of the card that was published last; nothing if none ever was."""
    return _published(service).values_list("title", flat=True).first() or ""


def _published(service: object) -> VersionQuerySet:
    return ServiceVersion.objects.filter(service=service, stage__in=PUBLIC).order_by("-number")
