"""Services in the order in which people need them: what one gives, another asks for. Pure."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from khedmat.core.persian import key
from khedmat.core.sequences import grouped

ISSUING = frozenset(key("صدور اعطای اعطا").split())
BESIDE = ISSUING | frozenset(key("و یا تمدید تجدید تعویض المثنی اصلاح لغو ابطال اولیه جدید تحویل").split())


class Link(NamedTuple):
    """One service gives the document that another asks for."""

    source: int
    target: int
    name: str


def given_by(title: str) -> str:
    """«صدور و تمدید گذرنامه» gives «گذرنامه»: what is left of a title behind its deeds, nothing where none issues."""
    words = key(title).split()
    if not ISSUING.intersection(words[:1]):
        return ""
    behind = next((place for place, word in enumerate(words) if word not in BESIDE), len(words))
    return " ".join(words[behind:])


def places(links: Iterable[Link]) -> dict[int, int]:
    """Each service and how many steps stand before it. A circle is entered at its oldest service."""
    waits: dict[int, set[int]] = defaultdict(set)
    for link in links:
        waits[link.target].add(link.source)
        waits.setdefault(link.source, set())
    found: dict[int, int] = {}
    while len(found) < len(waits):
        found |= dict.fromkeys(_ready(waits, found), max(found.values(), default=-1) + 1)
    return found


def _ready(waits: dict[int, set[int]], found: dict[int, int]) -> list[int]:
    left = [one for one in waits if one not in found]
    return [one for one in left if waits[one] <= found.keys()] or [min(left)]


def journeys(links: Iterable[Link]) -> list[list[Link]]:
    """The links parted into chains that have no service in common, the longest first."""
    found = sorted(set(links))
    above: dict[int, int] = {}
    for link in found:
        above[_top(above, link.source)] = _top(above, link.target)
    chains = grouped(found, by=lambda link: _top(above, link.source))
    return sorted(chains.values(), key=_longest_first)


def _top(above: dict[int, int], service: int) -> int:
    """The service that stands for a chain; the way to it is made shorter in passing."""
    while (next_up := above.get(service, service)) != service:
        above[service] = above.get(next_up, next_up)
        service = next_up
    return service


def _longest_first(chain: list[Link]) -> tuple[int, list[Link]]:
    return -len(chain), chain
