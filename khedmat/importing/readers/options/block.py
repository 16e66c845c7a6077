"""Reads texts as blocks: the side of the marks is decided in each alone."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from khedmat.cards.printing.filled import LOST
from khedmat.core.remembering import LONGEST_TEXT
from khedmat.importing.readers import marks
from khedmat.importing.readers.options.finding import find
from khedmat.importing.readers.options.reading import Reading
from khedmat.importing.readers.options.sides import pair_all
from khedmat.importing.readers.options.tokens import group_of, name_of, options_of
from khedmat.importing.readers.options.written import joined_groups, other_texts


def read(texts: Iterable[str], groups: Sequence[str]) -> Reading:
    """What the texts together say of the groups."""
    whole = Reading()
    for text in texts:
        block = _remembered if len(text) <= LONGEST_TEXT else _read
        whole.join(block(marks.normalise(text), tuple(groups)))
    return whole


def _read(text: str, groups: tuple[str, ...]) -> Reading:
    tokens = find(text, groups)
    options = options_of(tokens)
    reading = Reading(dict.fromkeys(map(name_of, options)))
    pair_all(text, tokens, reading)
    reading.separated = joined_groups(text, options)
    reading.other_text = other_texts(text, tokens)
    if LOST in text or marks.UNSURE in text:
        reading.ambiguous.update(map(group_of, options))
    return reading


_remembered = lru_cache(maxsize=1024)(_read)
