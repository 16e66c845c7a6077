"""How a file looked, for whoever checks what was read from it: safe to show, the reader's blocks marked."""

from khedmat.importing.readers.original.spans import Span, spans_of, spans_of_words

__all__ = ["Span", "spans_of", "spans_of_words"]
