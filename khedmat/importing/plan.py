"""What an import would do with each document; writes nothing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from khedmat.accounts.models import User
from khedmat.cards.canonical import content_of, paper_of
from khedmat.cards.form import Card, as_contract
from khedmat.cards.models import Service, ServiceVersion
from khedmat.importing.changes import changed
from khedmat.importing.clashes import resolve
from khedmat.importing.decisions import Decision, decide, paper_keys
from khedmat.importing.enums import What
from khedmat.importing.known import Known
from khedmat.importing.owners import Owner, Owners, Scope
from khedmat.importing.papers import Paper, papers
from khedmat.importing.row import Mark, Row
from khedmat.importing.walk import Place, places
from khedmat.organizations.models import Organization
from khedmat.permits.models import PermitList

A_BATCH = 200  # papers compared with the register at once: neither a query a file, nor all files in memory
Watch = Callable[[int, int], None]


@dataclass(frozen=True)
class Plan:
    """All rows in the order of the files; `scope` is what was asked."""

    scope: Scope
    rows: tuple[Row, ...]

    @property
    def counts(self) -> dict[str, int]:
        return {what.value: sum(row.what == what for row in self.rows) for what in What}


def plan(
    paths: Iterable[Path],
    *,
    on: date,
    agency: Organization | None = None,
    service: Service | None = None,
    author: User | None = None,
    watch: Watch = lambda done, total: None,
) -> Plan:
    """Of files and folders. `service` is what the forms are about where their title cannot say it."""
    if service and agency and agency.pk != service.owner_id:
        raise ValueError("the service belongs to another agency")
    scope = Scope(on, agency or (service.owner if service else None), service.pk if service else None, author)
    owners, all_places = Owners.of(scope), places(paths)
    rows: list[Row] = []
    for done, batch in _batches(all_places):
        rows += compared([paper for place in batch for paper in papers(place)], owners)
        watch(done, len(all_places))
    return Plan(scope, tuple(resolve(rows)))


def compared(batch: Sequence[Paper], owners: Owners) -> list[Row]:
    """Each paper beside the register as it stands now."""
    claims = [(paper, Owner() if paper.problem else owners.owner_of(paper)) for paper in batch]
    owned = [(paper, owner.organization) for paper, owner in claims if owner.organization]
    known = Known(owned, service=owners.scope.service)
    decisions = [_decision(paper, owner, known) for paper, owner in claims]
    bases = _bases(decisions)
    rows = [_row(paper, owner, decision) for (paper, owner), decision in zip(claims, decisions, strict=True)]
    return [
        _detailed(row, paper, bases.get(_base_of(decision))) if row.writes else row
        for row, paper, decision in zip(rows, batch, decisions, strict=True)
    ]


def _decision(paper: Paper, owner: Owner, known: Known) -> Decision:
    if not owner.organization:
        return Decision(What.REFUSE, paper.problem or owner.problem)
    decision = decide(paper, owner.organization, known)
    return decision._replace(reason=" ".join(filter(None, [decision.reason, owner.note])))


def _row(paper: Paper, owner: Owner, decision: Decision) -> Row:
    row = Row(
        path=paper.path,
        what=decision.what,
        reason=decision.reason,
        kind=paper.kind,
        title=paper.title,
        part=paper.part,
        file_sha256=paper.file_sha256,
        digest=paper.digest,
        service=decision.service.service.pk if decision.service else None,
        replaces=decision.replaces.pk if decision.replaces else None,
    )
    if not owner.organization:
        return row
    marks = _marks(paper, owner.organization, decision)
    return replace(row, agency=owner.organization.code, owner=owner.organization.pk, marks=marks)


def _detailed(row: Row, paper: Paper, base: dict | None) -> Row:
    """Only for what is written: rules and comparison cost more than all the rest."""
    return replace(row, findings=paper.findings, changed=changed(base, _plain(paper)) if base else ())


def _marks(paper: Paper, owner: Organization, decision: Decision) -> frozenset[Mark]:
    """What tells the service or the list of this paper from others of the batch."""
    if paper.kind == "permit_list":
        return frozenset((owner.pk, "row", *names) for names in paper_keys(paper))
    marks: set[Mark] = {(owner.pk, "code", paper.code) if paper.code else (owner.pk, "no code", paper.letters)}
    marks.add((owner.pk, "title", paper.letters))
    if decision.service:
        marks.add((owner.pk, "service", str(decision.service.service.pk)))
    return frozenset(marks)


def _base_of(decision: Decision) -> tuple[str, int] | None:
    """What a change is compared with: the list it replaces, the draft, or the newest version of the service."""
    if decision.what != What.CHANGE:
        return None
    if decision.replaces:
        return "list", decision.replaces.pk
    newest = decision.service.draft or decision.service.newest if decision.service else None
    return ("version", newest.pk) if newest else None


def _bases(decisions: Sequence[Decision]) -> dict[tuple[str, int] | None, dict]:
    """The contents of all that would change, in two queries."""
    pks: dict[str, list[int]] = {"version": [], "list": []}
    for base in map(_base_of, decisions):
        if base:
            pks[base[0]].append(base[1])
    versions = ServiceVersion.objects.filter(pk__in=pks["version"]).order_by("pk").values("pk", "content", "paper")
    lists = PermitList.objects.filter(pk__in=pks["list"]).order_by("pk").values("pk", "paper")
    found: dict[tuple[str, int] | None, dict] = {
        ("version", row["pk"]): {**row["paper"], "card": row["content"]} for row in versions
    }
    found |= {("list", row["pk"]): row["paper"] for row in lists}
    return found


def _plain(paper: Paper) -> dict:
    document = paper.document
    assert document is not None
    if paper.kind == "permit_list":
        return paper_of(document)
    return as_contract(document) | {"card": content_of(document.card or Card())}


def _batches(all_places: Sequence[Place]) -> Iterator[tuple[int, Sequence[Place]]]:
    """With how many files are behind after each."""
    for start in range(0, len(all_places), A_BATCH):
        batch = all_places[start : start + A_BATCH]
        yield start + len(batch), batch
