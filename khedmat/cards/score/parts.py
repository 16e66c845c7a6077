"""What a score is made of. Points are counted in tenths, so that sums are exact."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

TENTHS = 10


class Found(Protocol):
    """A finding, fresh from the rules or kept with a version."""

    @property
    def rule(self) -> str: ...
    @property
    def severity(self) -> str: ...
    @property
    def field(self) -> str: ...
    @property
    def message(self) -> str: ...


class Loss(NamedTuple):
    """Tenths of a point that are lost, why, and the box where they are won back."""

    points: int
    why: str
    path: str | None = None


class Part(NamedTuple):
    """One of the five parts. `points` of `of` tenths; what is lost is the sum of the losses, to the tenth."""

    code: str
    label: str
    points: int
    of: int
    losses: tuple[Loss, ...]


class Score(NamedTuple):
    """`total` in whole points, never rounded up; None while something blocks publication."""

    parts: tuple[Part, ...]
    total: int | None
    version: str


def part(code: str, label: str, *, of: int, losses: Iterable[Loss]) -> Part:
    """The part with what is left, the heaviest loss first."""
    heaviest = tuple(sorted(losses, key=lambda loss: -loss.points))
    return Part(code, label, of - sum(loss.points for loss in heaviest), of, heaviest)
