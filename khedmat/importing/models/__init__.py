"""What people brought, and what became of it."""

from khedmat.importing.models.batches import Batch, BatchRow
from khedmat.importing.models.moves import BatchMove, UploadMove
from khedmat.importing.models.uploads import Intake, Upload

__all__ = ["Batch", "BatchMove", "BatchRow", "Intake", "Upload", "UploadMove"]
