"""K01, K02: words misspelt or misread, and jargon that the form does not explain."""

from collections.abc import Iterator
from itertools import chain

from khedmat.cards.form import Document
from khedmat.cards.rules.conditions import Said, each, said
from khedmat.cards.rules.reading import letters, words
from khedmat.cards.rules.rule import Rule
from khedmat.cards.rules.words import by_word, phrases
from khedmat.cards.rules.writing import texts

Entry = tuple[str, ...]


def _misspelt(document: Document) -> Iterator[tuple[str, Entry]]:
    for path, text in texts(document):
        yield from ((path, entry) for entry in _entries(text, "misspellings") if _fits(entry, path, text))


def _fits(entry: Entry, path: str, text: str) -> bool:
    """Some words are wrong only beside others: «استعمال» is a word, but not of a letter that asks an agency."""
    nears = [near for column in entry[2:] for near in column.split("|")]
    return not nears or any(letters(near) in letters(text) or path.startswith(near) for near in nears)


def _jargon(document: Document) -> Iterator[tuple[str, list[Entry]]]:
    """The terms that nothing on the form explains, each where it first stands."""
    written = list(texts(document))
    said_anywhere = frozenset(chain.from_iterable(words(text) for _, text in written))
    seen: set[Entry] = set()
    for path, text in written:
        new = [entry for entry in _entries(text, "jargon") if entry not in seen]
        seen.update(new)
        yield path, [entry for entry in new if not _explains(said_anywhere, entry[1])]


def _terms(entries: list[Entry]) -> Said:
    return said(entries, terms=[entry[0] for entry in entries], plain=[entry[1] for entry in entries])


def _entries(text: str, name: str) -> Iterator[Entry]:
    """Entries of a list that stand in the text as whole words."""
    line = f" {' '.join(words(text))} "
    single = (by_word(name).get(word) for word in dict.fromkeys(words(text)))
    joined = (entry for phrase, entry in phrases(name).items() if f" {phrase} " in line)
    return chain(filter(None, single), joined)


def _explains(said_anywhere: frozenset[str], meaning: str) -> bool:
    telling = [word for word in words(meaning) if len(word) > 3]
    return sum(word in said_anywhere for word in telling) * 2 > len(telling)


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
