"""Service IDs: eleven digits that begin with 1. Phones, accounts and local numbers of the same length are none."""

import re

from khedmat.core.persian import latin_digits

_FEWEST_DIGITS = re.compile(r"\d{4}")  # in a row, in any text with an ID
_RUN = re.compile(r"(?<!\d)\d(?:[\s\-–_.]?\d){4,30}(?!\d)")
_ADDRESS = re.compile(r"(?:https?\b|www\.)[!-~]+", re.I)  # the numbers in it name something else
_ID = re.compile(r"(?<![\d/.=%])1\d{10}(?!\d)")
_SPACED = re.compile(r"(?<![\d/.=%])(1\d{3})[\s\-–]?(\d{4})[\s\-–]?(\d{3})(?!\d)")


def find(text: str) -> list[str]:
    """Every ID of a text in its order, without repetition."""
    return _find(text) if _FEWEST_DIGITS.search(text) else []


def long_numbers(text: str) -> list[str]:
    """Numbers of five digits and more: what stands in an ID box and is no ID."""
    return [re.sub(r"\D", "", run) for run in _RUN.findall(latin_digits(text))]


def is_main(service_id: str) -> bool:
    """DDD = 000: a main service; 100 and up are its sub-services."""
    return service_id.endswith("000")


def _find(text: str) -> list[str]:
    plain = _ADDRESS.sub(" ", latin_digits(text))
    return list(dict.fromkeys(_ID.findall(plain) or map("".join, _SPACED.findall(plain))))
