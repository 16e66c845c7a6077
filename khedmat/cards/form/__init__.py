"""The form contract: what a filled form says, whoever read it. A value, None (not said), or named in `undecided`.

Every name is from the printed annex of resolution 206/93/7740 of the Supreme Administrative Council (1393), art. 2.
"""

from khedmat.cards.form.access import StageAccess, Stages
from khedmat.cards.form.card import Card
from khedmat.cards.form.contract import as_contract, card_from_contract, from_contract, in_order, prune, prune_each
from khedmat.cards.form.details import Cost, CostItem, Duration, Frequency, Recipients, Visits
from khedmat.cards.form.document import MOST_SURE_OF_A_PICTURE, Document, ListedService, Source, Trace, Warning
from khedmat.cards.form.part import Part
from khedmat.cards.form.permits import Inquiry, Permit, PermitDuration
from khedmat.cards.form.relations import Diagram, ExternalInquiry, Fee, FilledBy, InternalSystem

__all__ = [
    "MOST_SURE_OF_A_PICTURE",
    "Card",
    "Cost",
    "CostItem",
    "Diagram",
    "Document",
    "Duration",
    "ExternalInquiry",
    "Fee",
    "FilledBy",
    "Frequency",
    "Inquiry",
    "InternalSystem",
    "ListedService",
    "Part",
    "Permit",
    "PermitDuration",
    "Recipients",
    "Source",
    "StageAccess",
    "Stages",
    "Trace",
    "Visits",
    "Warning",
    "as_contract",
    "card_from_contract",
    "from_contract",
    "in_order",
    "prune",
    "prune_each",
]
