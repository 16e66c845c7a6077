"""What people searched for: folded words by day, so that agencies see what their services are called.

A result is followed by an address that carries the words with a signature of ours: no cookie, no script, no second
request. Any cache keeps the page; what it answers itself is not counted, so numbers are at least what happened. A
forged address counts nothing, and the canonical address of the page has no words.
"""

from datetime import date, timedelta

from django.core.signing import BadSignature, Signer
from django.db.models import F

from khedmat.cards.models import SearchDay
from khedmat.cards.models.popular import LONGEST_NAME
from khedmat.core.persian import key

MOST_WORDS, MOST_ROWS, SHORTEST = 5, 200_000, 3
KEPT_FOR = timedelta(days=180)
_signer = Signer(salt="followed search")


def note(query: str, *, on: date, in_vain: bool = True, first: int | None = None) -> None:
    """Counted once more. `first`: the service that stood first. Nothing with a digit: it may be somebody's own."""
    if words := name_in(query):
        _count(words, on, column="in_vain" if in_vain else "with_results", first=first)


def note_followed(via: str, *, on: date) -> None:
    """A result was opened from the words that this signed text holds; whatever else it is counts nothing."""
    try:
        words = _signer.unsign(via)
    except BadSignature:
        return
    SearchDay.objects.filter(words=words, on=on).update(clicks=F("clicks") + 1)


def followed(query: str) -> str:
    """What the addresses of results carry; empty for words that are not counted."""
    words = name_in(query)
    return _signer.sign(words) if words else ""


def forget_old(*, on: date) -> int:
    return SearchDay.objects.filter(on__lt=on - KEPT_FOR).delete()[0]


def _count(words: str, on: date, *, column: str, first: int | None) -> None:
    again = {column: F(column) + 1} | ({"service_id": first} if first else {})
    if SearchDay.objects.filter(words=words, on=on).update(**again):
        return
    if SearchDay.objects.count() < MOST_ROWS:  # robots could fill the disk else
        row = SearchDay(words=words, on=on, service_id=first, **{column: 1})
        SearchDay.objects.bulk_create([row], ignore_conflicts=True)


def name_in(query: str) -> str:
    """The folded words where they may be a name: letters alone, few and short; no e-mail address."""
    words = key(query)
    letters = words.replace(" ", "")
    is_short = len(letters) >= SHORTEST and len(words) <= LONGEST_NAME and words.count(" ") < MOST_WORDS
    return words if "@" not in query and is_short and letters.isalpha() else ""
