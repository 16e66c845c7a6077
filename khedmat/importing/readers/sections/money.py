"""Section 5, the cost that the recipient pays: amounts, accounts, the e-payment boxes and «رایگان» with its box."""

from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.outline import Outline
from khedmat.importing.readers.sections import cost_free, cost_items, cost_text
from khedmat.importing.readers.sections.cost_box import cost_box


def read(outline: Outline, draft: Draft) -> None:
    """What the box of the cost says; an empty box says nothing, least of all that it is free."""
    box = cost_box(outline)
    if box is None:
        return
    for part in (cost_text, cost_free, cost_items):
        part.read(box, draft)
