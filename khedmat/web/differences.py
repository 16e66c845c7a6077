"""What two versions of a card say differently, box by box in the order of the form."""

from khedmat.cards.editing import boxes_of
from khedmat.cards.form import Card, Document
from khedmat.cards.models import ServiceVersion
from khedmat.web.desk.changed import changed
from khedmat.web.desk.naming_boxes import NOT_APPLICABLE
from khedmat.web.desk.told import Change

OF_THE_FILLER = f"{NOT_APPLICABLE}card.filled_by"


def differences(before: Document, after: Document) -> list[Change]:
    return changed(boxes_of(before), boxes_of(after))


def public_document(version: ServiceVersion) -> Document:
    """The document as anybody may read it: nothing of the filler, no account number."""
    whole = version.document
    reasons = {path: why for path, why in whole.not_applicable.items() if not _is_of_filler(path)}
    return whole.model_copy(update={"card": version.public_card or Card(), "not_applicable": reasons})


def _is_of_filler(path: str) -> bool:
    return f"{NOT_APPLICABLE}{path}".startswith(OF_THE_FILLER)
