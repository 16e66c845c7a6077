"""Which labels of the form stand in a line, and where."""

from khedmat.importing.readers.labels.dictionary import (
    begins_anew,
    begins_with_words,
    is_beginning,
    is_instruction,
    looks_cut,
)
from khedmat.importing.readers.labels.hit import Hit
from khedmat.importing.readers.labels.line import hits, may_lie_over

__all__ = [
    "Hit",
    "begins_anew",
    "begins_with_words",
    "hits",
    "is_beginning",
    "is_instruction",
    "looks_cut",
    "may_lie_over",
]
