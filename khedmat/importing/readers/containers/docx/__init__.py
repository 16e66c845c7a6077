"""Word files → lean HTML: boxes in all their encodings as ☑ and ☐, tracked changes taken as accepted."""

from khedmat.importing.readers.containers.docx.document import page_of

__all__ = ["page_of"]
