"""Whether an address leads anywhere: HEAD, then GET where HEAD is not understood; redirects are followed by hand."""

import socket
from collections.abc import Callable
from http.client import HTTPException
from ssl import SSLError
from time import monotonic
from typing import NamedTuple

from khedmat.cards.enums import LinkOutcome, LinkWhy
from khedmat.cards.links.exchange import Answer, Manners, Private, ask
from khedmat.cards.links.target import Malformed, Target, next_hop, target

MOST_HOPS = 5
REDIRECTS = (301, 302, 303, 307, 308)
NO_SUCH_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}  # elsewise our own resolver is ill
BROKEN = (LinkWhy.NOT_FOUND, LinkWhy.GONE, LinkWhy.NO_NAME)
OF_STATUS: dict[int, LinkWhy] = {404: LinkWhy.NOT_FOUND, 410: LinkWhy.GONE}


class Seen(NamedTuple):
    """What came of one try; `status` is the last one that a server gave."""

    why: LinkWhy
    status: int | None
    ms: int

    @property
    def outcome(self) -> LinkOutcome:
        if self.why == LinkWhy.ANSWERED:
            return LinkOutcome.FINE
        return LinkOutcome.BROKEN if self.why in BROKEN else LinkOutcome.DOUBTFUL


def look(address: str, manners: Manners) -> Seen:
    """Never raises for what the other side does."""
    began, last = monotonic(), Last()
    why = why_of(lambda: followed(target(address), lambda here: _asked(here, manners), last))
    return Seen(why, last.status, round((monotonic() - began) * 1000))


class Last:
    """The last answer on the way and whose it was, also of a way that ends nowhere."""

    here: Target | None = None
    answer: Answer | None = None

    @property
    def status(self) -> int | None:
        return self.answer.status if self.answer else None


def why_of(follow: Callable[[], LinkWhy]) -> LinkWhy:
    try:
        return follow()
    except Malformed:
        return LinkWhy.MALFORMED
    except Private:
        return LinkWhy.PRIVATE
    except socket.gaierror as error:
        return LinkWhy.NO_NAME if error.errno in NO_SUCH_NAME else LinkWhy.RESOLVER
    except (SSLError, TimeoutError, OSError, HTTPException, ValueError) as error:
        return _of_line(error)


def _of_line(error: Exception) -> LinkWhy:
    if isinstance(error, SSLError):
        return LinkWhy.TLS
    return LinkWhy.TIMEOUT if isinstance(error, TimeoutError) else LinkWhy.LINE


def followed(here: Target, asked: Callable[[Target], Answer], last: Last) -> LinkWhy:
    """Each hop is taken apart, resolved and looked at like the first."""
    for _hop in range(MOST_HOPS + 1):
        answer = asked(here)
        last.here, last.answer = here, answer
        if answer.status not in REDIRECTS or not answer.location:
            return _of_status(answer.status)
        here = next_hop(here, answer.location)
    return LinkWhy.REDIRECTS


def _asked(here: Target, manners: Manners) -> Answer:
    """Servers that answer HEAD with an error often answer GET with the page."""
    answer = ask("HEAD", here, manners)
    return answer if answer.status < 400 else ask("GET", here, manners)


def _of_status(status: int) -> LinkWhy:
    if status < 400:
        return LinkWhy.ANSWERED
    return OF_STATUS.get(status, LinkWhy.SERVER if status >= 500 else LinkWhy.REFUSED)
