"""Two people changed one box: both texts side by side, and the person chooses."""

import json
from typing import Any, NamedTuple

from khedmat.cards.editing import Clash
from khedmat.cards.models import Edit, ServiceVersion
from khedmat.web.desk.editor.plainly import plainly
from khedmat.web.desk.editor.saving import Outcome
from khedmat.web.desk.editor.sections import Section, owner_of, title_of


class Side(NamedTuple):
    """A box with what each wrote, in words, and who changed it when."""

    path: str
    title: str
    mine: str
    theirs: str
    edit: Edit | None


def conflicts(outcome: Outcome, section: Section) -> dict[str, Any]:
    """The context of the conflict page."""
    return {
        "version": outcome.version,
        "section": section,
        "sides": [_side(outcome.version, clash) for clash in outcome.clashes],
        "mine": json.dumps({clash.path: clash.mine for clash in outcome.clashes}, ensure_ascii=False),
        "unkept": json.dumps({path: outcome.taken.raws[path] for path in outcome.taken.errors}, ensure_ascii=False),
    }


def _side(version: ServiceVersion, clash: Clash) -> Side:
    last = version.edits.filter(changes__has_key=clash.path).select_related("by").order_by("-revision").first()
    owner = owner_of(clash.path)
    title = str(title_of(clash.path, owner[1])) if owner else clash.path
    return Side(clash.path, title, plainly(clash.path, clash.mine), plainly(clash.path, clash.theirs), last)
