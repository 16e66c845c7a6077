"""Word files of older generations → DOCX, through LibreOffice where it is installed."""

from khedmat.importing.readers.containers.office.conversion import as_docx
from khedmat.importing.readers.containers.office.rtf import with_lost_boxes_left_out

__all__ = ["as_docx", "with_lost_boxes_left_out"]
