"""The fields of the index. Terms come analysed; the engine only parts them at spaces."""

import json
from collections.abc import Iterable
from itertools import chain

import tantivy

from khedmat.core.persian import latin_digits
from khedmat.search.analysis import joined, letter_groups, stems, words
from khedmat.search.entry import Entry

TITLE, NAMES, WORDS, PAIRS, BODY = "title", "names", "words", "pairs", "body"
AGENCY, GROUPS, NUMBER = "agency", "groups", "number"
TEXTS = (TITLE, NAMES, WORDS, PAIRS, BODY, AGENCY, GROUPS)
FACETS = ("agency_code", "type", "level", "event", "electronic", "free", "place", "permit")
KEPT, LONGEST_DESCRIPTION = "kept", 1_500


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
    """An entry as terms."""
    called, told = (*entry.names, *entry.keywords, *entry.permits), kept(entry)
    found = tantivy.Document()
    found.add_unsigned("key", entry.key)
    found.add_text(NUMBER, told["number"])
    found.add_bytes(KEPT, json.dumps(told, ensure_ascii=False).encode())
    found.add_text(TITLE, _terms(stems(entry.title)))
    found.add_text(NAMES, _terms(chain.from_iterable(map(stems, called))))
    found.add_text(WORDS, _terms(chain(words(entry.title), chain.from_iterable(map(words, called)))))
    found.add_text(PAIRS, _terms(chain(joined(entry.title), chain.from_iterable(map(joined, called)))))
    found.add_text(BODY, _terms(stems(told["told"])))
    found.add_text(AGENCY, _terms(stems(told["agency"])))
    found.add_text(GROUPS, _terms(chain(letter_groups(entry.title), chain.from_iterable(map(letter_groups, called)))))
    for name in FACETS:
        for value in entry.facets.get(name, ()):
            found.add_text(f"by_{name}", value)
    return found


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


def _terms(found: Iterable[str]) -> str:
    return " ".join(found)
