"""«خدمت به شهروندان (G2C) : True»: a program printed each option of a group as a question of its own."""

import re

from khedmat.core.persian import squeeze
from khedmat.importing.readers.blocks import Line
from khedmat.importing.readers.options import group_named
from khedmat.importing.readers.outline.answers import Answer, Piece
from khedmat.importing.readers.outline.fields import CHOICES
from khedmat.importing.readers.outline.whole import Outline

_END = ("e", "E")  # of both words
_BOOLEAN = re.compile(r"([^:=]{2,80}?)\s*[:=]\s*(?:true|false)\s*", re.I)


def read_boolean(line: Line, made: Outline) -> bool:
    """Whether it is such a line: it answers the group of its option, together with those before it."""
    match = _BOOLEAN.fullmatch(line.text) if line.text.rstrip().endswith(_END) else None
    group = group_named(squeeze(match[1]), CHOICES) if match else None
    if match and group:
        _ask(Answer(group, match[1], line, 0, 1.0, True, []), made)
        made.answers[-1].pieces.append(Piece(line, 0, len(line.text)))
    return group is not None


def _ask(answer: Answer, made: Outline) -> None:
    if made.current is None or made.current.field != answer.field:
        made.answers.append(answer)
