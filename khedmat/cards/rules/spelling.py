"""K01 and K02: words misspelt or misread, and jargon that the form does not explain."""

from collections.abc import Iterator

from khedmat.cards.form import Document
from khedmat.cards.rules.labels import field_label
from khedmat.cards.rules.reading import letters, texts, words
from khedmat.cards.rules.rule import Breach, Rule, at
from khedmat.cards.rules.words import by_word, phrases


def _misspelt(document: Document) -> Iterator[Breach]:
    for path, text in texts(document):
        for row in _entries(text, "misspellings"):
            if _fits(row[2:], path, text):
                yield at(path, label=field_label(path), wrong=row[0], right=row[1])


def _fits(contexts: tuple[str, ...], path: str, text: str) -> bool:
    """Some words are wrong only beside others: «استعمال» is a word, but not of a letter that asks an agency."""
    nears = contexts[0].split("|") if contexts else []
    return not nears or any(letters(near) in letters(text) or path.startswith(near) for near in nears)


def _unexplained(document: Document) -> Iterator[Breach]:
    for path, text in texts(document):
        unclear = [row for row in _entries(text, "jargon") if not _explains(text, row[1])]
        if unclear:
            yield at(
                path, label=field_label(path), terms=[row[0] for row in unclear], plain=[row[1] for row in unclear]
            )


def _entries(text: str, name: str) -> Iterator[tuple[str, ...]]:
    """Entries of a list that stand in the text as whole words."""
    found = words(text)
    entries = by_word(name)
    for word in dict.fromkeys(found):
        if word in entries:
            yield entries[word]
    line = f" {' '.join(found)} "
    for phrase, row in phrases(name).items():
        if f" {phrase} " in line:
            yield row


def _explains(text: str, plain: str) -> bool:
    said = set(words(text))
    telling = [word for word in words(plain) if len(word) > 3]
    return bool(telling) and sum(word in said for word in telling) * 2 >= len(telling)


RULES = (
    Rule(
        id="K01",
        severity="N",
        fields=("*",),
        condition=_misspelt,
        kinds=("service_card", "permit_list"),
        message="در «%(label)s» «%(wrong)s» نوشته شده؛ گویا «%(right)s» درست است.",
        fix="«%(wrong)s» را به «%(right)s» تغییر دهید.",
        example="تودین سند",
    ),
    Rule(
        id="K02",
        severity="N",
        fields=("*",),
        condition=_unexplained,
        kinds=("service_card", "permit_list"),
        message="در «%(label)s» اصطلاحی بی‌توضیح آمده است: %(terms)s.",
        fix="به زبان ساده بنویسید یا یک‌بار توضیح دهید؛ پیشنهاد: %(plain)s.",
        example="تهیهٔ SWOT",
    ),
)
