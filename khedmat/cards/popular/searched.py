"""What people searched for: folded words by day, so that agencies see what their services are called.

A result is followed by an address that carries the words with a signature of ours: no cookie, no script, no second
request. What a server process answers from memory is counted with the next question after the same words; what a cache
in front answers is not, nor what is never asked again: numbers are at least what happened. A forged address counts
nothing, and the canonical address of the page has no words.
"""

from datetime import date, timedelta

from django.core.signing import BadSignature, Signer
from django.db.models import F, Func, Max, Min, TextField, Value
from django.db.models.lookups import IsNull

from khedmat.cards.models import SearchDay
from khedmat.cards.models.popular import LONGEST_NAME
from khedmat.core.persian import key

MOST_WORDS, MOST_ROWS, SHORTEST = 5, 200_000, 3
KEPT_FOR = timedelta(days=180)
_signer = Signer(salt="followed search")
# A reader does not wait until a count lies on the disk, where two who ask for the same would wait for each other: what
# a broken machine loses of it is half a second of searches.
_LATER = Func(Value("synchronous_commit"), Value("off"), Value(True), function="set_config", output_field=TextField())  # noqa: FBT003
UNHURRIED = IsNull(_LATER, False)  # noqa: FBT003


def note(query: str, *, on: date, in_vain: bool = True, first: int | None = None, times: int = 1) -> None:
    """Counted as often. `first`: the service that stood first. Nothing with a digit: it may be somebody's own."""
    if words := name_in(query):
        _count(words, on, {"in_vain" if in_vain else "with_results": times}, first=first)


def note_followed(via: str, *, on: date) -> None:
    """A result was opened from the words that this signed text holds; whatever else it is counts nothing."""
    try:
        words = _signer.unsign(via)
    except BadSignature:
        return
    SearchDay.objects.filter(UNHURRIED, words=words, on=on).update(clicks=F("clicks") + 1)


def followed(query: str) -> str:
    """What the addresses of results carry; empty for words that are not counted."""
    words = name_in(query)
    return _signer.sign(words) if words else ""


def forget_old(*, on: date) -> int:
    return SearchDay.objects.filter(on__lt=on - KEPT_FOR).delete()[0]


def _count(words: str, on: date, times: dict[str, int], *, first: int | None) -> None:
    again = {column: F(column) + more for column, more in times.items()} | ({"service_id": first} if first else {})
    if SearchDay.objects.filter(UNHURRIED, words=words, on=on).update(**again):
        return
    if _has_room():
        row = SearchDay(words=words, on=on, service_id=first, **times)
        SearchDay.objects.bulk_create([row], ignore_conflicts=True)


def _has_room() -> bool:
    """Robots could fill the disk else. Keys grow with the days and the oldest go first: their span bounds the rows, and
    its ends are looked up where counting would read them all."""
    span = SearchDay.objects.aggregate(span=Max("pk") - Min("pk"))["span"]
    return span is None or span + 1 < MOST_ROWS


def name_in(query: str) -> str:
    """The folded words where they may be a name: letters alone, few and short; no e-mail address."""
    words = key(query)
    letters = words.replace(" ", "")
    is_short = len(letters) >= SHORTEST and len(words) <= LONGEST_NAME and words.count(" ") < MOST_WORDS
    return words if "@" not in query and is_short and letters.isalpha() else ""
