"""The plan of an upload as a person reads it: a row a document, with the way to its draft and to a comparison."""

from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from khedmat.cards.models import ServiceVersion
from khedmat.cards.rules.labels import field_label
from khedmat.core.persian import persian_digits
from khedmat.core.sequences import count, unique
from khedmat.importing.enums import What
from khedmat.importing.outcome import Result
from khedmat.importing.plan import Plan
from khedmat.importing.row import Row
from khedmat.web.desk.standing import COUNTED, TONES_OF_SEVERITY

MOST_BOXES = 6
TONES = {What.ADD: "good", What.CHANGE: "mind", What.LEAVE: "plain", What.REFUSE: "seal"}


class Shown(NamedTuple):
    """`draft` is the one that this service has; `boxes` in which the file differs from what it would change."""

    row: Row
    draft: ServiceVersion | None
    boxes: list[str]

    @property
    def tone(self) -> str:
        return TONES[self.row.what]

    @property
    def findings(self) -> list[tuple[str, str]]:
        """Tone and words of each severity that the rules would find."""
        found = self.row.findings
        return [
            (TONES_OF_SEVERITY[code], f"{persian_digits(found[code])} {COUNTED[code]}")
            for code in COUNTED
            if found.get(code)
        ]

    @property
    def more(self) -> int:
        """Boxes beyond those that are named."""
        return max(len(self.boxes) - MOST_BOXES, 0)

    @property
    def few(self) -> list[str]:
        return self.boxes[:MOST_BOXES]

    @property
    def may_differ(self) -> bool:
        """A draft that says something else: the two can be laid side by side."""
        return bool(self.draft and self.row.digest and self.draft.sha256 != self.row.digest)


def shown(plan: Plan) -> list[Shown]:
    """In the order of the file."""
    drafts = drafts_of(filter(None, map(attrgetter("service"), plan.rows)))
    return [Shown(row, drafts.get(row.service or 0), _boxes(row)) for row in plan.rows]


def drafts_of(services: Iterable[int]) -> dict[int, ServiceVersion]:
    """Service → the draft that it has."""
    versions = ServiceVersion.objects.drafts().filter(service__in=list(services))
    return {version.service_id: version for version in versions.only("service", "number", "title", "sha256")}


def _boxes(row: Row) -> list[str]:
    return unique(field_label(path) or path for path in row.changed)


def writes(plan: Plan) -> int:
    """How many drafts would be written."""
    return count(attrgetter("writes"), plan.rows)


def has_nothing_to_ask(plan: Plan) -> bool:
    """One card that nobody knows yet, and nothing that a person should hear first."""
    if len(plan.rows) != 1:
        return False
    return plan.rows[0].what == What.ADD and not plan.rows[0].reason


def only_version(results: Iterable[Result]) -> ServiceVersion | None:
    """The draft that came of it, if exactly one did."""
    made = [result.version for result in results if result.version]
    return made[0] if len(made) == 1 else None


def refusals(results: Iterable[Result], plan: Plan) -> list[str]:
    """What was to be written and was refused at that."""
    asked = {row.part for row in plan.rows if row.writes}
    return [f"«{one.row.title}»: {one.row.reason}" for one in results if one.row.part in asked and one.row.is_refused]
