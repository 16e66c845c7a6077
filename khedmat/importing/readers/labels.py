"""Which labels of the form stand in a line, and where: by dictionary, and by likeness where a scan damaged them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from khedmat.core.persian import squeeze
from khedmat.importing.readers.label_table import INSTRUCTIONS, LABELS, SHORT
from khedmat.importing.readers.squeezed import Squeezed

LONGEST_LABEL = 90  # characters before its colon
LETTERS_A_DAMAGE = 8  # one wrong letter in so many; more, and «متولیان خدمت» meets «متولی خدمت»
_FREE = squeeze("رایگان")  # an option as often as a label
_FIELDS = {squeeze(label): field for field, labels in LABELS.items() for label in labels}
_PRINTED = {squeeze(label): label for labels in LABELS.values() for label in labels}
_BY_START: dict[str, list[str]] = defaultdict(list)
for _label in sorted(_FIELDS, key=len, reverse=True):
    _BY_START[_label[:2]].append(_label)
_LONG = [label for label in _FIELDS if len(label) >= 10]
_INLINE = {"cost_account", "frequency_once"}  # printed inside a line with no colon
_ANY = [label for label in _FIELDS if len(label) >= 6 and label != _FREE]
_INSTRUCTIONS = {squeeze(text) for text in INSTRUCTIONS}

_NUMBERING = re.compile(r"[\s\W_]*(?:[\d۰-۹٠-٩]{1,2}\s*[-–ـ.)/]+\s*)?[\s\W_]*")
_AFTER = re.compile(r"\s*((?:\([^()]{0,120}\)\s*)*)([:：؟?]|=|\.{3,}\s*:)?")
_PARENTHESES = re.compile(r"\(([^()]*)\)")
_WORD = re.compile(r"[^\W_]+")
_DIGIT = re.compile(r"\s*[\d۰-۹٠-٩]")
_ONLY_WITH_COLON = {
    squeeze(label)
    for label in (
        "متوسط زمان",
        "مدت زمان",
        "شرح مختصر",
        "مستندات",
        "زمان مراجعه",
        "شکایت از خدمت",
        "ثبت شکایت",
        "اداره مربوطه",
        "نکات مهم",
    )
}
_PROSE = re.compile(r"\s+(?:را|که|و|ها|های|می|شده|است|باید|نیز|خود|مذکور|فوق|مورد)\b")
_SENTENCE = re.compile(r"\s+(?:در|از|به|با|که|را|و|می|بر|تا|توسط|است)\b")
_SUFFIX = re.compile(r"(?:ی|ها|ات|ان|هایی|های|ای|گان|ش|م|ه|ت)(?:[\s\W]|$)")
_CLOSING = re.compile(r"\s*\)")
_WIDE = re.compile(r"\s{3,}|\t")


class Hit(NamedTuple):
    """A label in a line: `start`–`end` are characters of the label, `value` is where its value may begin."""

    field: str
    label: str
    start: int
    end: int
    value: int
    sure: float
    colon: bool


def hits(text: str) -> list[Hit]:
    """The labels of one line in their order, never overlapping."""
    squeezed = Squeezed.of(text)
    if not squeezed.letters:
        return []
    first = _first(squeezed)
    found = [first] if first else []
    for place in _later_places(text):
        if found and place < found[-1].end:
            continue
        hit = _match(squeezed, place, at_start=False)
        if hit is not None and (hit.colon or hit.field in _INLINE or _WIDE.search(text[max(0, place - 4) : place])):
            found.append(hit)
    return found


def is_instruction(text: str) -> bool:
    """Printed on every form, so never a value."""
    return squeeze(text) in _INSTRUCTIONS


def looks_cut(text: str) -> bool:
    """The beginning of a label, as the last line of a file that was cut."""
    letters = squeeze(re.sub(r"^[\s\d۰-۹\-–.]+", "", text))
    return len(letters) >= 3 and any(label.startswith(letters) for label in _FIELDS)


def _first(squeezed: Squeezed) -> Hit | None:
    start = _NUMBERING.match(squeezed.raw)
    place = start.end() if start else 0
    if squeezed.letters in _INSTRUCTIONS - _FIELDS.keys():
        return None
    exact = _match(squeezed, place, at_start=True) or _match(squeezed, 0, at_start=True)
    if exact and (exact.colon or exact.end >= len(squeezed.raw.rstrip())):
        return exact
    return _before_colon(squeezed, place) or exact or _by_likeness(squeezed, place)


def _later_places(text: str) -> Iterator[int]:
    words = _WORD.finditer(text)
    next(words, None)
    return (word.start() for word in words)


def _match(squeezed: Squeezed, place: int, *, at_start: bool) -> Hit | None:
    index = squeezed.index_at(place)
    for label in _BY_START.get(squeezed.letters[index : index + 2], ()):
        if squeezed.letters.startswith(label, index):
            hit = _accept(squeezed, index, label)
            if hit is not None and (at_start or hit.colon or hit.field in _INLINE):
                return hit
    return None


def _accept(squeezed: Squeezed, index: int, label: str) -> Hit | None:
    """The label at `index`, unless what follows shows it to be a word of a sentence."""
    start, end = squeezed.places[index], squeezed.end_of(index + len(label))
    if "(" in squeezed.raw[start:end] and (closing := _CLOSING.match(squeezed.raw, end)):
        end = closing.end()
    rest = squeezed.raw[end:]
    after = _AFTER.match(rest)
    colon = bool(after and after[2])
    value = end + (_length_of_label_tail(after, rest) if after else 0)
    field = _FIELDS[label]
    if not colon and label == _FREE or not colon and rest.strip() and not _may_be_followed(field, label, rest):
        return None
    return Hit(field, _PRINTED[label], start, end, value, 1.0, colon)


def _length_of_label_tail(after: re.Match[str], rest: str) -> int:
    """Printed parentheses and the colon belong to the label; parentheses without a colon only when they are an instruction."""
    if after[2]:
        return after.end()
    printed = all(is_instruction(inside) for inside in _PARENTHESES.findall(after[1]))
    return after.end(1) if printed else len(rest) - len(rest.lstrip())


def _may_be_followed(field: str, label: str, rest: str) -> bool:
    if field in {"local_id"} or len(label) <= 5:
        return field in {"local_id", "cost", "frequency_times"} and bool(_DIGIT.match(rest))
    if label in _ONLY_WITH_COLON or field == "_other" and not rest[0].isalpha() and not _WIDE.match(rest):
        return False
    if rest[0].isalpha():
        return len(label) >= 7 and not _SUFFIX.match(rest)
    words = len(_PRINTED[label].split())
    if words == 1 and field == "_heading":
        return False
    if words == 1 and field in SHORT:
        return _WIDE.match(rest) is not None or len(label) >= 9 and len(rest.split()) <= 4
    return not _PROSE.match(rest)


def _before_colon(squeezed: Squeezed, place: int) -> Hit | None:
    """All before the colon is a damaged label: it says more than a short label at its beginning («نام دستگاه اجرانی:»)."""
    colon = squeezed.raw.find(":", place)
    if not 0 < colon - place <= LONGEST_LABEL:
        return None
    return _like(squeezed, squeezed.index_at(place), squeezed.index_at(colon))


def _by_likeness(squeezed: Squeezed, place: int) -> Hit | None:
    """A damaged label: the whole line, or its beginning up to a word's end."""
    index = squeezed.index_at(place)
    letters = squeezed.letters[index:]
    if 0 < squeezed.raw.find(":", place) - place <= LONGEST_LABEL:
        return None
    if len(letters) <= 60 and (hit := _like(squeezed, index, len(squeezed.letters))):
        return hit
    return _like_beginning(squeezed, index) if len(letters) <= 400 else None


def _like(squeezed: Squeezed, index: int, end: int) -> Hit | None:
    letters = re.sub(r"\d+$", "", squeezed.letters[index:end])
    if len(letters) < 6:
        return None
    best = process.extractOne(letters, _ANY, scorer=Levenshtein.distance, score_cutoff=_damage(letters))
    return _damaged(squeezed, index, end, best[0], 1 - best[1] / len(letters)) if best else None


def _damage(letters: str) -> int:
    return max(1, len(letters) // LETTERS_A_DAMAGE)


def _like_beginning(squeezed: Squeezed, index: int) -> Hit | None:
    """The best of the beginnings that end with one of the first words."""
    ends = [end for end in range(index + 9, min(index + 45, len(squeezed.letters))) if _ends_a_word(squeezed, end)]
    found = [(_nearest_label(squeezed.letters[index:end]), end) for end in ends]
    best = max(((share, end, label) for (label, share), end in found if label), default=None)
    return _damaged(squeezed, index, best[1], best[2], best[0]) if best else None


def _nearest_label(letters: str) -> tuple[str | None, float]:
    best = process.extractOne(letters, _LONG, scorer=Levenshtein.distance, score_cutoff=_damage(letters))
    return (best[0], 1 - best[1] / len(letters)) if best else (None, 0.0)


def _ends_a_word(squeezed: Squeezed, end: int) -> bool:
    """And what follows is no sentence: «قوانین مربوط در سایت …» is not the label «قوانین مربوطه»."""
    if end >= len(squeezed.letters) or squeezed.places[end] == squeezed.places[end - 1] + 1:
        return False
    return not _SENTENCE.match(squeezed.raw, squeezed.end_of(end))


def _damaged(squeezed: Squeezed, index: int, end: int, label: str, sure: float) -> Hit:
    hit = Hit(_FIELDS[label], _PRINTED[label], squeezed.places[index], squeezed.end_of(end), 0, round(sure, 2), False)
    after = _AFTER.match(squeezed.raw[hit.end :])
    tail = _length_of_label_tail(after, squeezed.raw[hit.end :]) if after else 0
    return hit._replace(value=hit.end + tail, colon=bool(after and after[2]))
