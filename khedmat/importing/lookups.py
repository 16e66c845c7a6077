"""The register asked for all papers of a batch at once: a few queries, whatever their number."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from operator import attrgetter

from django.db.models import Prefetch, Q, QuerySet

from khedmat.cards.enums import Stage
from khedmat.cards.models import Service, ServiceVersion
from khedmat.core.sequences import grouped
from khedmat.importing.holdings import KnownList, KnownService, row_keys
from khedmat.importing.models import Intake
from khedmat.importing.paper import Paper
from khedmat.organizations.models import Organization
from khedmat.permits.models import PermitForm, PermitList

NEEDED = ("service", "number", "stage", "title", "title_key", "stated_id", "sha256")
HEAVY = ("version__content", "version__paper", "version__search_text")


def services_of(owners: Collection[Organization], cards: Sequence[Paper], *, asked: int | None) -> list[KnownService]:
    """All that any of these cards may mean, and the one that was asked for."""
    if not cards:
        return []
    titles = set(map(attrgetter("letters"), cards)) - {""}
    meant = _bearing(codes_of(cards)) | Q(versions__title_key__letters__in=titles)
    versions = Prefetch("versions", ServiceVersion.objects.kept().only(*NEEDED).order_by("number"))
    wanted = Service.objects.filter(Q(owner__in=owners) & meant | Q(pk=asked)).distinct()
    found = list(wanted.order_by("pk").prefetch_related(versions))
    intakes = _intakes_of(found)
    return [KnownService(one, list(one.versions.all()), intakes.get(one.pk, [])) for one in found]


def holders_of(cards: Sequence[Paper]) -> dict[str, Service]:
    """ID → the service that bears it, of any agency."""
    return Service.objects.select_related("owner").in_bulk(codes_of(cards), field_name="code")


def codes_held_by(owners: Collection[Organization]) -> Mapping[int, Mapping[str, str]]:
    """Owner → every ID that its services bear or their forms state → the title; nothing is asked for nobody."""
    found: dict[int, dict[str, str]] = defaultdict(dict)
    if owners:
        versions = ServiceVersion.objects.filter(owner__in=owners).order_by("service", "number")
        for owner, *codes, title in versions.values_list("owner", "service__code", "stated_id", "title"):
            found[owner] |= dict.fromkeys(filter(None, codes), title)
    return found


def codes_of(cards: Sequence[Paper]) -> set[str]:
    return set(map(attrgetter("code"), cards)) - {""}


def _bearing(codes: Collection[str]) -> Q:
    return Q(code__in=codes) | Q(versions__stated_id__in=codes)


def _intakes_of(services: Sequence[Service]) -> Mapping[int, list[Intake]]:
    """Of no service nothing is asked: most papers of a batch are of new ones."""
    made = Intake.objects.filter(version__service__in=services).exclude(version__stage=Stage.DISCARDED)
    rows = made.select_related("file", "version")
    return grouped(rows.defer(*HEAVY).order_by("pk") if services else (), by=attrgetter("version.service_id"))


def lists_of(owners: Collection[Organization]) -> list[KnownList]:
    """All lists of these agencies, with what their rows and files are told by; nothing is asked for nobody."""
    if not owners:
        return []
    own = PermitList.objects.filter(organization__in=owners).order_by("pk")
    replaced = set(own.exclude(replaces=None).values_list("replaces", flat=True))
    of_owners = Q(permit_list__organization__in=owners)
    rows = _by_list(PermitForm.objects.filter(of_owners), "title", "action")
    files = _by_list(Intake.objects.filter(of_owners), "file__sha256", "part")
    return [
        KnownList(one, one.pk in replaced, row_keys(rows[one.pk]), set(files[one.pk])) for one in own.defer("paper")
    ]


def _by_list(rows: QuerySet, *names: str) -> Mapping[int, list[tuple]]:
    found: dict[int, list[tuple]] = defaultdict(list)
    for pk, *values in rows.order_by("pk").values_list("permit_list", *names):
        found[pk].append(tuple(values))
    return found
