"""What a rule is that the form alone cannot decide: it sees the version, its document and the day."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, TypeVar

from khedmat.cards.form import Document
from khedmat.cards.looking import Looked
from khedmat.cards.models import ServiceVersion
from khedmat.cards.rules.rule import Breach, Entry

T = TypeVar("T")


class Asked(NamedTuple):
    """A version with its traced document, looked at on a day. The version's service and owner are fetched.

    `together`: all that are looked at in one go, this one among them.
    """

    version: ServiceVersion
    document: Document
    on: date
    together: "Together"

    def once(self, ask: "Callable[[Sequence[Asked]], T]") -> T:
        """The answer to one question about all of them, asked for the first and kept for the others."""
        return self.together.answer(ask)


class Together:
    """Versions that are looked at in one go: thousands of drafts are written without a question a draft and rule."""

    def __init__(self, looked: Iterable[Looked], *, on: date) -> None:
        self.asked = [Asked(one.version, one.document, on, self) for one in looked]
        self._answers: dict[Callable[[Sequence[Asked]], Any], Any] = {}

    def answer(self, ask: Callable[[Sequence[Asked]], T]) -> T:
        if ask not in self._answers:
            self._answers[ask] = ask(self.asked)
        answer: T = self._answers[ask]
        return answer


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingRule(Entry):
    """An entry beside those of the engine.

    Its condition may ask the database: one small question `once` for all, or one a published version.
    """

    condition: Callable[[Asked], Iterable[Breach]]
