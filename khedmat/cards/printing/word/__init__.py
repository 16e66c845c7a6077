"""The printed form as DOCX: every box is a content control that bears its name, and is read back."""

from khedmat.cards.printing.word.writing import docx_of

__all__ = ["docx_of"]
