"""Options and the marks beside them: which option is ticked, decided a block at a time, never guessed."""

from khedmat.importing.readers.options.block import read
from khedmat.importing.readers.options.phrases import group_named
from khedmat.importing.readers.options.reading import Reading

__all__ = ["Reading", "group_named", "read"]
