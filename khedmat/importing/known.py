"""What the register already holds of the services and lists that a batch of papers speaks of: a few queries for all."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Prefetch, Q

from khedmat.cards.enums import Stage
from khedmat.cards.models import Service, ServiceVersion
from khedmat.core.persian import squeeze
from khedmat.importing.models import Intake
from khedmat.importing.papers import Paper, letters_of
from khedmat.organizations.models import Organization
from khedmat.permits.models import PermitForm, PermitList

Owned = tuple[Paper, Organization]
RowKey = tuple[str, str]
NEEDED = ("service", "number", "stage", "title", "title_key", "stated_id", "sha256")


@dataclass
class KnownService:
    """A service with its versions by number, and what imports made of it, oldest first."""

    service: Service
    versions: list[ServiceVersion]
    intakes: list[Intake]

    def is_meant_by(self, code: str, letters: str) -> bool:
        """By title; a form with an ID only where neither the service nor this version of it has one."""
        titled = [version for version in self.versions if letters and letters_of(version.title_key) == letters]
        if not code:
            return bool(titled)
        return self.service.code is None and any(not version.stated_id for version in titled)

    def bears(self, code: str) -> bool:
        return self.service.code == code or any(version.stated_id == code for version in self.versions)

    @property
    def draft(self) -> ServiceVersion | None:
        return next((version for version in self.versions if version.stage == Stage.DRAFT), None)

    @property
    def newest(self) -> ServiceVersion | None:
        return self.versions[-1] if self.versions else None

    @property
    def is_edited_since(self) -> bool:
        """Whether the draft says something else than the last import made of it: a person wrote it."""
        made = [intake.sha256 for intake in self.intakes if self.draft and intake.version_id == self.draft.pk]
        return bool(self.draft and (not made or made[-1] != self.draft.sha256))

    def took_last(self, paper: Paper) -> bool | None:
        """Whether this very file is the last that was taken in; None when it never was."""
        files = [(intake.file.sha256, intake.part) for intake in self.intakes]
        this = (paper.file_sha256, paper.part)
        return files[-1] == this if this in files else None

    def version_that_says(self, digest: str) -> ServiceVersion | None:
        return next((version for version in reversed(self.versions) if version.sha256 == digest), None)


@dataclass
class KnownList:
    """A list of permits with the rows it is told by."""

    row: PermitList
    is_replaced: bool
    keys: set[RowKey] = field(default_factory=set)
    files: set[tuple[str, int]] = field(default_factory=set)


class Known:
    """The register, as far as these papers speak of it."""

    def __init__(self, owned: Sequence[Owned], *, service: int | None = None) -> None:
        cards = [(paper, owner) for paper, owner in owned if paper.kind == "service_card"]
        lists = [owner for paper, owner in owned if paper.kind == "permit_list"]
        self.asked = service
        self._services = _services(cards, service)
        self._lists = _lists(lists)
        self._holders = _holders(cards)

    def services(self, paper: Paper, owner: Organization) -> list[KnownService]:
        """The one that was asked for, else what `Service.objects.meant_by` finds, without a query."""
        own = self._services[owner.pk]
        if self.asked:
            return [known for known in own if known.service.pk == self.asked]
        if paper.code and (by_code := [known for known in own if known.bears(paper.code)]):
            return by_code
        return [known for known in own if known.is_meant_by(paper.code, paper.letters)]

    def holder(self, code: str) -> Service | None:
        """Whoever bears this ID in the register, of any agency."""
        return self._holders.get(code)

    def lists(self, owner: Organization) -> list[KnownList]:
        return self._lists[owner.pk]


def _services(cards: Sequence[Owned], service: int | None) -> dict[int, list[KnownService]]:
    codes = {paper.code for paper, _ in cards} - {""}
    titles = {paper.letters for paper, _ in cards} - {""}
    meant = Q(code__in=codes) | Q(versions__stated_id__in=codes) | Q(versions__title_key__letters__in=titles)
    wanted = Q(owner__in={owner.pk for _, owner in cards}) & meant | Q(pk=service)
    versions = Prefetch("versions", ServiceVersion.objects.only(*NEEDED).order_by("number"))
    found = Service.objects.filter(wanted).distinct().order_by("pk").prefetch_related(versions) if cards else []
    intakes = _intakes(one.pk for one in found)
    known: dict[int, list[KnownService]] = defaultdict(list)
    for one in found:
        known[one.owner_id].append(KnownService(one, list(one.versions.all()), intakes[one.pk]))
    return known


def _intakes(services: Iterable[int]) -> dict[int, list[Intake]]:
    found: dict[int, list[Intake]] = defaultdict(list)
    rows = Intake.objects.filter(version__service__in=list(services)).select_related("file", "version")
    for intake in rows.defer("version__content", "version__paper", "version__search_text").order_by("pk"):
        if intake.version:
            found[intake.version.service_id].append(intake)
    return found


def _holders(cards: Sequence[Owned]) -> dict[str, Service]:
    codes = {paper.code for paper, _ in cards} - {""}
    found = Service.objects.filter(code__in=codes).select_related("owner").order_by("pk")
    return {service.code: service for service in found if service.code}


def row_keys(rows: Iterable[tuple[str | None, str | None]]) -> set[RowKey]:
    """What permits are told by: title and action."""
    return {(words, action or "") for title, action in rows if (words := squeeze(title or ""))}


def _lists(owners: Sequence[Organization]) -> dict[int, list[KnownList]]:
    own = PermitList.objects.filter(organization__in={owner.pk for owner in owners})
    replaced = set(own.exclude(replaces=None).order_by("pk").values_list("replaces", flat=True))
    known = {row.pk: KnownList(row, row.pk in replaced) for row in own.defer("paper").order_by("pk")}
    rows = PermitForm.objects.filter(permit_list__in=known).order_by("pk")
    for pk, title, action in rows.values_list("permit_list", "title", "action"):
        known[pk].keys |= row_keys([(title, action)])
    taken = Intake.objects.filter(permit_list__in=known).order_by("pk")
    for pk, sha256, part in taken.values_list("permit_list", "file__sha256", "part"):
        known[pk].files.add((sha256, part))
    found: dict[int, list[KnownList]] = defaultdict(list)
    for one in known.values():
        found[one.row.organization_id].append(one)
    return found
