"""The pages of the editor in printed order: what is done, empty, doubtful or wrong on each."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.cards.editing import whole
from khedmat.web.desk.editor.sections import SECTIONS, Section, section_of

MARKS = {"filler": _("نام"), "permits": _("ف۱"), "inquiries": _("ف۲")}


class Step(NamedTuple):
    """A page in the list of pages, with how many blockers, questions and lost marks wait there."""

    section: Section
    is_here: bool
    is_empty: bool
    blockers: int
    answers: int
    doubts: int

    @property
    def mark(self) -> Promise | str:
        """What stands for a page that the form does not number."""
        return MARKS.get(self.section.slug, "")

    @property
    def is_done(self) -> bool:
        return not (self.is_empty or self.blockers or self.answers or self.doubts)


def steps(
    here: Section, findings: Sequence[Any], *, said: Mapping[str, Any], undecided: Collection[str] = ()
) -> list[Step]:
    """All pages."""
    weights = Counter((section_of(found.field), found.severity) for found in findings)
    doubts = Counter(section_of(whole(path)) for path in undecided)
    return [
        Step(
            section,
            is_here=section == here,
            is_empty=not _speaks(section, said),
            blockers=weights[section.slug, "B"],
            answers=weights[section.slug, "A"],
            doubts=doubts[section.slug],
        )
        for section in SECTIONS
    ]


def _speaks(section: Section, said: Mapping[str, Any]) -> bool:
    reasons = [f"not_applicable.card.{box.path}" for box in section.boxes]
    return any(said.get(path) is not None for path in [*section.leaves, *reasons])
