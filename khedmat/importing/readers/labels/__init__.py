"""Which labels of the form stand in a line, and where."""

from khedmat.importing.readers.labels.dictionary import is_instruction, looks_cut
from khedmat.importing.readers.labels.hit import Hit
from khedmat.importing.readers.labels.line import hits

__all__ = ["Hit", "hits", "is_instruction", "looks_cut"]
