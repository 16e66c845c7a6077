"""A version as a map of its sections: what each still wants, and the way to it."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.cards.editing import boxes_of, whole
from khedmat.cards.enums import Severity
from khedmat.cards.models import ServiceVersion
from khedmat.web.desk.editor.sections import SECTIONS, Box, Section, section_of
from khedmat.web.later import LATER

State = Literal["empty", "doubtful", "found", "whole"]
ANCHORS = {"identity": "s1", "specification": "s4", "details": "s5", "access": "s6", "systems": "s7"}
ANCHORS |= {"agencies": "s8", "processes": "s9"}
OF_OTHERS = {box.path for box in LATER}
STATES: dict[State, Promise] = {"empty": _("خالی"), "doubtful": _("ناروشن"), "found": _("با یافته"), "whole": _("کامل")}
TONES: dict[State, str] = {"empty": "plain", "doubtful": "mind", "found": "seal", "whole": "good"}


class Part(NamedTuple):
    """A section on the map; `filled` of `of` boxes hold something."""

    section: Section
    goal: str
    filled: int
    of: int
    blockers: int
    answers: int
    notes: int
    doubts: int

    @property
    def state(self) -> State:
        """The first that holds; notes ask for nothing."""
        states: tuple[tuple[State, bool], ...] = (
            ("doubtful", self.doubts > 0),
            ("empty", self.filled == 0),
            ("found", self.blockers + self.answers > 0),
            ("whole", True),
        )
        return next(state for state, holds in states if holds)

    @property
    def label(self) -> Promise:
        return STATES[self.state]

    @property
    def tone(self) -> str:
        return TONES[self.state]


def overview(version: ServiceVersion, findings: Sequence[Any], *, may_edit: bool) -> list[Part]:
    """Every section in printed order."""
    said = {path for path, value in boxes_of(version.document).items() if value is not None}
    found = Counter((section_of(whole(finding.field)), finding.severity) for finding in findings)
    doubts = Counter(section_of(whole(path)) for path in version.undecided)
    return [
        Part(
            section,
            _goal(version, section, may_edit=may_edit),
            sum(_is_filled(box, said) for box in section.boxes),
            sum(_is_filled(box, said) or _is_asked(box) for box in section.boxes),
            *(found[section.slug, severity] for severity in Severity.values),
            doubts[section.slug],
        )
        for section in SECTIONS
    ]


def _is_asked(box: Box) -> bool:
    """Of every agency: neither the box of the centre nor one that only other editions print."""
    return bool(box.leaves) and box.path not in OF_OTHERS


def _is_filled(box: Box, said: set[str]) -> bool:
    """A leaf says something, or the box does not apply, and why."""
    paths = {f"card.{box.path}", *box.leaves}
    return any(path in said or f"not_applicable.{path}" in said for path in paths)


def _goal(version: ServiceVersion, section: Section, *, may_edit: bool) -> str:
    """Its page of the editor, with the source beside it where there is one; its place on the annex for the others."""
    if not may_edit:
        return f"{reverse('web:desk-card', args=[version.pk])}#{ANCHORS.get(section.slug, section.slug)}"
    beside = "?source=1" if version.source_file_id else ""
    return reverse("web:desk-edit", args=[version.pk, section.slug]) + beside


def next_part(parts: Sequence[Part]) -> Part:
    """Where to go on: the first section that wants something, else the first."""
    return next((part for part in parts if part.state != "whole" and part.blockers + part.answers), parts[0])
