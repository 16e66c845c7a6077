"""From what the pages show to the state of each published service."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import urljoin

from khedmat.cards.enums import OnPortal
from khedmat.cards.portal.recording import ServiceSeen
from khedmat.core.sequences import grouped
from khedmat.embedding.listing import Entry
from khedmat.embedding.portal.expected import STRANGER, Expected, Sighting
from khedmat.embedding.portal.reading import OnPage

BEST_FIRST = (OnPortal.CURRENT, OnPortal.OLD, OnPortal.NUMBERED, OnPortal.NAMED)
MOST_STRANGERS = 50


class Judged(NamedTuple):
    services: list[ServiceSeen]
    strangers: list[str]


def judge(expected: Expected, pages: Mapping[str, OnPage], code: str) -> Judged:
    """`pages`: address → what stands there; `code`: of the agency, whose live frame shows everything as it is today."""
    by_key = grouped(_rows(pages), by=lambda row: row[1].key)
    live = next((address for address, page in pages.items() if code in page.live), "")
    services = [
        _titled(_judged(entry, by_key.get(entry.number, []), live), entry, expected) for entry in expected.entries
    ]
    return Judged(services, _strangers(by_key))


def _rows(pages: Mapping[str, OnPage]) -> Iterator[tuple[str, Sighting]]:
    return ((address, one) for address, page in pages.items() for one in page.seen)


def _strangers(keys: Iterable[str]) -> list[str]:
    return sorted(key.removeprefix(STRANGER) for key in keys if key.startswith(STRANGER))[:MOST_STRANGERS]


def _titled(seen: ServiceSeen, entry: Entry, expected: Expected) -> ServiceSeen:
    """Of a title that several bear nobody can say whether it stands beside this ID."""
    return seen._replace(is_titled=True) if expected.is_shared(entry) else seen


def _judged(entry: Entry, seen: Iterable[tuple[str, Sighting]], live: str) -> ServiceSeen:
    missing = ServiceSeen(entry.service, entry.code or "", entry.title, OnPortal.MISSING, is_sub=entry.is_sub)
    if live:
        return missing._replace(state=OnPortal.CURRENT, version=entry.version, page=live)
    rows = sorted(seen, key=_best_first)
    return missing._replace(**_of_best(rows)) if rows else missing


def _best_first(row: tuple[str, Sighting]) -> int:
    return BEST_FIRST.index(row[1].state)


def _of_best(rows: list[tuple[str, Sighting]]) -> dict[str, Any]:
    """The best state, with the first link that any of them has."""
    page, best = rows[0]
    is_titled = any(one.is_title for _page, one in rows)
    said = {"state": best.state, "version": best.version, "page": page, "is_titled": is_titled}
    return said | {"link": next((urljoined(page, one.link) for page, one in rows if one.link), "")}


def urljoined(page: str, link: str) -> str:
    """Whole, as a browser would; what is no address stays as it was written."""
    try:
        return urljoin(page, link)
    except ValueError:
        return link
