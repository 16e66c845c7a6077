"""Texts that hold nothing but options of one group, with their marks or without."""

import re
from functools import cache
from itertools import chain

from khedmat.core.persian import squeeze
from khedmat.importing.readers import marks
from khedmat.importing.readers.option_table import OPTIONS

_MARKS = str.maketrans("", "", marks.TICKED + marks.EMPTY)


def names_only(group: str, text: str) -> bool:
    """«حاکمیتی», «☑ ملی ☐ استانی», «G2C، G2B»."""
    return bool(_phrases(group).fullmatch(squeeze(marks.normalise(text).translate(_MARKS))))


@cache
def _phrases(group: str) -> re.Pattern[str]:
    letters = sorted(map(squeeze, chain.from_iterable(OPTIONS[group].values())), key=len, reverse=True)
    return re.compile(f"(?:(?:{'|'.join(letters)})و?)+")
