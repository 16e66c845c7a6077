"""A whole page, as guarded as the check of a link: for those who read it."""

from typing import NamedTuple

from khedmat.cards.enums import LinkWhy
from khedmat.cards.links.exchange import Manners, ask
from khedmat.cards.links.target import target
from khedmat.cards.links.trying import Last, followed, why_of

MOST_OF_A_PAGE = 2 * 1024**2


class Fetched(NamedTuple):
    """`address`: where the page was in the end. The body is empty unless the page answered."""

    why: LinkWhy
    status: int | None
    address: str
    body: bytes

    @property
    def is_cut(self) -> bool:
        return len(self.body) >= MOST_OF_A_PAGE


def fetch(address: str, manners: Manners) -> Fetched:
    """Never raises for what the other side does."""
    last = Last()
    why = why_of(lambda: followed(target(address), lambda here: ask("GET", here, manners, keep=MOST_OF_A_PAGE), last))
    body = last.answer.body if last.answer and why == LinkWhy.ANSWERED else b""
    return Fetched(why, last.status, str(last.here or address), body)
