"""All labels as letters without spaces, arranged for the ways in which they are looked up."""

import re
from bisect import bisect_left
from operator import itemgetter

from khedmat.core.persian import squeeze
from khedmat.core.sequences import grouped
from khedmat.importing.readers.label_table import INSTRUCTIONS, LABELS, SHORT

FIELDS = {squeeze(label): field for field, labels in LABELS.items() for label in labels}
PRINTED = {squeeze(label): label for labels in LABELS.values() for label in labels}
SHORTEST = 6  # letters; what is shorter is part of many words
LONG = 10  # letters; so much of a line's beginning is no chance
FREE = squeeze("رایگان")  # an option as often as a label
INLINE = {"cost_account", "frequency_once"}  # printed inside a line with no colon
_INLINE_LABELS = [label for label, field in FIELDS.items() if field in INLINE]
IN_INLINE = [label for label in _INLINE_LABELS if sum(map(label.__contains__, _INLINE_LABELS)) == 1]  # one is in each
LIKENED = [label for label in FIELDS if len(label) >= SHORTEST and label != FREE]
START = 4  # letters by which labels are looked up, the longest first
_LONGEST_FIRST = sorted(FIELDS, key=len, reverse=True)
BRIEF = tuple(label for label in _LONGEST_FIRST if len(label) < START)
_BY_START = grouped(_LONGEST_FIRST, by=itemgetter(slice(START)))
BY_START = {start: tuple(dict.fromkeys([*labels, *BRIEF])) for start, labels in _BY_START.items()}

_ONE_WORD = {label for label, printed in PRINTED.items() if len(printed.split()) == 1}
EVERYDAY = {label for label in _ONE_WORD if FIELDS[label] in SHORT}
NO_BEGINNING = {label for label in _ONE_WORD if FIELDS[label] == "_heading"}
OTHERS = {label for label, field in FIELDS.items() if field == "_other"}
NUMBERED = {label for label, field in FIELDS.items() if field == "local_id"}  # only a number may follow
_BEFORE_NUMBERS = {"local_id", "cost", "frequency_times"}
BEFORE_NUMBERS = {label for label, field in FIELDS.items() if field in _BEFORE_NUMBERS}
_ONLY_WITH_COLON = (
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
ONLY_WITH_COLON = set(map(squeeze, _ONLY_WITH_COLON))
ONLY_AT_BEGINNING = set(map(squeeze, ("سامانه", "مراحل")))  # of a line; inside a text no colon makes labels of them
NEVER_ALONE = {squeeze("مراجعه حضوری"), squeeze("مراجعات حضوری")}  # ways to come, where no colon asks how often

_IN_ORDER = sorted(FIELDS)
_INSTRUCTIONS = set(map(squeeze, INSTRUCTIONS))
NO_LABELS = _INSTRUCTIONS - FIELDS.keys()
_SPACE = re.compile(r"\s")
_NUMBERING = re.compile(r"^[\s\d۰-۹\-–.]+")


def is_instruction(text: str) -> bool:
    """Printed on every form, so never a value."""
    return squeeze(text) in _INSTRUCTIONS


def is_beginning(text: str) -> bool:
    """Of a longer label, letter for letter."""
    letters = _letters(text)
    return any(label.startswith(letters) and label != letters for label in BY_START.get(letters[:START], ()))


def looks_cut(text: str) -> bool:
    """The beginning of a label, as the last line of a file that was cut."""
    letters = _letters(text)
    place = bisect_left(_IN_ORDER, letters)
    begun = len(letters) >= 3 and any(label.startswith(letters) for label in _IN_ORDER[place : place + 1])
    return letters in FIELDS or begun and not (_SPACE.search(text.strip()) and begins_with_words(text))


def begins_with_words(text: str) -> bool:
    """«فرم درخواست» is whole words of a label: a paper as well as its beginning."""
    letters, words = _letters(text), len(_NUMBERING.sub("", text).split())
    begun = (PRINTED[label].split() for label in FIELDS if label.startswith(letters))
    return any(squeeze(" ".join(printed[:words])) == letters for printed in begun)


def begins_anew(line: str, below: str) -> bool:
    """Whether the line below begins with a label of more than a few letters, and not with the end of one above."""
    letters = squeeze(line)
    is_cut = any(len(label) > len(letters) for label in _begun(letters + squeeze(below)))
    return not is_cut and any(len(label) > SHORTEST for label in _begun(_letters(below)))


def _begun(letters: str) -> list[str]:
    """The labels with which some letters begin."""
    return [label for label in BY_START.get(letters[:START], ()) if letters.startswith(label)]


def _letters(text: str) -> str:
    return squeeze(_NUMBERING.sub("", text))
