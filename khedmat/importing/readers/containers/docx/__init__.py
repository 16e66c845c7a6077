"""Word files → lean HTML: boxes in all their encodings as ☑ and ☐, tracked changes taken as accepted."""

from khedmat.importing.readers.containers.docx.document import page_of
from khedmat.importing.readers.containers.docx.flat import packed, packed_2003

__all__ = ["packed", "packed_2003", "page_of"]
