"""Content on disk under the name of its hash."""

import os
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import FileSystemStorage
from django.utils.deconstruct import deconstructible


@deconstructible
class ContentStorage(FileSystemStorage):
    """A name is a hash: what stands there already is the same content, and is never written twice."""

    @property
    def location(self) -> str:
        return str(Path(settings.KHEDMAT_DATA) / "files")

    def _save(self, name: str, content: File) -> str:
        """Aside, then renamed: a kill half-way never leaves half a file under a whole file's name. All aside in one
        folder, for a disk searches long where to begin a file of each of many."""
        target = Path(self.path(name))
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(dir=self.location, prefix=".new-")
        with os.fdopen(handle, "wb") as out:
            for chunk in content.chunks():
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
        os.replace(aside, target)
        return name

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        return name


def content_storage() -> ContentStorage:
    return ContentStorage()
