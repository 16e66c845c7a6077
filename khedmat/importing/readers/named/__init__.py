"""Forms whose boxes bear their names of the contract: read by name, with nothing to guess."""

from khedmat.importing.readers.named.boxes import Box, document_of
from khedmat.importing.readers.named.controls import boxes_in
from khedmat.importing.readers.named.rows import forms_in

__all__ = ["Box", "boxes_in", "document_of", "forms_in"]
