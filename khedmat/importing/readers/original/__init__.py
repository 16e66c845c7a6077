"""A file as it looked, for whoever checks what was read from it: safe to show, the reader's blocks marked."""

from khedmat.importing.readers.original.picture import Original, as_it_looked
from khedmat.importing.readers.original.spans import Span, spans_of, spans_of_words

__all__ = ["Original", "Span", "as_it_looked", "spans_of", "spans_of_words"]
