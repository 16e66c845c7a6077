"""The names of services in a list: what is long enough to be one and is neither a number nor an ID."""

import re

from khedmat.core.persian import fold_line, latin_digits
from khedmat.importing.readers.titles import clean_title, without_code

_DIGITS = r"[\d۰-۹٠-٩]{1,3}"
_NUMBER = re.compile(rf"^\s*{_DIGITS}(?:\s*[-–./]\s*{_DIGITS})*\s*[-–.)ـ]*\s*")  # «1-», «1-1»
_SHORTEST, _LONGEST, _FEWEST_LETTERS = 6, 300, 5


def name_of(text: str) -> str | None:
    """The name in a cell or a line, without the number before it."""
    name = clean_title(_NUMBER.sub("", fold_line(text))) or ""
    return name if _is_name(name) else None


def name_beside_id(text: str) -> str | None:
    """The name in a text that holds the ID too."""
    return name_of(without_code(latin_digits(text)))


def _is_name(text: str) -> bool:
    return _SHORTEST <= len(text) <= _LONGEST and sum(map(str.isalpha, text)) >= _FEWEST_LETTERS
