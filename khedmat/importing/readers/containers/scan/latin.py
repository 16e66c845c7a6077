"""Addresses, codes and numbers in Latin letters, which the Persian letters of Tesseract make nonsense of."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain, filterfalse
from operator import attrgetter
from statistics import fmean

from khedmat.importing.readers.containers.scan.tsv import Seen

_LEAST_SURE = 60.0
_sure, _text = attrgetter("sure"), attrgetter("text")
_ADDRESS = r"\W*(?i:https?:/\S+|www\.\S+|\S+@\S+\.[a-z]{2,}|(?:[\w-]+\.)+(?:ir|com|org|net)(?:/\S*)?)\W*"
_NUMBER = r"[\d/:.,-]*\d[\d/:.,-]*\d"
_TO_WHOM = re.compile(r"(\W*)G\S([CBGE])(\W*)")  # «G2C»: its 2 is often a Persian one
_SHAPE = re.compile(f"{_ADDRESS}|{_NUMBER}|{_TO_WHOM.pattern}")


def mended(words: Sequence[Seen], latin: Iterable[Seen]) -> list[Seen]:
    """The words of a line with those of a second reading that can be nothing else, where it was surer of them."""
    better = [word for word in filter(_is_latin, latin) if _is_better(word, _under(word, words))]
    if not better:
        return list(words)
    covered = set(chain.from_iterable(_under(word, words) for word in better))
    kept = filterfalse(covered.__contains__, words)
    return sorted([*kept, *map(_spelt, better)], key=lambda word: -word.middle)


def _spelt(word: Seen) -> Seen:
    return word._replace(text=_TO_WHOM.sub(r"\1G2\2\3", word.text))


def _is_latin(word: Seen) -> bool:
    return word.sure > _LEAST_SURE and _SHAPE.fullmatch(word.text) is not None


def _under(one: Seen, words: Iterable[Seen]) -> list[Seen]:
    """What was read where it stands."""
    return [word for word in words if one.left <= word.middle <= one.right]


def _is_better(one: Seen, under: Sequence[Seen]) -> bool:
    """Surer, or the number of which a digit or two was read."""
    return not under or one.sure > fmean(map(_sure, under)) or _is_whole(one, under)


def _is_whole(one: Seen, under: Sequence[Seen]) -> bool:
    read = "".join(map(_text, under))
    return read.isdecimal() and len(read) < len(one.text) and read in one.text
