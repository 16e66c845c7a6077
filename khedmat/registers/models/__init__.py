"""The registers that cards draw on: code lists, entries that stewards keep, and what was done to each of them."""

from khedmat.registers.models.audiences import Audience
from khedmat.registers.models.changes import RegisterChange
from khedmat.registers.models.codes import Code, CodeList
from khedmat.registers.models.documents import DocumentType
from khedmat.registers.models.laws import LegalSource
from khedmat.registers.models.passing import NamePassing
from khedmat.registers.models.systems import DataElement, System

__all__ = [
    "Audience",
    "Code",
    "CodeList",
    "DataElement",
    "DocumentType",
    "LegalSource",
    "NamePassing",
    "RegisterChange",
    "System",
]
