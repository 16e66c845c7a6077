"""Permits: form 1 and form 2 as tables under their printed headers."""

from khedmat.importing.readers.permits.tables import organization_of, read
from khedmat.importing.readers.permits.words import action_of, kind_of

__all__ = ["action_of", "kind_of", "organization_of", "read"]
