"""Papers beside the register as it stands now: what would be done with each, and what tells it from the others."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from operator import attrgetter, itemgetter
from typing import NamedTuple

from khedmat.importing.bases import Bases, bases_of
from khedmat.importing.decision import Decision
from khedmat.importing.decisions import decide, paper_keys
from khedmat.importing.doubtful import doubtful_boxes
from khedmat.importing.enums import What
from khedmat.importing.known import Known
from khedmat.importing.owners import Owners
from khedmat.importing.packing import packed
from khedmat.importing.paper import Paper
from khedmat.importing.row import Mark, Row
from khedmat.importing.scope import Owner
from khedmat.importing.sentences import NEAR_ID, UNDECLARED
from khedmat.organizations.models import Organization


class Case(NamedTuple):
    """A paper, whose it is, and what to do with it."""

    paper: Paper
    owner: Owner
    decision: Decision

    @property
    def row(self) -> Row:
        paper, owner, decision = self
        return Row(
            path=paper.path,
            what=decision.what,
            reason=decision.reason,
            kind=paper.kind,
            title=paper.title,
            code=paper.code,
            part=paper.part,
            file_sha256=paper.file_sha256,
            digest=paper.digest,
            service=decision.service_pk,
            replaces=decision.replaces,
            marks=_marks(self),
            agency=getattr(owner.organization, "code", ""),
            owner=getattr(owner.organization, "pk", None),
        )


def cases_of(papers: Sequence[Paper], owners: Owners) -> list[Case]:
    """In the order of the papers."""
    claims = list(map(owners.owner_of, papers))
    organizations = map(attrgetter("organization"), claims)
    owned = list(filter(itemgetter(1), zip(papers, organizations, strict=True)))
    return list(map(partial(_decided, Known(owned, service=owners.scope.service)), papers, claims))


def _decided(known: Known, paper: Paper, owner: Owner) -> Case:
    if not owner.organization:
        return Case(paper, owner, Decision(What.REFUSE, owner.problem))
    decision = decide(paper, owner.organization, known)
    notes = [_near(known, paper, owner.organization), _undeclared(known, paper, owner.organization)]
    reason = " ".join(filter(None, [decision.reason, owner.note, *notes]))
    return Case(paper, owner, decision._replace(reason=reason))


def _near(known: Known, paper: Paper, owner: Organization) -> str:
    """The register proves which ID was meant, or nothing is said: an ID is never padded or cut."""
    near = known.nearest_code(paper, owner)
    return NEAR_ID % {"found": paper.damaged_code, "code": near[0], "title": near[1]} if near else ""


def _undeclared(known: Known, paper: Paper, owner: Organization) -> str:
    """The draft keeps the title that was written; whoever imports hears now what its author will be refused for."""
    return UNDECLARED % {"title": paper.title} if known.is_title_outside(paper, owner) else ""


def compared(papers: Sequence[Paper], owners: Owners) -> list[Row]:
    """A row a paper, with all that the operator is shown and the writing needs."""
    cases = cases_of(papers, owners)
    bases = bases_of(list(map(attrgetter("decision"), cases)))
    return list(map(partial(_detailed, bases), cases))


def due(papers: Sequence[Paper], owners: Owners) -> list[Row]:
    """The same for what is written at once: nobody looks at what the rules would say of it."""
    return list(map(_packed, cases_of(papers, owners)))


def _packed(case: Case) -> Row:
    row, document = case.row, case.paper.document
    return replace(row, packed=packed(document)) if row.writes and document else row


def _detailed(bases: Bases, case: Case) -> Row:
    """Details only for what is written: rules and comparison cost more than all the rest."""
    row, document = case.row, case.paper.document
    if not row.writes or document is None:
        return row
    found, doubts = case.paper.findings, len(doubtful_boxes(document))
    changed = bases.changed(case.decision, document)
    return replace(row, findings=found, doubts=doubts, changed=changed, packed=packed(document))


def _marks(case: Case) -> frozenset[Mark]:
    """What tells the service or the list of this paper from others of the batch."""
    if not case.owner.organization:
        return frozenset()
    marks = _list_marks(case) if case.paper.kind == "permit_list" else _card_marks(case)
    return frozenset((case.owner.organization.pk, *mark) for mark in marks)


def _list_marks(case: Case) -> list[Mark]:
    return [("row", *names) for names in paper_keys(case.paper)]


def _card_marks(case: Case) -> list[Mark]:
    return card_marks(case.paper.code, case.paper.letters, case.decision.service_pk)


def card_marks(code: str, letters: str, service: int | None) -> list[Mark]:
    """What a card is told by among cards of one agency."""
    known: list[Mark] = [("service", str(service))] if service else []
    return [("code", code) if code else ("no code", letters), ("title", letters), *known]
