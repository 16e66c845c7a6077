"""The labels of a document with the pieces of text that answer them."""

from khedmat.importing.readers.outline.answers import Answer, Piece
from khedmat.importing.readers.outline.links import link_of
from khedmat.importing.readers.outline.reading import outline
from khedmat.importing.readers.outline.whole import Outline

__all__ = ["Answer", "Outline", "Piece", "link_of", "outline"]
