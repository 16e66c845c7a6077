"""What an import does with one paper, in a sentence for the operator."""

from typing import NamedTuple

from django.utils.functional import Promise

from khedmat.core.persian import persian_digits
from khedmat.importing.enums import What
from khedmat.importing.holdings import KnownService


class Decision(NamedTuple):
    """`service` and `replaces` are what a change is about."""

    what: What
    reason: str = ""
    service: KnownService | None = None
    replaces: int | None = None

    @property
    def service_pk(self) -> int | None:
        return self.service.service.pk if self.service else None

    @property
    def version_pk(self) -> int | None:
        """Of the draft or the newest version of the service."""
        return getattr(self.service.current, "pk", None) if self.service else None


def say(what: What, sentence: Promise, **facts: object) -> Decision:
    """Numbers in Persian digits; a code of eleven digits stays as it is typed."""
    return Decision(what, str(sentence) % {name: _shown(fact) for name, fact in facts.items()})


def _shown(fact: object) -> object:
    return persian_digits(fact) if isinstance(fact, int) else fact
