"""What would spare a visit, in words: one remedy for each reason of the form."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.cards import form
from khedmat.cards.electronic_index import INDEX_VERSION, Removal, index, named, points, removals
from khedmat.cards.vocabulary import VOCABULARY, label

REASONS: dict[str, Promise | str] = {
    **{code: said.fa for code, said in VOCABULARY["visit_reason"].items()},
    "unsaid": _("علت مراجعه گفته نشده"),
}
REMEDIES: dict[str, Promise] = {
    "identity": _("احراز هویت برخط به‌جای دیدن متقاضی"),
    "document": _("استعلام برخط مدرک از دستگاهی که آن را صادر کرده است"),
    "infrastructure": _("درگاهی برای انجام همین مرحله از راه دور"),
    "other": _("نوشتن علت در شناسنامه، تا راه برداشتن آن معلوم شود"),
    "unsaid": _("گفتن علت مراجعه در بخش ششم شناسنامه، یا برداشتن مراجعه"),
}


class Spared(NamedTuple):
    """A visit, why, what would spare it, and the index afterwards."""

    stage: str
    why: Promise | str
    remedy: Promise
    without: int


class Electronic(NamedTuple):
    """The index of a card as its page shows it."""

    value: int | None
    stages: list[tuple[str, int | None]]
    spared: list[Spared]
    version: str

    @property
    def start(self) -> int:
        """Where its bar begins, counted from the left: it grows from the right."""
        return 100 - (self.value or 0)


def electronic(card: form.Card) -> Electronic:
    stages = named(card.stages)
    shares = [(label("stage", name), points(stage)) for name, stage in stages.items()]
    return Electronic(index(stages), shares, list(map(_spared, removals(stages))), INDEX_VERSION)


def _spared(one: Removal) -> Spared:
    return Spared(label("stage", one.stage), REASONS[one.reason], REMEDIES[one.reason], one.without)
