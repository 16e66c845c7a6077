"""What a page shows beside its fields, in a few characters: a page that shows it already is not sent it again."""

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Any
from zlib import crc32

from khedmat.cards.form import Document
from khedmat.cards.score import Score
from khedmat.web.desk.editor.stepping import Step

_SAID = attrgetter("rule", "severity", "field", "message")


def print_of(
    document: Document, findings: Sequence[Any], *, errors: Mapping[str, str], steps: Sequence[Step], score: Score
) -> str:
    """Of findings, sentences, the state of every page, the score, doubts and the diagram."""
    flow = (document.card.processes, document.card.diagram) if document.card else None
    said = [list(map(_SAID, findings)), dict(errors), [step[1:] for step in steps], score, document.undecided, flow]
    return f"{crc32(repr(said).encode()):08x}"
