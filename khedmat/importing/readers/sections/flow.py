"""Sections 9 and 10: the main processes in order, and their diagram. The foot of the form."""

from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.outline import Outline
from khedmat.importing.readers.sections import diagram, foot, processes


def read(outline: Outline, draft: Draft) -> None:
    """The boxes of the diagram first: they are no steps of the list beside them."""
    boxes = diagram.lines(outline.sheet)
    diagram.read(boxes, outline.best("diagram"), draft)
    processes.read(outline, {line.block for line in boxes}, draft)
    foot.read(outline, draft)
