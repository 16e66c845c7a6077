"""All labels as letters without spaces, arranged for the ways in which they are looked up."""

import re
from collections import defaultdict

from khedmat.core.persian import squeeze
from khedmat.importing.readers.label_table import INSTRUCTIONS, LABELS, SHORT

FIELDS = {squeeze(label): field for field, labels in LABELS.items() for label in labels}
PRINTED = {squeeze(label): label for labels in LABELS.values() for label in labels}
FREE = squeeze("رایگان")  # an option as often as a label
INLINE = {"cost_account", "frequency_once"}  # printed inside a line with no colon
LONG = [label for label in FIELDS if len(label) >= 10]  # so much of a line's beginning is no chance
LIKENED = [label for label in FIELDS if len(label) >= 6 and label != FREE]
BY_START: dict[str, list[str]] = defaultdict(list)  # by two letters, the longest first
for _label in sorted(FIELDS, key=len, reverse=True):
    BY_START[_label[:2]].append(_label)

_ONE_WORD = {label for label, printed in PRINTED.items() if len(printed.split()) == 1}
EVERYDAY = {label for label in _ONE_WORD if FIELDS[label] in SHORT}
NO_BEGINNING = {label for label in _ONE_WORD if FIELDS[label] == "_heading"}
OTHERS = {label for label, field in FIELDS.items() if field == "_other"}
NUMBERED = {label for label, field in FIELDS.items() if field == "local_id"}  # only a number may follow
SHORTEST = 6  # letters; what is shorter is part of many words
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

_INSTRUCTIONS = set(map(squeeze, INSTRUCTIONS))
NO_LABELS = _INSTRUCTIONS - FIELDS.keys()
_NUMBERING = re.compile(r"^[\s\d۰-۹\-–.]+")


def is_instruction(text: str) -> bool:
    """Printed on every form, so never a value."""
    return squeeze(text) in _INSTRUCTIONS


def looks_cut(text: str) -> bool:
    """The beginning of a label, as the last line of a file that was cut."""
    letters = squeeze(_NUMBERING.sub("", text))
    return len(letters) >= 3 and any(label.startswith(letters) for label in FIELDS)
