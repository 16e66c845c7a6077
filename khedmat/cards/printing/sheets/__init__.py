"""Forms as XLSX: one card below each other, or many a row each; rows of its lists on sheets of their own."""

from khedmat.cards.printing.sheets.writing import xlsx_of

__all__ = ["xlsx_of"]
