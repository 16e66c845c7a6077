"""Services, versions of their cards, and the rows of each."""

from khedmat.cards.models.asked import AskedDocument, CitedLaw, ExchangedElement, NamedAudience, UsedSystem
from khedmat.cards.models.attachments import Attachment, AttachmentEnd
from khedmat.cards.models.beside import DocumentWay, IssuingService, PriceReminder, PriceTerm, Term, Way
from khedmat.cards.models.bulk import BulkResult, BulkRun
from khedmat.cards.models.copies import LocalCopy, LocalCopyQuerySet
from khedmat.cards.models.copy_changes import CopyChange
from khedmat.cards.models.counts import ServiceCount
from khedmat.cards.models.duty import DutyClosing, DutyReminder, DutyRound, DutySending
from khedmat.cards.models.edits import Edit
from khedmat.cards.models.feedback import Feedback, FeedbackStep
from khedmat.cards.models.freshness import Confirmation, FreshnessReminder
from khedmat.cards.models.governing import Dismissal, DismissalEnd, RuleCount, SeverityChange
from khedmat.cards.models.identity import GivenId
from khedmat.cards.models.keys import ServiceKey
from khedmat.cards.models.links import CardLink, LinkCheck, WebAddress
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
from khedmat.cards.models.popular import NameStep, PopularName
from khedmat.cards.models.portal import PortalCheck, ServicesPage
from khedmat.cards.models.review import Remark
from khedmat.cards.models.score import CardScore
from khedmat.cards.models.searches import SearchDay, SearchDismissal
from khedmat.cards.models.service import Service
from khedmat.cards.models.succession import LocalCopyMove, ServiceMove
from khedmat.cards.models.titles import DeclaredTitle, TitleChange, TitleList
from khedmat.cards.models.unknown import UnknownName
from khedmat.cards.models.version import ServiceVersion
from khedmat.cards.models.yardsticks import StatutoryLimit, TreasuryList

__all__ = [
    "BulkResult",
    "BulkRun",
    "Attachment",
    "AttachmentEnd",
    "CardLink",
    "CardScore",
    "CitedLaw",
    "Confirmation",
    "AskedDocument",
    "CopyChange",
    "CostItem",
    "DeclaredTitle",
    "DiagramBox",
    "DiagramLink",
    "Dismissal",
    "DismissalEnd",
    "DocumentRequirement",
    "DocumentWay",
    "DutyClosing",
    "DutyReminder",
    "DutyRound",
    "DutySending",
    "Edit",
    "ExchangedElement",
    "ExternalInquiry",
    "Feedback",
    "FeedbackStep",
    "Filler",
    "Finding",
    "FreshnessReminder",
    "GivenId",
    "InternalSystem",
    "IssuingService",
    "LegalCitation",
    "LinkCheck",
    "LocalCopy",
    "LocalCopyMove",
    "LocalCopyQuerySet",
    "NameStep",
    "PopularName",
    "PortalCheck",
    "PriceReminder",
    "PriceTerm",
    "Process",
    "Remark",
    "RuleCount",
    "SearchDay",
    "SearchDismissal",
    "Service",
    "ServiceCount",
    "ServiceKey",
    "ServiceMove",
    "ServiceVersion",
    "ServicesPage",
    "SeverityChange",
    "StageAccess",
    "StageChange",
    "StatutoryLimit",
    "Term",
    "TitleChange",
    "TitleList",
    "TreasuryList",
    "UnknownName",
    "ValueTrace",
    "Way",
    "WebAddress",
    "NamedAudience",
    "UsedSystem",
]
