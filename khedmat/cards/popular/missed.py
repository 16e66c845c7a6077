"""Searches that found nothing: the words alone, so that stewards see what people call things."""

from datetime import date

from django.db.models import F

from khedmat.cards.models import MissedSearch
from khedmat.cards.models.popular import LONGEST_NAME
from khedmat.core.persian import key

MOST_WORDS, MOST_ROWS, SHORTEST = 5, 20_000, 3


def note(query: str, *, on: date) -> None:
    """Counted once more. Nothing with a digit: numbers that people type may be their own."""
    words = key(query)
    if not _is_a_name(words):
        return
    if MissedSearch.objects.filter(words=words).update(count=F("count") + 1, last_on=on):
        return
    if MissedSearch.objects.count() < MOST_ROWS:  # robots could fill the disk else
        MissedSearch.objects.bulk_create([MissedSearch(words=words, last_on=on)], ignore_conflicts=True)


def _is_a_name(words: str) -> bool:
    letters = words.replace(" ", "")
    return (
        len(letters) >= SHORTEST and len(words) <= LONGEST_NAME and letters.isalpha() and words.count(" ") < MOST_WORDS
    )
