"""How electronic a service is for whoever takes it, 0–100, and what would spare each visit. Pure.

index = Σ weight × points ÷ Σ weight, over the stages of section 6 that say something; none where no stage does.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol, get_args

from khedmat.cards.vocabulary import StageName

INDEX_VERSION = "1"
WEIGHTS: dict[str, int] = {"information": 20, "request": 35, "production": 15, "delivery": 30}
WHOLE, CHOICE, PARTLY, NOT = 100, 75, 50, 0
POINTS: dict[tuple[bool, bool, bool], int] = {  # (electronic, on paper, one must come): points
    (True, False, False): WHOLE,
    (True, True, False): CHOICE,  # one may come, and need not
    (True, False, True): PARTLY,
    (True, True, True): PARTLY,
    (False, True, False): NOT,
    (False, True, True): NOT,
    (False, False, True): NOT,
}
AT_A_DESK = frozenset({"counter_office", "counter_office_like"})  # somebody else's computer: one still goes there
UNSAID = "unsaid"


class Stage(Protocol):
    """A stage of section 6, as the form has it or as its row."""

    electronic: bool | None
    non_electronic: bool | None
    channels: Sequence[str]
    visit_reasons: Sequence[str]


class Removal(NamedTuple):
    """A visit at a stage, why one must come (`unsaid` where no reason is ticked), and the index `without` it."""

    stage: str
    reason: str
    without: int


def points(stage: Stage) -> int | None:
    """Of one stage; None where its boxes say nothing."""
    found = POINTS.get((bool(stage.electronic), bool(stage.non_electronic), bool(stage.visit_reasons)))
    return min(found, PARTLY) if found and _is_at_a_desk(stage) else found


def _is_at_a_desk(stage: Stage) -> bool:
    """All its channels are offices that one goes to."""
    return bool(stage.channels) and AT_A_DESK.issuperset(stage.channels)


def index(stages: Mapping[str, Stage]) -> int | None:
    """Of a service, by the names of its stages."""
    return _mean({name: points(stage) for name, stage in stages.items()})


def _mean(found: Mapping[str, int | None]) -> int | None:
    said = {name: value for name, value in found.items() if value is not None}
    whole = sum(WEIGHTS[name] for name in said)
    return round(sum(WEIGHTS[name] * value for name, value in said.items()) / whole) if whole else None


def removals(stages: Mapping[str, Stage]) -> list[Removal]:
    """Each visit that somebody must make, the one that weighs most first."""
    found = {name: points(stage) for name, stage in stages.items()}
    visits = [name for name, value in found.items() if value is not None and value <= PARTLY]
    rows = [
        Removal(name, reason, _mean(found | {name: WHOLE}) or WHOLE)
        for name in visits
        for reason in (*stages[name].visit_reasons,) or (UNSAID,)
    ]
    return sorted(rows, key=lambda row: -row.without)


def named(stages: object) -> dict[str, Stage]:
    """The stages of a card by their names, in printed order."""
    return {name: getattr(stages, name) for name in get_args(StageName)}
