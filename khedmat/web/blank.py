"""The empty form: the annex with nothing said, and as many empty rows as the paper prints."""

from typing import Any

from khedmat.cards import form
from khedmat.cards.vocabulary import VOCABULARY
from khedmat.web.annex import Identity, Print, boxes_of

LINES, ROWS, PROCESSES, INQUIRIES = 4, 3, 5, 4
NOBODY = form.Source(name="blank", media_type="text/html")


def blank_annex(*, is_explained: bool) -> dict[str, Any]:
    """The context of the annex before anybody wrote in it."""
    return {
        "undecided": [],
        "identity": Identity(None, None),
        "print": Print(is_whole=True, is_blank=True, is_explained=is_explained),
        **boxes_of(_paper(), _empty_card()),
    }


def _empty_card() -> form.Card:
    return form.Card(
        documents=[""] * LINES,
        laws=[""] * LINES,
        cost=form.Cost(items=[form.CostItem()] * 2),
        internal_systems=[form.InternalSystem()] * ROWS,
        external_inquiries=[form.ExternalInquiry()] * ROWS,
        processes=[""] * PROCESSES,
    )


def _paper() -> form.Document:
    """Form 1 with a column an action, form 2 with the columns that fit."""
    permits = [form.Permit.model_validate({"action": action}) for action in VOCABULARY["permit_action"]]
    return form.Document(kind="service_card", source=NOBODY, permits=permits, inquiries=[form.Inquiry()] * INQUIRIES)
