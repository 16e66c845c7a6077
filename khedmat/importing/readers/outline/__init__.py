"""The labels of a document with the pieces of text that answer them."""

from khedmat.importing.readers.outline.answers import Answer, Outline, Piece
from khedmat.importing.readers.outline.reading import outline

__all__ = ["Answer", "Outline", "Piece", "outline"]
