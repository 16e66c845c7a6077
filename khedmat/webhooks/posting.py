"""One message to one server: looked at anew each time, ten seconds, 64 kB of answer, never led on to another place."""

from time import monotonic
from typing import NamedTuple

from django.conf import settings

from khedmat.cards.enums import LinkWhy
from khedmat.cards.links.exchange import Answer, Letter, Manners, ask
from khedmat.cards.links.target import Malformed, target
from khedmat.cards.links.trying import OF_STATUS, why_of

SECONDS = 10.0
KEPT = 300  # characters of an answer


class Posted(NamedTuple):
    """What came of it. `status` is None where no server answered."""

    why: LinkWhy
    status: int | None
    ms: int
    answer: str

    @property
    def has_arrived(self) -> bool:
        return self.why == LinkWhy.ANSWERED


def manners() -> Manners:
    return Manners(agent=f"Khedmat webhooks (+{settings.SITE_URL})", a_step=SECONDS, altogether=SECONDS)


def post(address: str, letter: Letter, how: Manners) -> Posted:
    """Never raises for what the other side does. Only 2xx is an arrival (Standard Webhooks, «Delivery success»)."""
    began, answers = monotonic(), list[Answer]()

    def asked() -> LinkWhy:
        if not address.startswith("https://"):
            raise Malformed(address)
        answers.append(ask("POST", target(address), how, keep=KEPT * 4, letter=letter))
        return _of_status(answers[0].status)

    why = why_of(asked)
    answer = answers[0] if answers else None
    ms = round((monotonic() - began) * 1000)
    return Posted(why, answer.status if answer else None, ms, _text(answer.body) if answer else "")


def _of_status(status: int) -> LinkWhy:
    if status // 100 == 2:
        return LinkWhy.ANSWERED
    if status // 100 == 3:
        return LinkWhy.REDIRECTS
    return OF_STATUS.get(status, LinkWhy.SERVER if status >= 500 else LinkWhy.REFUSED)


def _text(body: bytes) -> str:
    """What a person may read of it; PostgreSQL keeps no zero byte."""
    text = body.decode("utf-8", "replace")
    return "".join(one if one.isprintable() else " " for one in text)[:KEPT].strip()
