"""Which services rest on a law."""

from datetime import date

from django.db.models import Count, Exists, Q

from khedmat.accounts.models import User
from khedmat.cards.enums import Stage
from khedmat.cards.figures import figure
from khedmat.cards.models import CitedLaw, ServiceVersion
from khedmat.cards.models.queries import VersionQuerySet
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Membership
from khedmat.registers.enums import LawState
from khedmat.registers.models import LegalSource
from khedmat.registers.models.entry import EntryQuerySet
from khedmat.registers.perms import at_centre

ENDED = (LawState.REPLACED, LawState.REPEALED)


def standing() -> EntryQuerySet:
    found: EntryQuerySet = LegalSource.objects.standing().select_related("replaced_by")
    return found


def cited_by() -> dict[int, int]:
    """Law → how many published cards rest on it."""
    return figure("laws cited", _cited_by)


def _cited_by() -> dict[int, int]:
    rows = CitedLaw.objects.filter(version__stage=Stage.PUBLISHED).exclude(law=None).order_by()
    return dict(rows.values_list("law").annotate(Count("version", distinct=True)))


def citing(versions: VersionQuerySet, law: LegalSource) -> VersionQuerySet:
    return versions.filter(pk__in=CitedLaw.objects.filter(law=law).values("version"))


def resting_on(law: LegalSource) -> VersionQuerySet:
    """Published cards."""
    return citing(ServiceVersion.objects.published().for_list(), law)


def on_ended_laws(user: User, on: date) -> VersionQuerySet:
    """Published cards that rest on a law that ended: those of my agencies; for the legal steward those of all."""
    ended = CitedLaw.objects.filter(law__state__in=ENDED)
    mine = Membership.objects.of(user).in_force(on).values("organization")
    seen = Q(owner__in=mine) | Q(Exists(at_centre(user, Role.LEGAL_STEWARD, on)))
    return ServiceVersion.objects.published().for_list().filter(seen, pk__in=ended.values("version"))
