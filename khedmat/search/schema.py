"""The fields of the index. Terms come analysed; the engine only parts them at spaces."""

import json
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import chain

import tantivy

from khedmat.core.persian import latin_digits
from khedmat.search.analysis import joined, letter_groups, stems, without_ending, words
from khedmat.search.entry import Entry
from khedmat.search.lexicon import A_HALF_SAID, halves
from khedmat.search.synonyms import known_words

TITLE, NAMES, WORDS, PAIRS, BODY = "title", "names", "words", "pairs", "body"
GROUPS, NUMBER = "groups", "number"
TEXTS = (TITLE, NAMES, WORDS, PAIRS, BODY, GROUPS)
FACETS = ("agency_code", "type", "level", "event", "electronic", "free", "place", "permit")
SHORTEST_PAIR = 2 * A_HALF_SAID
KEPT, LONGEST_DESCRIPTION = "kept", 1_500
_written = json.JSONEncoder(ensure_ascii=False).encode


@cache
def schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("key", stored=True, indexed=True, fast=True)
    builder.add_text_field(NUMBER, stored=False, tokenizer_name="raw", index_option="basic")
    for name in TEXTS:
        builder.add_text_field(name, stored=False, tokenizer_name="whitespace", index_option="freq")
    for name in FACETS:
        builder.add_text_field(f"by_{name}", stored=False, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_bytes_field(KEPT, stored=True, indexed=False, fast=False)
    return builder.build()


def document(entry: Entry) -> tantivy.Document:
    """An entry as terms. A stem stands once, where it says most: the title, what it is called, or the rest."""
    told = kept(entry)
    called = (*entry.names, *entry.keywords, *entry.permits)
    seen: set[str] = set()
    found = tantivy.Document()
    found.add_unsigned("key", entry.key)
    found.add_text(NUMBER, told["number"])
    found.add_bytes(KEPT, _written(told).encode())
    for name, texts in (
        (TITLE, (entry.title, _apart(entry.title))),
        (NAMES, called),
        (BODY, (told["told"], told["agency"])),
    ):
        found.add_text(name, " ".join(_new(chain.from_iterable(map(stems, texts)), seen)))
    for name, of in ((WORDS, words), (PAIRS, joined), (GROUPS, letter_groups)):
        found.add_text(name, " ".join(chain.from_iterable(map(of, (entry.title, *called)))))
    for name in FACETS:
        for value in entry.facets.get(name, ()):
            found.add_text(f"by_{name}", value)
    return found


def _apart(title: str) -> str:
    """The halves of words that ran together: of «رتبهبندی» also «رتبه» and «بندی»."""
    return " ".join(chain.from_iterable(map(_halves, words(title))))


@lru_cache(maxsize=1 << 14)
def _halves(word: str) -> tuple[str, ...]:
    known = known_words()
    is_one = len(word) < SHORTEST_PAIR or word in known
    return () if is_one else halves(word, known, A_HALF_SAID) or halves(without_ending(word), known, A_HALF_SAID)


def _new(found: Iterable[str], seen: set[str]) -> list[str]:
    """Those that no better place holds; they are seen from now on."""
    fresh = [one for one in found if one not in seen]
    seen.update(fresh)
    return fresh


def kept(entry: Entry) -> dict[str, str]:
    """What results say of a service without asking the database."""
    return {
        "title": entry.title,
        "number": digits(entry.number),
        "called": " ".join((*entry.names, *entry.keywords, *entry.permits)),
        "told": " ".join((entry.description[:LONGEST_DESCRIPTION], entry.audience, *entry.papers, *entry.laws)),
        "agency": f"{entry.agency} {entry.parent}",
    }


def digits(number: str) -> str:
    return "".join(filter(str.isdigit, latin_digits(number)))
