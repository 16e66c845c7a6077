"""The labels at the foot of the form, and what stands behind each on its line."""

import re
from typing import NamedTuple

from khedmat.core.persian import fold
from khedmat.importing.readers.blocks import Line

_GAP = r"[\s\u200c]*"
_NAME = rf"نام{_GAP}و{_GAP}نام{_GAP}خانوادگی"
_LABEL = re.compile(  # each with its colon, or alone in its cell
    r"(?<!\w)(?:"
    rf"(?P<name>(?:{_NAME}{_GAP}|نام{_GAP})?تکمیل{_GAP}کننده\u0654?{_GAP}(?:فرم)?{_GAP}(?:شناسنامه)?|{_NAME})"
    rf"|(?P<phone>شماره{_GAP}(?:تماس|تلفن)|تلفن{_GAP}(?:تماس)?)"
    rf"|(?P<email>پست{_GAP}الکترونیکی?|ایمیل)"
    rf"|(?P<unit>واحد{_GAP}(?:مربوطه?)?)"
    r")\s*(?:\([^()]*\)\s*)?(?:[:=]|$)"
)


class Asked(NamedTuple):
    """A box with what stands behind its label on the same line."""

    box: str
    value: str
    line: Line


def asked_on(line: Line) -> list[Asked]:
    """Every label of a line with the text up to the next one."""
    text = fold(line.text).strip()
    labels = list(filter(_asks, _LABEL.finditer(text)))
    ends = [*map(re.Match.start, labels[1:]), len(text)]
    return [
        Asked(str(label.lastgroup), text[label.end() : end].strip(), line)
        for label, end in zip(labels, ends, strict=False)
    ]


def is_label(line: Line) -> bool:
    """A line that ends with a label, without its value."""
    return any(not asked.value for asked in asked_on(line)[-1:])


def _asks(label: re.Match[str]) -> bool:
    """Without its colon only where it is all that its cell holds."""
    return label.group().endswith((":", "=")) or not label.start()
