"""What the register already holds of the services and lists that a batch of papers speaks of."""

from collections.abc import Sequence
from operator import itemgetter

from khedmat.cards.identifiers import meant
from khedmat.cards.models import Service
from khedmat.cards.titles.bearing import confirmed_letters, is_outside
from khedmat.core.sequences import grouped
from khedmat.importing.holdings import KnownList, KnownService
from khedmat.importing.lookups import codes_held_by, holders_of, lists_of, services_of
from khedmat.importing.paper import Paper
from khedmat.organizations.models import Organization

Owned = tuple[Paper, Organization]


class Known:
    """The register, as far as these papers speak of it."""

    def __init__(self, owned: Sequence[Owned], *, service: int | None = None) -> None:
        papers = grouped(owned, by=lambda pair: pair[0].kind)
        cards, owners = _apart(papers.get("service_card", []))
        self._confirmed = confirmed_letters([owner.pk for owner in owners], [paper.title for paper in cards])
        _permits, list_owners = _apart(papers.get("permit_list", []))
        self.asked = service
        self._services = grouped(services_of(owners, cards, asked=service), by=lambda known: known.service.owner_id)
        self._lists = grouped(lists_of(list_owners), by=lambda known: known.row.organization_id)
        self._holders = holders_of(cards)
        damaged = [pair for pair in papers.get("service_card", []) if pair[0].damaged_code]
        self._codes = codes_held_by({owner for _paper, owner in damaged})

    def services(self, paper: Paper, owner: Organization) -> list[KnownService]:
        """The one that was asked for, else what `Service.objects.meant_by` finds, without a query."""
        own = self._services.get(owner.pk, [])
        if self.asked:
            return list(filter(lambda known: known.service.pk == self.asked, own))
        by_code = list(filter(lambda known: known.bears(paper.code), own))
        return by_code or list(filter(lambda known: known.is_meant_by(paper.code, paper.letters), own))

    def alien_holder(self, paper: Paper, owner: Organization) -> Service | None:
        """Whoever bears the paper's ID in the register and is not the service that the paper can be about."""
        holder = self._holders.get(paper.code)
        return holder if holder and self._is_alien(holder, owner) else None

    def is_title_outside(self, paper: Paper, owner: Organization) -> bool:
        """Outside the confirmed list of the agency: written as it came, and not sent so."""
        return paper.kind == "service_card" and is_outside(paper.title, owner.pk, self._confirmed)

    def nearest_code(self, paper: Paper, owner: Organization) -> tuple[str, str] | None:
        """ID and title of the one service of this agency whose ID the damaged one in the form can be a slip of."""
        held = self._codes.get(owner.pk, {})
        near = meant(paper.damaged_code, held) if paper.damaged_code else []
        return (near[0], held[near[0]]) if len(near) == 1 else None

    def _is_alien(self, holder: Service, owner: Organization) -> bool:
        return holder.owner_id != owner.pk or self.asked not in (None, holder.pk)

    def lists(self, owner: Organization) -> list[KnownList]:
        return self._lists.get(owner.pk, [])


def _apart(owned: Sequence[Owned]) -> tuple[list[Paper], set[Organization]]:
    return list(map(itemgetter(0), owned)), set(map(itemgetter(1), owned))
