"""One document of a file, and what it says of itself."""

from collections import Counter
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from khedmat.cards.form import Card, Document, Permit
from khedmat.cards.rules.engine import check
from khedmat.core.persian import key
from khedmat.core.sequences import first, unique


@dataclass(frozen=True, slots=True)
class Paper:
    """One document of a file, or why there is none to take in."""

    path: Path
    file_sha256: str = ""
    part: int = 0
    document: Document | None = None
    digest: str = ""
    problem: str = ""

    @property
    def kind(self) -> str | None:
        return getattr(self.document, "kind", None)

    @property
    def card(self) -> Card | None:
        return getattr(self.document, "card", None)

    @property
    def permits(self) -> list[Permit]:
        return getattr(self.document, "permits", [])

    @property
    def title(self) -> str:
        """Of the card, or of the first permit."""
        titled = [self.card] if self.card else self.permits
        return first(filter(None, map(attrgetter("title"), titled))) or ""

    @property
    def code(self) -> str:
        return getattr(self.card, "service_id", None) or ""

    @property
    def damaged_code(self) -> str:
        """The digits in the box of the ID where they are none: another number, or an ID with a slip in it."""
        warnings = getattr(self.document, "warnings", [])
        found = (warning.found or "" for warning in warnings if warning.code == "id_shape")
        return "".join(filter(str.isdigit, first(found) or ""))

    @property
    def media_type(self) -> str:
        return self.document.source.media_type if self.document else ""

    @property
    def url(self) -> str:
        return getattr(self.card, "url", None) or ""

    @property
    def letters(self) -> str:
        """What a title is told by, however its words are spaced."""
        return letters_of(key(self.title)[:300])

    @property
    def agency_names(self) -> list[str]:
        """Who provides it, in the form's words; a list of permits may name several."""
        named = [self.card.executive_agency] if self.card else map(attrgetter("organization"), self.permits)
        return unique(filter(None, named))

    @property
    def findings(self) -> dict[str, int]:
        """How many of each severity."""
        return dict(Counter(map(attrgetter("severity"), check(self.document)))) if self.document else {}


def letters_of(title_key: str) -> str:
    return title_key.replace(" ", "")
