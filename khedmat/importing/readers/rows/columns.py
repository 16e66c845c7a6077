"""What the header of a column asks: a label of the form, or one of the options of such a label."""

import re
from functools import lru_cache
from typing import NamedTuple

from khedmat.core.persian import squeeze
from khedmat.importing.readers import kind_fields
from khedmat.importing.readers.label_table import BRIEF, LABELS
from khedmat.importing.readers.labels import hits
from khedmat.importing.readers.options import group_named
from khedmat.importing.readers.outline.fields import CHOICES

_REMARK = re.compile(r"\([^()]*\)|[\W_]")
_IN_PARENTHESES = re.compile(r"\([^()]*\)")
_BRIEF = {squeeze(word): field for word, field in BRIEF.items()}
_LONGEST = 120  # characters of a header
_OF_THEMSELVES = {*kind_fields.CARD, *kind_fields.TITLE} - {"_access"}  # a group over them is a mere heading
_JOINTS = (" در ", " ", " به ")


class Column(NamedTuple):
    """`field` of its label, if it is one of the form; `option`: what the second line of the header says below it."""

    place: int
    label: str
    field: str | None
    option: str = ""


@lru_cache(maxsize=4096)
def field_of(cell: str) -> str | None:
    """The field whose label is all that a cell says; a label with its answer behind it heads no column."""
    found = hits(" ".join(cell.split())) if 0 < len(cell) <= _LONGEST else []
    if len(found) != 1 or _REMARK.sub("", " ".join(cell.split())[found[0].value :]):
        return None
    return found[0].field


def column(place: int, upper: str, lower: str) -> Column:
    """Of the two lines of its header; the lower one is empty where there is but one."""
    if not lower:
        return _alone(place, upper)
    alone = _alone(place, lower)
    if not alone.option and alone.field in _OF_THEMSELVES:
        return alone
    both = next(filter(lambda text: _says_more(text, upper), (f"{upper}{joint}{lower}" for joint in _JOINTS)), None)
    return Column(place, both, field_of(both)) if both else Column(place, upper, field_of(upper), lower)


def _says_more(text: str, upper: str) -> bool:
    """«تعداد مراجعین» over «ماه» is a label of its own."""
    return field_of(text) not in (None, field_of(upper))


def _alone(place: int, header: str) -> Column:
    """«G2C» heads a column whose label nobody wrote, and «مدت (روز)» one of which only a word was written."""
    field = field_of(header)
    if brief := None if field else _BRIEF.get(squeeze(_IN_PARENTHESES.sub("", header))):
        return Column(place, " ".join([LABELS[brief][0], *_IN_PARENTHESES.findall(header)]), brief)
    group = group_named(squeeze(header), CHOICES) if field is None and header else None
    return Column(place, LABELS[group][0], group, header) if group else Column(place, header, field)
