"""Published services as entries of the index: a batch at a time, three questions each, whatever there is."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from khedmat.cards.models import PopularName, ServiceVersion
from khedmat.cards.models.queries import VersionQuerySet
from khedmat.permits.models import PermitForm
from khedmat.search.entry import Entry

A_BATCH = 500
# Only these boxes of the form are searched: who filled it in and account numbers stand in none of them.
TEXTS = ("audience", "system_name", "life_event_text", "start_trigger_text")
SAID: dict[bool | None, tuple[str, ...]] = {None: (), True: ("yes",), False: ("no",)}
Terms = dict[int, tuple[str, ...]]


def entries() -> Iterator[Entry]:
    """All of them, in the order of their versions; memory stays flat."""
    last = 0
    while batch := list(_wide(ServiceVersion.objects.filter(pk__gt=last)).order_by("pk")[:A_BATCH]):
        yield from _of(batch)
        last = batch[-1].pk


def entries_of(services: Sequence[int]) -> Iterator[Entry]:
    """Of those among these services that are published now."""
    for start in range(0, len(services), A_BATCH):
        chunk = services[start : start + A_BATCH]
        yield from _of(list(_wide(ServiceVersion.objects.filter(service__in=chunk)).order_by("pk")))


def _wide(versions: VersionQuerySet) -> VersionQuerySet:
    owner = "service__owner"
    found: VersionQuerySet = versions.published().select_related(f"{owner}__parent", f"{owner}__place")
    return found.defer("paper", "search_text")


def _of(batch: Sequence[Any]) -> Iterator[Entry]:
    services = [version.service_id for version in batch]
    names = _terms(PopularName.objects.in_force().filter(service__in=services).order_by("pk"), "service", "term")
    rows = PermitForm.objects.filter(version__in=[version.pk for version in batch]).order_by("pk")
    permits = _terms(rows, "version", "title")
    for version in batch:
        yield _entry(version, names.get(version.service_id, ()), permits.get(version.pk, ()))


def _terms(rows: Any, key: str, text: str) -> Terms:
    found: dict[int, dict[str, None]] = defaultdict(dict)
    for one, said in rows.values_list(key, text):
        found[one][said] = None
    return {one: tuple(filter(None, said)) for one, said in found.items()}


def _entry(version: Any, names: tuple[str, ...], permits: tuple[str, ...]) -> Entry:
    owner, content = version.service.owner, version.content
    said = (content.get(box) for box in TEXTS)
    return Entry(
        key=version.service_id,
        title=version.title,
        number=version.service.code or "",
        agency=owner.name,
        parent=owner.parent.name if owner.parent else "",
        description=version.description,
        names=names,
        papers=_list(content, "documents"),
        laws=_list(content, "laws"),
        permits=permits,
        audience=" ".join(filter(None, said)),
        facets=_facets(version, bool(permits)),
    )


def _list(content: dict[str, Any], box: str) -> tuple[str, ...]:
    return tuple(filter(None, content.get(box) or ()))


def _facets(version: Any, has_permit: bool) -> dict[str, tuple[str, ...]]:
    """By the names that the filters of the list have in the address."""
    owner = version.service.owner
    place = (owner.place.code,) if owner.place else ()
    return boxes(version) | {"agency_code": (owner.code,), "place": place, "permit": SAID[has_permit]}


def boxes(version: Any) -> dict[str, tuple[str, ...]]:
    """What results are counted by, as the card itself says it."""
    return {
        "type": tuple(version.service_type),
        "level": tuple(version.level),
        "event": tuple(version.life_events),
        "electronic": SAID[version.is_electronic],
        "free": SAID[version.cost_free],
    }
