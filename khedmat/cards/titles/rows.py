"""The rows of a list in the order of people, and which service of the register each of them is."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.db.models import F, Value
from django.db.models.functions import Replace

from khedmat.cards.enums import Stage
from khedmat.cards.models import DeclaredTitle, Service, ServiceVersion, TitleList
from khedmat.core.sequences import grouped


class Place(NamedTuple):
    """A row with its number among its neighbours."""

    row: DeclaredTitle
    number: int


def arranged(rows: Iterable[DeclaredTitle]) -> list[Place]:
    """Each service with its sub-services below it."""
    families = grouped(sorted(rows, key=lambda row: (row.order, row.pk)), by=lambda row: row.parent_id)
    return list(_arranged(families))


def _arranged(families: dict[int | None, list[DeclaredTitle]]) -> Iterator[Place]:
    for number, main in enumerate(families.get(None, []), start=1):
        yield Place(main, number)
        yield from (Place(part, place) for place, part in enumerate(families.get(main.pk, []), start=1))


def put_at(row: DeclaredTitle, place: int) -> None:
    """Among those of its own parent; the others move up or down."""
    siblings = list(DeclaredTitle.objects.filter(title_list=row.title_list_id, parent=row.parent_id).for_list())
    others = [one for one in siblings if one.pk != row.pk]
    others.insert(max(place - 1, 0), row)
    moved = [(one, order) for order, one in enumerate(others, start=1) if one.order != order]
    for one, order in moved:
        one.order = order
    DeclaredTitle.objects.bulk_update([one for one, _order in moved], ["order"])


def linked(titles: TitleList, rows: list[DeclaredTitle]) -> list[DeclaredTitle]:
    """The rows with the service that each of them is: by the ID, else by the letters of the newest title."""
    by_code, by_letters = services_of(titles)
    for row in rows:
        row.service_id = row.service_id or by_code.get(row.stated_id) or by_letters.get(row.letters)
    return rows


def services_of(titles: TitleList) -> tuple[dict[str, int], dict[str, int]]:
    """ID → service and letters of the title → service, of all services of the agency."""
    coded = Service.objects.filter(owner=titles.agency_id).exclude(code=None)
    newest = ServiceVersion.objects.filter(owner=titles.agency_id).exclude(stage__in=[Stage.REPLACED, Stage.DISCARDED])
    letters = newest.annotate(plain=Replace(F("title_key"), Value(" "), Value(""))).order_by("service", "number")
    codes = {service.code or "": service.pk for service in coded}
    return codes, {plain: pk for plain, pk in letters.values_list("plain", "service") if plain}
