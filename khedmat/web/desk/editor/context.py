"""What the templates of the editor are given."""

from typing import Any, NamedTuple

from django.http import HttpRequest

from khedmat.cards.checking import traced_document
from khedmat.cards.fixes import fixes_of
from khedmat.cards.form import Document
from khedmat.cards.models import ServiceVersion
from khedmat.cards.rules.not_applicable import MAY_NOT_APPLY
from khedmat.web.desk.editor.sections import SECTIONS, Section, owner_of
from khedmat.web.desk.editor.showing import Page, boxes
from khedmat.web.desk.editor.taking import Taken
from khedmat.web.desk.standing import groups
from khedmat.web.drawing import draw

NOTHING = Taken({}, {}, {})


class Told(NamedTuple):
    """A finding with its fixes: (value of the button, words on it)."""

    finding: Any
    fixes: list[tuple[str, str]]

    @property
    def field(self) -> str:
        return self.finding.field


class Step(NamedTuple):
    """A page in the list of pages, with how many blockers and questions wait there."""

    section: Section
    is_here: bool
    blockers: int
    answers: int


def context(
    request: HttpRequest, version: ServiceVersion, section: Section, *, taken: Taken = NOTHING
) -> dict[str, Any]:
    """The page of a section; `taken`: what was typed and could not be kept."""
    document, findings = traced_document(version), list(version.findings.order_by("order"))
    more = (request.GET.get("more", ""),)
    page = Page(document, [_told(found, document) for found in findings], taken.raws, taken.errors, more)
    return {
        "version": version,
        "section": section,
        "steps": steps(section, findings),
        "boxes": boxes(section, page, may_not_apply=MAY_NOT_APPLY),
        "groups": groups(findings),
        "findings": findings,
        "errors": taken.errors,
        "drawing": draw(document.card.diagram) if document.card and section.slug == "processes" else None,
        "processes": document.card.processes if document.card else [],
        "with_source": bool(request.GET.get("source")) and version.source_file_id is not None,
        "query": request.GET.urlencode(),
    }


def _told(found: Any, document: Document) -> Told:
    fixes = enumerate(fixes_of(found, document))
    return Told(found, [(f"{found.rule}|{found.field}|{number}", fix.label) for number, fix in fixes])


def steps(here: Section, findings: list[Any]) -> list[Step]:
    """All pages in printed order."""
    owners = [(owner[0], found.severity) for found in findings if (owner := owner_of(found.field))]
    return [
        Step(section, section == here, owners.count((section, "B")), owners.count((section, "A")))
        for section in SECTIONS
    ]
