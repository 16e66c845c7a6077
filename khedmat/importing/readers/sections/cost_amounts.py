"""The amounts that an entry of the cost's box says."""

import re

from khedmat.importing.readers.sections.cost_box import CostBox, Entry
from khedmat.importing.readers.values.amounts import Amount, amounts
from khedmat.importing.readers.wording import is_zero

HEADER = re.compile(r"^\s*مبل?غ\s*(?:\([^)]*\))?\s*:?\s*")
_THOUSANDS = re.compile(r"(?<![\d,٬،.])\d{1,3}(?:[,٬،]\d{3}){1,4}(?![\d,٬،])")


def amounts_of(entry: Entry, box: CostBox) -> list[Amount]:
    """Zeros fill the columns of an empty table; beside the label of the cost a zero is an answer."""
    text = HEADER.sub("", entry.line)
    if is_zero(text) and not _is_own_answer(entry):
        return []
    return amounts(text) or _of_thousands(text, box)


def _of_thousands(text: str, box: CostBox) -> list[Amount]:
    """«حقیقی 500,000 - حقوقی 900,000» where the label names the unit: a number without thousands may be anything."""
    return list(map(_amount, _THOUSANDS.finditer(text))) if box.names_rials else []


def _amount(number: re.Match[str]) -> Amount:
    return Amount(int(re.sub(r"\D", "", number.group())), number.start(), number.end(), False)


def _is_own_answer(entry: Entry) -> bool:
    return entry.answers("cost") and entry.answer is not None and entry.piece.line.block == entry.answer.line.block
