"""Whether the links beside an agency's services lead anywhere: a few of them, politely, within a bound of time."""

from collections.abc import Callable, Iterable
from time import monotonic, sleep
from typing import NamedTuple

from khedmat.cards.enums import LinkWhy
from khedmat.cards.portal.recording import ServiceSeen


class Manner(NamedTuple):
    """How links are asked. `site`: our own address, which is not; `rest`: seconds between two requests;
    `altogether`: after which the rest of the links is left alone.
    """

    ask: Callable[[str], LinkWhy]
    site: str
    rest: float = 1.0
    altogether: float = 120.0
    most: int = 60


def followed(services: Iterable[ServiceSeen], manner: Manner) -> list[ServiceSeen]:
    """Each address once."""
    kept = list(services)
    known = _asked([one.link for one in kept], manner)
    return [one._replace(why=known.get(one.link, "")) for one in kept]


def _asked(links: list[str], manner: Manner) -> dict[str, LinkWhy]:
    ours = [link for link in links if link.startswith(f"{manner.site}/")]
    known, ends = dict.fromkeys(ours, LinkWhy.ANSWERED), monotonic() + manner.altogether
    others = dict.fromkeys(filter(None, links)).keys() - known.keys()
    for address in sorted(others, key=links.index)[: manner.most]:
        if monotonic() < ends:
            known[address] = manner.ask(address)
            sleep(manner.rest)
    return known
