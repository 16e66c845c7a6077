"""A question as a query of the engine: what was typed first, what people mean by it next, likeness of letters last."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from tantivy import Occur, Query

from khedmat.search.analysis import FILLERS, letter_groups, stem
from khedmat.search.gist import gist
from khedmat.search.lexicon import Lexicon
from khedmat.search.schema import BODY, GROUPS, NAMES, NUMBER, PAIRS, TITLE, WORDS, digits, schema
from khedmat.search.synonyms import Meaning, meant_by
from khedmat.search.understanding import SPOKEN, guesses, is_known, merged, understood

LONGEST_QUESTION, MOST_GROUPS = 300, 48
LONGEST_ID, SHORTEST_ID, WHOLE_ID, MOST_DIGITS = 80, 8, 11, 14
EXACTLY = 1_000.0


class Weights(NamedTuple):
    """How much each field says. Set by hand; a search around them gains less than the next hundred questions shift."""

    title: float = 3.0
    names: float = 1.8
    body: float = 1.0
    pairs: float = 1.5
    words: float = 0.8
    groups: float = 0.55
    meant: float = 1.44
    longer: float = 0.4
    loosely: float = 0.5
    spread: float = 0.3  # of a meaning of many words each says less


WEIGHTS = Weights()
Held = Mapping[str, frozenset[str]]


class Question(NamedTuple):
    """What was asked: its stems, words as typed and joined, letters, what people mean by it; digits of an ID."""

    stems: tuple[str, ...]
    words: tuple[str, ...]
    pairs: tuple[str, ...]
    groups: tuple[str, ...]
    meanings: tuple[Meaning, ...]
    number: str = ""
    corrected: tuple[str, ...] = ()


def question(text: str, lexicon: Lexicon) -> Question:
    """Bounded: ten thousand letters cost what a long sentence does."""
    text = text[:LONGEST_QUESTION]
    typed = understood(text, lexicon)
    whole = merged(typed, lexicon)
    meant = [guesses(word, lexicon) for word in whole]
    better = [one[0] for one in meant]
    mended = list(chain.from_iterable(better))
    others = [*_joined(typed, lexicon), *(word for one in meant for other in one[1:] for word in other)]
    every = tuple(dict.fromkeys((*typed, *mended, *others)))
    told = tuple(word for word in every if word not in FILLERS)
    found = tuple(dict.fromkeys(map(stem, told or every)))
    strange = " ".join(word for word in typed if not is_known(word, lexicon))
    return Question(
        found,
        told,
        tuple(dict.fromkeys((*_neighbours(typed), *_neighbours(mended), *found))),
        tuple(dict.fromkeys(letter_groups(strange)))[:MOST_GROUPS],
        (*meant_by([stem(word) for word in every]), *gist(told)),
        number_in(text),
        tuple(mended) if whole != typed or any(map(_is_slip, whole, better)) else (),
    )


def _neighbours(typed: Sequence[str]) -> Iterator[str]:
    """Written as one."""
    return (stem(one + two) for one, two in pairwise(typed))


def _joined(typed: Sequence[str], lexicon: Lexicon) -> Iterator[str]:
    """«کار فرما» may also be «کارفرما», though its halves are words."""
    return (one + two for one, two in pairwise(typed) if one + two in lexicon.said)


def _is_slip(word: str, better: Sequence[str]) -> bool:
    """An ending that the lexicon does not know is none, nor is what is spoken so or became a small word."""
    if tuple(better) == (word,):
        return False
    is_ending = stem(SPOKEN.sub("ا", word)) == stem(better[0]) or (len(better) == 1 and word.startswith(better[0]))
    return not is_ending and not FILLERS.issuperset(better)


def number_in(text: str) -> str:
    """The digits of an ID, however they are written; nothing where too few are left."""
    found = digits(text[:LONGEST_ID])
    return found if SHORTEST_ID <= len(found) <= MOST_DIGITS else ""


def query(asked: Question, held: Held) -> Query:
    """A plain sum of terms: only of such a one the engine passes over what can no longer be among the best.

    `held`: by field all its terms, where they are known; half of what is looked for stands nowhere.
    """
    said = [
        (field, word, weight) for (field, word), weight in sought(asked).items() if word in held.get(field, (word,))
    ]
    parts = [*_numbered(asked), *(boosted(*one) for one in said)]
    return Query.boolean_query([(Occur.Should, part) for part in parts]) if parts else Query.empty_query()


def _numbered(asked: Question) -> list[Query]:
    """The ID itself, also where the noughts of a main service were left out; far behind it one with a single slip."""
    if not asked.number:
        return []
    whole = {asked.number, asked.number.ljust(WHOLE_ID, "0")}
    slip = Query.boost_query(Query.fuzzy_term_query(schema(), NUMBER, asked.number, 1), EXACTLY / 2)
    return [*(boosted(NUMBER, one, EXACTLY) for one in sorted(whole)), slip]


def sought(asked: Question, weights: Weights = WEIGHTS) -> dict[tuple[str, str], float]:
    """What each term counts at its field, each once: of a stem a document holds one place only (`schema.document`)."""
    found: dict[tuple[str, str], float] = defaultdict(float)
    typed = [(one, 1.0) for one in asked.stems]
    for one, trust in chain(typed, *(_meant(row, weights) for row in asked.meanings)):
        for field, weight in ((TITLE, weights.title), (NAMES, weights.names), (BODY, weights.body)):
            found[field, one] += trust * weight
    for pair in asked.pairs:  # neighbours written as one, here or there
        found[PAIRS, pair] += weights.pairs
        found[TITLE, pair] += weights.pairs
    same = dict.fromkeys(((WORDS, one) for one in asked.words), weights.words)
    return found | same | dict.fromkeys(((GROUPS, one) for one in asked.groups), weights.groups)


def _meant(row: Meaning, weights: Weights) -> Iterator[tuple[str, float]]:
    sure = _trust(row, weights)
    for meaning in map(dict.fromkeys, row.meanings):
        trust = sure / len(meaning) ** weights.spread if meaning else 0.0
        yield from ((one, trust) for one in meaning)


def _trust(row: Meaning, weights: Weights) -> float:
    """Long phrases mean one thing; single words of the general list mean many."""
    sure = weights.loosely if row.is_loose else row.share
    return weights.meant * (1 + weights.longer * (len(row.said) - 1)) * sure


@lru_cache(maxsize=1 << 14)
def boosted(field: str, word: str, weight: float) -> Query:
    """Made once: the words of a country are few, and what they count is one of some weights."""
    return Query.boost_query(Query.term_query(schema(), field, word, "freq"), weight)
