"""A label that was found, and what is printed between it and its value."""

import re
from typing import NamedTuple

from khedmat.importing.readers.labels.dictionary import is_instruction

_AFTER = re.compile(r"\s*((?:\([^()]{0,120}\)\s*)*)([؟?]?\s*[:：]|[؟?]|=|\.{3,}\s*:)?")  # matches every text
_CODES = re.compile(r"\s*\((?:\s*G[2۲٢][A-Z]\b[\s,،/و]*){2,}\)?\s*", re.I)  # «نوع خدمت (G2C, G2B, …»: what is asked for
_PARENTHESES = re.compile(r"\(([^()]*)\)")


class Hit(NamedTuple):
    """A label in a line: `start`–`end` are characters of the label, `value` is where its value may begin.

    `kin`: known by its words alone.
    """

    field: str
    label: str
    start: int
    end: int
    value: int
    sure: float
    colon: bool
    kin: bool = False


class Tail(NamedTuple):
    """What belongs to a label behind its words."""

    length: int
    colon: bool


def tail(rest: str) -> Tail:
    """Printed parentheses and the colon; parentheses without a colon only when they are an instruction."""
    if codes := _CODES.fullmatch(rest):
        return Tail(codes.end(), False)
    after = next(_AFTER.finditer(rest))
    if after[2]:
        return Tail(after.end(), True)
    printed = all(map(is_instruction, _PARENTHESES.findall(after[1])))
    return Tail(after.end(1) if printed else len(rest) - len(rest.lstrip()), False)
