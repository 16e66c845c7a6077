"""Whether cards bear titles that stand confirmed: the one answer for sending, approving, suggesting and importing."""

from collections.abc import Iterable, Mapping

from django.db.models import Exists, OuterRef, Q, QuerySet

from khedmat.cards.foreknown import foreknown
from khedmat.cards.models import DeclaredTitle, ServiceVersion, TitleList
from khedmat.core.persian import squeeze

TITLE = "card.title"


def confirmed_letters(agencies: Iterable[int], titles: Iterable[str]) -> dict[int, set[str]]:
    """Agency → those of the titles, as letters, that stand on its confirmed list; who has no list is not there."""
    lists = dict(TitleList.objects.confirmed().filter(agency__in=agencies).values_list("pk", "agency"))
    wanted = {squeeze(title) for title in titles}
    found: dict[int, set[str]] = {agency: set() for agency in lists.values()}
    rows = DeclaredTitle.objects.filter(title_list__in=lists, letters__in=wanted).values_list("title_list", "letters")
    for title_list, letters in rows:
        found[lists[title_list]].add(letters)
    return found


def is_outside(title: str, agency: int, confirmed: Mapping[int, set[str]]) -> bool:
    """A card without a title lacks a title, not a confirmation; an agency without a list confirmed none yet."""
    return bool(squeeze(title)) and agency in confirmed and squeeze(title) not in confirmed[agency]


def outside_the_lists(versions: Iterable[ServiceVersion]) -> dict[int, bool]:
    """Version → whether its title is outside the confirmed list of its agency; in two questions for all of them."""
    versions = list(versions)
    confirmed = confirmed_letters({one.service.owner_id for one in versions}, [one.title for one in versions])
    return {one.pk: is_outside(one.title, one.service.owner_id, confirmed) for one in versions}


def with_answers(versions: QuerySet[ServiceVersion]) -> QuerySet[ServiceVersion]:
    """Each with the answer beside it: a page asks nothing more for it. An action fetches its version anew."""
    confirmed = DeclaredTitle.objects.confirmed_of(OuterRef("owner"))
    bearing = confirmed.filter(letters=OuterRef("title_key__letters"))
    has_list = Exists(TitleList.objects.confirmed().filter(agency=OuterRef("owner")))
    return versions.annotate(is_title_outside=~Q(title_key="") & has_list & ~Exists(bearing))


def bears_confirmed(version: ServiceVersion) -> bool:
    return not foreknown(version, "is_title_outside", lambda: outside_the_lists([version])[version.pk])


def may_bear(version: ServiceVersion, title: str) -> bool:
    """Whether the next text of this service may be called so."""
    agency = version.service.owner_id
    return not is_outside(title, agency, confirmed_letters([agency], [title]))
