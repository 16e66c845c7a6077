"""The letters of a text as the database says them."""

from typing import Any

from django.db.models import Func, Q, TextField, Value
from django.db.models.functions import Lower, StrIndex
from django.db.models.lookups import GreaterThan

from khedmat.core.persian import ZWNJ

_ALIKE, _SAME = "ةۀأإٱآؤئ" + "۰۱۲۳۴۵۶۷۸۹" + "٠١٢٣٤٥٦٧٨٩", "ههااااوی" + 2 * "0123456789"
_MARKS = "".join(map(chr, (*range(0x64B, 0x660), 0x670)))


def letters(text: Any) -> Func:
    """`persian.squeeze`, but for punctuation: two spellings of a title are one."""
    return translated(Lower(text), _ALIKE + " ء" + ZWNJ + _MARKS, _SAME)


def translated(text: Any, letters_in: str, letters_out: str) -> Func:
    """Each letter of the first for that of the second at its place; those without one are left out."""
    return Func(text, Value(letters_in), Value(letters_out), function="translate", output_field=TextField())


def held(column: str, word: Any) -> Q:
    """Whether a column holds these letters: as `contains`, in half of its time where all rows are looked through."""
    return Q(GreaterThan(StrIndex(column, Value(word) if isinstance(word, str) else word), 0))
