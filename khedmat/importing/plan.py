"""What an import would do with each document; writes nothing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from pathlib import Path

from khedmat.accounts.models import User
from khedmat.cards.canonical import content_of, paper_of
from khedmat.cards.form import Card, as_contract
from khedmat.cards.models import Service, ServiceVersion
from khedmat.importing.changes import changed
from khedmat.importing.clashes import Mark, resolve
from khedmat.importing.decisions import Decision, decide, paper_keys
from khedmat.importing.enums import What
from khedmat.importing.known import Known
from khedmat.importing.owners import Owner, Owners, Scope
from khedmat.importing.papers import Paper, papers
from khedmat.importing.walk import Place, places
from khedmat.organizations.models import Organization
from khedmat.permits.models import PermitList

A_BATCH = 200  # papers compared with the register at once: neither a query a file, nor all files in memory
Watch = Callable[[int, int], None]


@dataclass(frozen=True)
class Row:
    """One document: what would be done, and why."""

    path: Path
    what: What
    reason: str = ""
    kind: str | None = None
    title: str = ""
    agency: str = ""
    service: int | None = None
    changed: tuple[str, ...] = ()
    findings: dict[str, int] = field(default_factory=dict)
    part: int = 0
    file_sha256: str = ""
    digest: str = ""
    owner: int | None = None
    replaces: int | None = None
    marks: frozenset[Mark] = frozenset()


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
    for batch in _batches(all_places):
        rows += compared([paper for place in batch for paper in papers(place)], owners)
        watch(min(len(all_places), len(rows)), len(all_places))
    return Plan(scope, tuple(resolve(rows)))


def compared(batch: Sequence[Paper], owners: Owners) -> list[Row]:
    """Each paper beside the register as it stands now."""
    claims = [(paper, Owner() if paper.problem else owners.owner_of(paper)) for paper in batch]
    owned = [(paper, owner.organization) for paper, owner in claims if owner.organization]
    known = Known(owned, service=owners.scope.service)
    decisions = [_decision(paper, owner, known, owners.scope.service) for paper, owner in claims]
    bases = _bases(decisions)
    triples = zip(claims, decisions, strict=True)
    return [_row(paper, owner, decision, bases) for (paper, owner), decision in triples]


def _decision(paper: Paper, owner: Owner, known: Known, service: int | None) -> Decision:
    if not owner.organization:
        return Decision(What.REFUSE, paper.problem or owner.problem)
    return decide(paper, owner.organization, known, service)


def _row(paper: Paper, owner: Owner, decision: Decision, bases: dict[object, dict]) -> Row:
    moves = decision.what in (What.ADD, What.CHANGE)
    base = bases.get(_base_of(decision)) if decision.what == What.CHANGE else None
    return Row(
        path=paper.path,
        what=decision.what,
        reason=" ".join(filter(None, [decision.reason, owner.note if moves else ""])),
        kind=paper.kind,
        title=paper.title,
        agency=owner.organization.code if owner.organization else "",
        service=decision.service.service.pk if decision.service else None,
        changed=changed(base, _plain(paper)) if base else (),
        findings=paper.findings if moves else {},
        part=paper.part,
        file_sha256=paper.file_sha256,
        digest=paper.digest,
        owner=owner.organization.pk if owner.organization else None,
        replaces=decision.replaces.pk if decision.replaces else None,
        marks=_marks(paper, owner.organization, decision) if owner.organization else frozenset(),
    )


def _marks(paper: Paper, owner: Organization, decision: Decision) -> frozenset[Mark]:
    """What tells the service or the list of this paper from others of the batch."""
    if paper.kind == "permit_list":
        return frozenset((owner.pk, "row", *names) for names in paper_keys(paper))
    marks: set[Mark] = {(owner.pk, "code", paper.code) if paper.code else (owner.pk, "no code", paper.title_key)}
    marks.add((owner.pk, "title", paper.title_key))
    if decision.service:
        marks.add((owner.pk, "service", str(decision.service.service.pk)))
    return frozenset(marks)


def _base_of(decision: Decision) -> object:
    """What a change is compared with: the list it replaces, or the newest version of the service."""
    if decision.replaces:
        return "list", decision.replaces.pk
    newest = decision.service.draft or decision.service.newest if decision.service else None
    return "version", newest.pk if newest else None


def _bases(decisions: Sequence[Decision]) -> dict[object, dict]:
    """The contents of all that would change, in two queries."""
    wanted = [_base_of(decision) for decision in decisions if decision.what == What.CHANGE]
    pks = {kind: [pk for one, pk in wanted if one == kind] for kind in ("version", "list")}  # type: ignore[misc]
    versions = ServiceVersion.objects.filter(pk__in=pks["version"]).order_by("pk").values("pk", "content", "paper")
    lists = PermitList.objects.filter(pk__in=pks["list"]).order_by("pk").values("pk", "paper")
    found: dict[object, dict] = {("version", row["pk"]): {**row["paper"], "card": row["content"]} for row in versions}
    return found | {("list", row["pk"]): row["paper"] for row in lists}


def _plain(paper: Paper) -> dict:
    document = paper.document
    assert document is not None
    if paper.kind == "permit_list":
        return paper_of(document)
    return as_contract(document) | {"card": content_of(document.card or Card())}


def _batches(all_places: Sequence[Place]) -> Iterator[list[Place]]:
    rest = iter(all_places)
    while batch := list(islice(rest, A_BATCH)):
        yield batch
