"""Which boxes of a card are answered, and what stands against the card."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from khedmat.cards.form import Document
from khedmat.cards.rules.labels import field_label
from khedmat.cards.rules.not_applicable import is_excused
from khedmat.cards.rules.reading import card_of
from khedmat.cards.rules.recommended import says
from khedmat.cards.score.parts import Found, Loss
from khedmat.cards.score.weights import BOXES, PERMITS, SHARE, Question

FORMS = ("permits", "inquiries")
_HEAVIEST = list(SHARE)


class Answers:
    """A card with its findings, looked at once for all parts."""

    def __init__(self, document: Document, findings: Iterable[Found]) -> None:
        self.document = document
        self.findings: Sequence[Found] = sorted(findings, key=lambda found: _HEAVIEST.index(found.severity))
        self._known: dict[str, bool] = {}

    @cached_property
    def is_blocked(self) -> bool:
        return any(found.severity == "B" for found in self.findings)

    @cached_property
    def placeholders(self) -> list[str]:
        return [found.field for found in self.findings if found.rule == "K03"]

    def answered(self, path: str) -> bool:
        """Something is said, and no placeholder; or why the box does not apply."""
        if path not in self._known:
            self._known[path] = is_excused(self.document, path) or self._is_said(path)
        return self._known[path]

    def _is_said(self, path: str) -> bool:
        is_printed = any(f"{field}.".startswith(f"{path}.") for field in self.placeholders)
        return not is_printed and says(card_of(self.document), path)

    def empty_boxes(self) -> Iterator[Loss]:
        """A loss for each box of the form without an answer."""
        silent = ((path, points) for path, points in BOXES.items() if not self.answered(path))
        return (Loss(points, f"«{field_label(path)}» پاسخی ندارد.", path) for path, points in silent)

    def lost(self, question: Question) -> Iterator[Loss]:
        """What a question loses: all of it where a box it needs says nothing, else by its heaviest finding."""
        if empty := next((path for path in question.boxes if not self.answered(path)), None):
            why = f"تا «{field_label(empty)}» پاسخی ندارد، معلوم نیست که {question.label}."
            yield Loss(question.points, why, empty)
        elif broken := next(filter(lambda found: self._is_of(question, found), self.findings), None):
            points = -(-question.points * SHARE[broken.severity] // SHARE["B"])
            yield Loss(points, broken.message, broken.field)

    def _is_of(self, question: Question, found: Found) -> bool:
        """All that is found in forms 1 and 2 belongs to one question, and only where the service leads to a permit."""
        if question is PERMITS:
            leads = card_of(self.document).leads_to_permit
            return bool(leads) and (found.rule in question.rules or found.field.startswith(FORMS))
        return found.rule in question.rules and not found.field.startswith(FORMS) and _is_weighed(found)


def _is_weighed(found: Found) -> bool:
    """Spelling and jargon count in boxes that count themselves: filling in any other box costs nothing."""
    return found.rule not in ("K01", "K02") or any(f"{found.field}.".startswith(f"{path}.") for path in BOXES)
