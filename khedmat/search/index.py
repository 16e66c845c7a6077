"""The index of a host: built aside, opened by every process, written by one.

A folder of tantivy's own files. Whoever reads takes up what was committed since by `reload`.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import Any, NamedTuple, Self

import tantivy
from tantivy import Occur, Query

from khedmat.core.persian import key
from khedmat.search.entry import Entry
from khedmat.search.lexicon import Lexicon
from khedmat.search.ranking import Question, query, question
from khedmat.search.reasons import Reason, reasons
from khedmat.search.schema import BODY, FACETS, KEPT, NAMES, TITLE, WORDS, document, schema
from khedmat.search.synonyms import said_words

HEAP, ONE_THREAD = 64_000_000, 1
MOST_HITS, MOST_SUGGESTED = 200, 10
WORTH = 0.22  # a hit says something while its score is at least this share of the best one's


@dataclass(frozen=True)
class Hit:
    """A service that was found. What is kept of it is read once somebody asks: of two hundred a page shows few."""

    key: int
    score: float
    asked: Question = field(repr=False, compare=False)
    read: Callable[[], Any] = field(repr=False, compare=False)

    @cached_property
    def _kept(self) -> dict[str, str]:
        found: dict[str, str] = json.loads(bytes(self.read().get_first(KEPT)))
        return found

    @property
    def title(self) -> str:
        return self._kept["title"]

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        return reasons(self.asked, self._kept)


class Found(NamedTuple):
    """The hits that say something, best first, at most `MOST_HITS`; the question as it was understood."""

    hits: tuple[Hit, ...]
    asked: Question


def build(folder: Path, entries: Iterable[Entry]) -> int:
    """A new index in an empty folder; how many entries it holds. Memory stays flat."""
    index = _in(folder, reuse=False)
    writer = index.writer(HEAP, ONE_THREAD)
    number = 0
    for entry in entries:
        writer.add_document(document(entry))
        number += 1
    writer.commit()
    writer.wait_merging_threads()
    return number


def _in(folder: Path, *, reuse: bool) -> tantivy.Index:
    """Looks for commits when it is told to: else a thread of its own does, and locks a folder that is being removed."""
    index = tantivy.Index(schema(), path=str(folder), reuse=reuse)
    index.config_reader(reload_policy="Manual")
    return index


class Index:
    """An index that is there. Reading costs no lock; `put` and `drop` are one writer's on a host."""

    def __init__(self, index: tantivy.Index) -> None:
        self._index = index
        self._schema = index.schema

    @classmethod
    def open(cls, folder: Path) -> Self:
        """ValueError where there is none, or of another schema."""
        if not tantivy.Index.exists(str(folder)):
            raise ValueError(f"no index in {folder}")
        return cls(_in(folder, reuse=True))

    def reload(self) -> None:
        """What the writer committed is seen from now on."""
        self._index.reload()
        self.__dict__.pop("_searcher", None)
        self.__dict__.pop("held", None)
        self.__dict__.pop("lexicon", None)

    @cached_property
    def _searcher(self) -> tantivy.Searcher:
        return self._index.searcher()

    @cached_property
    def held(self) -> dict[str, frozenset[str]]:
        """The terms of the fields that nearly every word is looked up in: read once for each state of the index."""
        read = self._searcher.terms_with_prefix
        return {name: frozenset(term for term, _count in read(name, "")) for name in (WORDS, TITLE, NAMES, BODY)}

    @cached_property
    def lexicon(self) -> Lexicon:
        """Words of titles and names, of people, and stems of everything."""
        return Lexicon(self.held[WORDS], self.held[TITLE], self.held[NAMES], self.held[BODY], said=said_words())

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def find(self, text: str, *, filters: Mapping[str, str] | None = None, limit: int = MOST_HITS) -> Found:
        """Whatever was typed gives an answer; nothing that says something gives no hits."""
        asked = question(text, self.lexicon)
        found = self._best(asked, filters or {}, min(limit, MOST_HITS))
        worth = WORTH * found[0][0] if found else 0.0
        best = [(score, address) for score, address in found if score >= worth]
        reads = [partial(self._searcher.doc, address) for _score, address in best]
        told = zip(self._keys(best), best, reads, strict=True)
        return Found(tuple(Hit(key, score, asked, read) for key, (score, _address), read in told), asked)

    def _best(self, asked: Question, filters: Mapping[str, str], limit: int) -> list[tuple[float, tantivy.DocAddress]]:
        wanted = self._narrowed(query(asked, self.held), filters)
        found: list[Any] = self._searcher.search(wanted, limit, count=False).hits
        return found

    def _narrowed(self, wanted: Query, filters: Mapping[str, str]) -> Query:
        narrow = [Query.term_query(self._schema, f"by_{name}", filters[name]) for name in FACETS if filters.get(name)]
        musts = [(Occur.Must, Query.const_score_query(one, 0.0)) for one in narrow]
        return Query.boolean_query([(Occur.Must, wanted), *musts]) if musts else wanted

    def keys(self, text: str, limit: int = 10) -> list[int]:
        """Only the keys, best first."""
        return self._keys(self._best(question(text, self.lexicon), {}, limit))

    def _keys(self, found: Iterable[tuple[float, tantivy.DocAddress]]) -> list[int]:
        held: list[Any] = self._searcher.fast_field_values("key", [address for _score, address in found])
        return held

    def suggest(self, typed: str, limit: int = MOST_SUGGESTED) -> list[str]:
        """How the last word may go on, by how many titles and names hold it; each with the words before it."""
        *before, last = key(typed).split() or [""]
        if len(last) < 2:  # one letter begins half of all words
            return []
        going_on = [term for term, _count in self._searcher.terms_with_prefix(WORDS, last, limit=limit)]
        return [" ".join([*before, word]) for word in going_on]

    def _of(self, key: int) -> Query:
        return Query.term_query(self._schema, "key", key)

    def put(self, entries: Iterable[Entry]) -> None:
        """New, or in the place of what had the same key."""
        writer = self._index.writer(HEAP, ONE_THREAD)
        for entry in entries:
            writer.delete_documents_by_query(self._of(entry.key))
            writer.add_document(document(entry))
        self._commit(writer)

    def drop(self, keys: Iterable[int]) -> None:
        writer = self._index.writer(HEAP, ONE_THREAD)
        for one in keys:
            writer.delete_documents_by_query(self._of(one))
        self._commit(writer)

    def _commit(self, writer: tantivy.IndexWriter) -> None:
        """Small pieces are brought together before the writer goes: else each change would leave one more."""
        writer.commit()
        writer.wait_merging_threads()
        self.reload()
