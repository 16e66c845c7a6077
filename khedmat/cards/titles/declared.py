"""The titles that the cards of an agency may bear: those that its highest official confirmed."""

from collections.abc import Iterable

from khedmat.cards.models import DeclaredTitle, TitleList
from khedmat.cards.titles.rows import arranged
from khedmat.core.persian import squeeze
from khedmat.core.sequences import grouped
from khedmat.organizations.models import Organization


def declared_of(offices: Iterable[Organization]) -> dict[int, list[str]]:
    """Agency → its confirmed titles in the order of the list; agencies without a confirmed list are not there."""
    confirmed = TitleList.objects.confirmed().filter(agency__in=[office.pk for office in offices])
    titles = DeclaredTitle.objects.filter(title_list__in=confirmed).select_related("title_list").for_list()
    by_agency = grouped((place.row for place in arranged(titles)), by=lambda row: row.title_list.agency_id)
    return {agency: [row.title for row in rows] for agency, rows in by_agency.items()}


def as_declared(title: str, declared: Iterable[str]) -> str | None:
    """In the letters of the list, however it is spaced; None for a title that is not on it."""
    return {squeeze(one): one for one in declared}.get(squeeze(title))
