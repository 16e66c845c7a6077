"""K01, K02: words misspelt or misread, and jargon that the form does not explain."""

from collections.abc import Iterator
from functools import partial
from itertools import chain, filterfalse, starmap
from operator import itemgetter

from khedmat.cards.form import Document
from khedmat.cards.rules.conditions import Said, each, said
from khedmat.cards.rules.reading import is_telling, letters, words
from khedmat.cards.rules.rule import Rule
from khedmat.cards.rules.words import by_word, phrases
from khedmat.cards.rules.writing import texts

Entry = tuple[str, ...]


def _misspelt(document: Document) -> Iterator[tuple[str, Entry]]:
    return chain.from_iterable(starmap(misspelt_in, texts(document)))


def misspelt_in(path: str, text: str) -> Iterator[tuple[str, Entry]]:
    """(path, entry) of each misspelt word of a text."""
    return ((path, entry) for entry in entries_in(text, "misspellings") if _fits(entry, path, text))


def _fits(entry: Entry, path: str, text: str) -> bool:
    """Some words are wrong only beside others: «استعمال» is a word, but not of a letter that asks an agency."""
    nears = "|".join(entry[2:]).split("|")  # nothing to be near is near to everything
    return any(letters(near) in letters(text) or path.startswith(near) for near in nears)


def _jargon(document: Document) -> Iterator[tuple[str, list[Entry]]]:
    """The terms that nothing on the form explains, each where it first stands."""
    written = list(texts(document))
    explains = partial(_explains, frozenset(chain.from_iterable(words(text) for _, text in written)))
    seen: set[Entry] = set()
    for path, text in written:
        yield path, list(filterfalse(explains, _unseen(seen, text)))


def _unseen(seen: set[Entry], text: str) -> list[Entry]:
    """The terms of a text that none before it held; from now on they are seen."""
    new = list(filterfalse(seen.__contains__, entries_in(text, "jargon")))
    seen.update(new)
    return new


def _terms(entries: list[Entry]) -> Said:
    return said(entries, terms=list(map(itemgetter(0), entries)), plain=list(map(itemgetter(1), entries)))


def entries_in(text: str, name: str) -> Iterator[Entry]:
    """Entries of a list that stand in the text as whole words."""
    said = words(text)
    line = f" {' '.join(said)} "
    single = map(by_word(name).get, dict.fromkeys(said))
    begun = chain.from_iterable(filter(None, map(phrases(name).get, dict.fromkeys(said))))
    return chain(filter(None, single), (entry for phrase, entry in begun if f" {phrase} " in line))


def _explains(said_anywhere: frozenset[str], entry: Entry) -> bool:
    """More than half of the telling words of its meaning stand on the form."""
    telling = list(filter(is_telling, words(entry[1])))
    return sum(map(said_anywhere.__contains__, telling)) * 2 > len(telling)


RULES = (
    Rule(
        id="K01",
        severity="N",
        fields=("*",),
        kinds=("service_card", "permit_list"),
        condition=each(_misspelt, lambda entry: said(True, wrong=entry[0], right=entry[1])),
        message="در «%(row)s» «%(wrong)s» نوشته شده؛ گویا «%(right)s» درست است.",
        fix="«%(wrong)s» را به «%(right)s» تغییر دهید.",
        example="تودین سند",
    ),
    Rule(
        id="K02",
        severity="N",
        fields=("*",),
        condition=each(_jargon, _terms),
        kinds=("service_card", "permit_list"),
        message="در «%(row)s» اصطلاحی بی‌توضیح آمده است: %(terms)s.",
        fix="به زبان ساده بنویسید یا یک‌بار توضیح دهید؛ پیشنهاد: %(plain)s.",
        example="تهیهٔ SWOT",
    ),
)
