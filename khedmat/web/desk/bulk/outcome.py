"""A run as its page tells it: how far it is, and what became of each version."""

from typing import NamedTuple

from khedmat.cards.enums import BulkState
from khedmat.cards.models import BulkResult, BulkRun, ServiceVersion

TONES = {BulkState.RUNNING: "accent", BulkState.DONE: "good", BulkState.CANCELLED: "seal"}


class Outcome(NamedTuple):
    """The results in the order of the run, refusals first; `waiting`: those that were not reached."""

    run: BulkRun
    refused: list[BulkResult]
    done: list[BulkResult]
    waiting: list[ServiceVersion]

    @property
    def total(self) -> int:
        return len(self.run.versions)

    @property
    def reached(self) -> int:
        return len(self.refused) + len(self.done)

    @property
    def tone(self) -> str:
        return TONES[BulkState(self.run.state)]


def outcome(run: BulkRun) -> Outcome:
    place = {pk: number for number, pk in enumerate(run.versions)}
    found = run.results.select_related("version__service__owner").defer("version__content", "version__paper")
    results = sorted(found.order_by("pk"), key=lambda one: place[one.version_id])
    left = set(run.versions) - {one.version_id for one in results}
    waiting = ServiceVersion.objects.for_list().filter(pk__in=left)
    return Outcome(
        run,
        [one for one in results if not one.is_done],
        [one for one in results if one.is_done],
        sorted(waiting, key=lambda one: place[one.pk]),
    )
