"""Services of an agency whose titles look like a new one: so that nobody fills in the same card twice."""

from typing import NamedTuple

from rapidfuzz import fuzz, process

from khedmat.cards.models import ServiceVersion
from khedmat.core.persian import key, squeeze
from khedmat.organizations.models import Organization

NEAR = 80  # likeness of two titles, 0–100, whatever the order of their words
MOST = 5
LONGEST = 300


class Alike(NamedTuple):
    """The newest version of a service; `is_same`: only spaces and half-spaces differ."""

    version: ServiceVersion
    is_same: bool


def alike(owner: Organization, title: str) -> list[Alike]:
    """Best first; a title without a letter is like none."""
    letters = squeeze(title)[:LONGEST]
    newest = newest_of(owner)
    titles = {pk: version.title_key for pk, version in newest.items()}
    found = process.extract(key(title)[:LONGEST], titles, scorer=fuzz.token_sort_ratio, score_cutoff=NEAR, limit=MOST)
    best = [newest[pk] for _title, _likeness, pk in found] if letters else []
    same = [version for version in newest.values() if version.title_key.replace(" ", "") == letters]
    return [Alike(version, version in same) for version in dict.fromkeys([*same, *best]) if version.title_key]


def newest_of(owner: Organization) -> dict[int, ServiceVersion]:
    """Key → the last version of each service, without its content."""
    kept = ServiceVersion.objects.kept().filter(owner=owner)
    versions = kept.order_by("service", "-number").distinct("service")
    light = versions.only("title", "title_key", "stated_id", "stage", "number", "service")
    return {version.pk: version for version in light}
