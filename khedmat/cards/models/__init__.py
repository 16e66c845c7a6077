"""Services, versions of their cards, and the rows of each."""

from khedmat.cards.models.edits import Edit
from khedmat.cards.models.logs import Finding, StageChange
from khedmat.cards.models.parts import (
    CostItem,
    DiagramBox,
    DiagramLink,
    DocumentRequirement,
    ExternalInquiry,
    Filler,
    InternalSystem,
    LegalCitation,
    Process,
    StageAccess,
    ValueTrace,
)
from khedmat.cards.models.service import Service
from khedmat.cards.models.version import ServiceVersion

__all__ = [
    "CostItem",
    "DiagramBox",
    "DiagramLink",
    "DocumentRequirement",
    "Edit",
    "ExternalInquiry",
    "Filler",
    "Finding",
    "InternalSystem",
    "LegalCitation",
    "Process",
    "Service",
    "ServiceVersion",
    "StageAccess",
    "StageChange",
    "ValueTrace",
]
