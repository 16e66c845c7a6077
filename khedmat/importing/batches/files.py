"""The files of a batch: in the order of its archive, each with the documents in it or the one problem of it."""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.utils.translation import gettext_lazy as _

from khedmat.core.persian import fold_line
from khedmat.files.models import StoredFile
from khedmat.importing.paper import Paper
from khedmat.importing.papers import papers_of
from khedmat.importing.readers.archives import Archive, Listed, is_archive, listed
from khedmat.importing.readers.unreadable import Unreadable
from khedmat.importing.uploads import LOST

BROKEN = _("خواندن این پرونده با خطایی پیش‌بینی‌نشده بازماند؛ آن را از نو ذخیره کنید یا نسخهٔ دیگری بدهید.")
log = logging.getLogger(__name__)


class File(NamedTuple):
    """By its place in the archive. `data` is empty where it could not be read."""

    place: int
    name: str
    data: bytes
    papers: Sequence[Paper]

    @property
    def is_worth_keeping(self) -> bool:
        """Something in it can be taken in."""
        return not all(paper.problem for paper in self.papers)

    @property
    def media_type(self) -> str:
        return next(paper.media_type for paper in self.papers if paper.document)


def files_in(archive: StoredFile) -> list[Listed]:
    """Unreadable where the store has lost it."""
    path = Path(archive.content.path)
    if not path.is_file():
        raise Unreadable(str(LOST))
    return listed(Archive(path))


def files_of(upload: UploadedFile) -> list[Listed]:
    """Before it is kept. Unreadable where it is no archive, or none of files."""
    return listed(Archive(_source(upload)))


def holds_files(upload: UploadedFile) -> bool:
    """A zip of files, but no document that is one; a broken one is read as a file, which says why it is none."""
    return is_archive(_source(upload))


def _source(upload: UploadedFile) -> bytes | Path:
    """What is large lies on the disk already, and is never read as a whole."""
    if isinstance(upload, TemporaryUploadedFile):
        return Path(upload.temporary_file_path())
    upload.seek(0)
    return upload.read()


def read(place: int, listing: Listed) -> File:
    """Whatever happens, one file never stops the thousands behind it."""
    try:
        data = listing.read()
        return File(place, _name(listing), data, list(papers_of(data, Path(_name(listing)))))
    except Unreadable as refusal:
        return refused(place, listing, refusal.message)
    except Exception:
        log.exception("file %s of an archive could not be read", place)
        return refused(place, listing, str(BROKEN))


def refused(place: int, listing: Listed, problem: str) -> File:
    name = _name(listing)
    return File(place, name, b"", [Paper(Path(name), problem=problem)])


def _name(listing: Listed) -> str:
    return fold_line(listing.name) or "form"
