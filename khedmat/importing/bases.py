"""What a change is compared with: the list it replaces, the draft, or the newest version of the service."""

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from khedmat.cards.canonical import content_of, paper_of
from khedmat.cards.form import Document
from khedmat.cards.models import ServiceVersion
from khedmat.importing.changes import changed
from khedmat.importing.decision import Decision
from khedmat.importing.enums import What
from khedmat.permits.models import PermitList

Said = dict[str, Any]


class Bases(NamedTuple):
    """What lists and versions say, by their number."""

    lists: Mapping[int | None, Said]
    versions: Mapping[int | None, Said]

    def changed(self, decision: Decision, document: Document) -> tuple[str, ...]:
        """The boxes in which the document differs from what it would change; none where it changes nothing."""
        base = self.lists.get(decision.replaces) or self.versions.get(decision.version_pk)
        return changed(base, _said(document)) if base else ()


def bases_of(decisions: Sequence[Decision]) -> Bases:
    """The contents of all that would change, in two queries; none where nothing would."""
    changes = list(filter(lambda decision: decision.what == What.CHANGE, decisions))
    if not changes:
        return Bases({}, {})
    lists = PermitList.objects.filter(pk__in=_numbers(changes, "replaces"))
    versions = ServiceVersion.objects.filter(pk__in=_numbers(changes, "version_pk"))
    return Bases(
        dict(lists.order_by("pk").values_list("pk", "paper")),
        {
            pk: {**paper, "card": card}
            for pk, paper, card in versions.order_by("pk").values_list("pk", "paper", "content")
        },
    )


def _numbers(changes: Sequence[Decision], name: str) -> set[int]:
    return set(filter(None, map(attrgetter(name), changes)))


def _said(document: Document) -> Said:
    card = {"card": content_of(document.card)} if document.card else {}
    return paper_of(document) | card
