"""The printed form as PDF."""

from khedmat.cards.printing.pages.writing import pdf_of

__all__ = ["pdf_of"]
