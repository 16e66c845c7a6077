"""What the page of one box of a copy shows: both values, the fields of the editor, what could not be kept."""

from typing import Any, NamedTuple

from khedmat.cards.copies.effective import effective
from khedmat.cards.copies.writing import seen_print
from khedmat.cards.editing import written
from khedmat.cards.form import Document
from khedmat.cards.models import LocalCopy
from khedmat.web.desk.copies.saying import said, title_of
from khedmat.web.desk.editor.offered import offered_papers
from khedmat.web.desk.editor.sections import SECTIONS, Section
from khedmat.web.desk.editor.showing import Page, boxes
from khedmat.web.desk.editor.taking import Taken

EDITOR_BOXES = {box.path: box for section in SECTIONS for box in section.boxes}
STAGE = "desk/copies/_stage.html"


class Outcome(NamedTuple):
    """What is shown again when nothing was kept: sentences, what was typed, and what is wrong in it."""

    sentences: list[str]
    taken: Taken


NOTHING = Outcome([], Taken({}, {}, {}))


def section_of(name: str) -> Section:
    """A page of the editor that holds this box alone."""
    return Section("copy", "", title_of(name), (EDITOR_BOXES[name],))


def _typed(document: Document, taken: Taken) -> Document:
    """As the page stood when it was sent: one wrong number does not undo the rest."""
    try:
        return written(document, taken.said)
    except ValueError:
        return document


def context(copy: LocalCopy, name: str, outcome: Outcome, *, more: str) -> dict[str, Any]:
    """What the page of a box is given. `more`: a list that wants another row."""
    template = copy.compared_with.document
    current = effective(template, copy.overrides)
    page = Page(_typed(current, outcome.taken), (), outcome.taken.raws, outcome.taken.errors, (more,))
    (shown,) = boxes(section_of(name), page, may_not_apply=())
    return {
        "copy": copy,
        "name": name,
        "title": title_of(name),
        "shown": shown,
        "layout": STAGE if name.startswith("stages.") else shown.box.layout,
        "around": {"papers": offered_papers, "version": None},
        "national": said(name, template),
        "own": said(name, current),
        "is_own": name in copy.overrides,
        "seen": seen_print(copy, name),
        "sentences": outcome.sentences,
        "errors": list(outcome.taken.errors.values()),
    }
