"""What the templates of the editor are given."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise, SimpleLazyObject

from khedmat.cards.checking import traced_document
from khedmat.cards.form import Card, Document
from khedmat.cards.identity_state import IdentityState, identity_state
from khedmat.cards.models import ServiceVersion
from khedmat.cards.printing.drawing import draw
from khedmat.cards.rating import last_days, rated
from khedmat.cards.rules.identity import SHAPE
from khedmat.cards.rules.labels import field_label
from khedmat.cards.rules.not_applicable import MAY_NOT_APPLY
from khedmat.cards.threads import Thread, carried_to
from khedmat.web.desk.attachments.showing import with_files
from khedmat.web.desk.editor.charting import Chart, chart
from khedmat.web.desk.editor.fixing import buttons
from khedmat.web.desk.editor.matrix import Matrix, matrix
from khedmat.web.desk.editor.news import print_of
from khedmat.web.desk.editor.offered import Offered, offered_names, offered_papers
from khedmat.web.desk.editor.sections import Box, Section, owner_of
from khedmat.web.desk.editor.showing import Option, Page, Shown, boxes
from khedmat.web.desk.editor.stepping import steps
from khedmat.web.desk.editor.taking import Taken
from khedmat.web.desk.editor.titling import titles_for
from khedmat.web.desk.passing import passed_over, still_open
from khedmat.web.desk.standing import groups

NOTHING = Taken({}, {}, {})


class Told(NamedTuple):
    """A finding with its fixes: (value of the button, words on it)."""

    finding: Any
    fixes: list[tuple[str, str]]

    @property
    def field(self) -> str:
        return self.finding.field


class Pointed(NamedTuple):
    """A finding in the list beside the form, with the way to its box."""

    finding: Any
    title: Any
    goal: str


class Pointing(NamedTuple):
    """The findings of one weight."""

    severity: str
    label: Promise
    found: list[Pointed]
    is_open: bool


class Around(NamedTuple):
    """What boxes show of the rest of the card. The fields that a fragment does not show are made when they are."""

    version: ServiceVersion
    document: Document
    shown: Sequence[Shown]

    @property
    def card(self) -> Card:
        return self.document.card or Card()

    @property
    def identity(self) -> IdentityState:
        return identity_state(self.version)

    @property
    def states_code(self) -> bool:
        """Whether what the form says in the box of the ID is a code at all."""
        return bool(SHAPE.fullmatch(self.card.service_id or ""))

    @property
    def matrix(self) -> Matrix | None:
        return matrix(self.shown)

    @property
    def chart(self) -> Chart | None:
        return chart(self.shown)

    @property
    def drawing(self) -> Any:
        return draw(self.card.diagram)

    @property
    def names(self) -> Offered:
        rows = [*self.card.external_inquiries, *self.document.inquiries]
        named = [self.card.executive_agency, self.card.parent_agency, *(row.agency for row in rows)]
        return offered_names(named, timezone.localdate())

    @property
    def titles(self) -> list[Option]:
        return titles_for(self.version)

    @property
    def papers(self) -> list[str]:
        return offered_papers()

    @property
    def permits(self) -> list[str]:
        """The titles of form 1."""
        return list(dict.fromkeys(filter(None, (permit.title for permit in self.document.permits))))


class Standing(NamedTuple):
    """A draft with where its values were read and what the rules say."""

    version: ServiceVersion
    document: Document
    findings: Sequence[Any]


def standing_of(version: ServiceVersion) -> Standing:
    return Standing(version, traced_document(version), list(version.findings.for_page()))


def context(request: HttpRequest, section: Section, standing: Standing, *, taken: Taken = NOTHING) -> dict[str, Any]:
    """The page of a section; `taken`: what was typed and could not be kept."""
    version, document, kept = standing
    findings = still_open(kept)
    here = [found for found in findings if _is_here(found, section)]
    told = list(map(Told, here, buttons(here, document)))
    threads = SimpleLazyObject(partial(_left_open, version))  # a keystroke shows none
    page = Page(document, told, taken.raws, taken.errors, (request.GET.get("more", ""),), threads, passed_over(kept))
    shown, query = boxes(section, page, may_not_apply=MAY_NOT_APPLY), request.GET.urlencode()
    nav = steps(section, findings, said=page.said, undecided=document.undecided)
    score = rated(version, findings, days=last_days(version), on=timezone.localdate())
    with_source = bool(request.GET.get("source")) and version.source_file_id is not None
    seen = print_of(document, findings, errors=taken.errors, steps=nav, score=score)
    return {
        "version": version,
        "section": section,
        "steps": nav,
        "boxes": shown,
        "around": Around(version, document, shown),
        "findings": findings,
        "score": score,
        "pointing": partial(pointing, version, section, findings, query=query),
        "has_later": any(one.is_folded for one in shown),
        "errors": [(one.box.path, one.box.title) for one in shown if one.errors],
        "clashes": [],
        "with_source": with_source,
        "query": query,
        "seen": seen,
        "is_news": with_source or request.POST.get("seen") != seen,
    }


def _left_open(version: ServiceVersion) -> Mapping[str, Thread]:
    threads = carried_to(version)
    with_files(threads.values())
    return threads


def _is_here(found: Any, section: Section) -> bool:
    owner = owner_of(found.field)
    return owner is not None and owner[0] == section


def pointing(version: ServiceVersion, here: Section, findings: Sequence[Any], *, query: str) -> list[Pointing]:
    """All findings of the card, the heaviest first, each with the way to its box, also on another page."""
    goal = {"version": version.pk, "here": here, "query": f"?{query}" if query else ""}
    return [
        Pointing(group.severity, group.label, [_pointed(found, goal) for found in group.findings], group.is_open)
        for group in groups(findings)
    ]


def _pointed(found: Any, goal: Mapping[str, Any]) -> Pointed:
    owner = owner_of(found.field)
    if owner is None:
        return Pointed(found, field_label(found.field) or found.field, "")
    section, box = owner
    page = reverse("web:desk-edit", args=[goal["version"], section.slug]) + goal["query"]
    return Pointed(found, _title(found, box), f"{'' if section == goal['here'] else page}#box-{box.path}")


def _title(found: Any, box: Box) -> Any:
    """What speaks of a group of boxes («card.stages») is led to the first of them, under the name of the group."""
    return field_label(found.field) if f"card.{box.path}".startswith(f"{found.field}.") else box.title
