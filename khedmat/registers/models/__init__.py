"""The registers that cards draw on: code lists, document types, and what was done to each entry."""

from khedmat.registers.models.changes import RegisterChange
from khedmat.registers.models.codes import Code, CodeList
from khedmat.registers.models.documents import DocumentType
from khedmat.registers.models.laws import LegalSource

__all__ = ["Code", "CodeList", "DocumentType", "LegalSource", "RegisterChange"]
