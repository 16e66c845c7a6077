"""«نوع: خدمت به کسب و کار»: a label that the dictionary lacks, and an answer that only one question of the form has."""

import re

from khedmat.core.sequences import first_where
from khedmat.importing.readers.blocks import Line
from khedmat.importing.readers.option_words import names_only
from khedmat.importing.readers.outline.answers import Answer, Piece

_ASKED = re.compile(r"\W*([^:]{2,40}?)\s*:\s*(?=\S)")
_GROUPS = ("service_type", "nature")  # whose options are no words of anything else
_SURE = 0.8


def named_by_options(line: Line) -> Answer | None:
    """The question that the options behind a colon answer."""
    asked = _ASKED.match(line.text) if ":" in line.text else None
    group = first_where(lambda name: names_only(name, line.text[asked.end() :]), _GROUPS) if asked else None
    if asked is None or group is None:
        return None
    return Answer(group, asked[1], line, asked.start(1), _SURE, True, [Piece(line, asked.end(), len(line.text))])
