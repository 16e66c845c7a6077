"""The short page of 1396 («جدول ۱»), as a file that an agency puts on its own site."""

from khedmat.cards.printing.short.writing import short_page_of, short_parts_of

__all__ = ["short_page_of", "short_parts_of"]
