"""Many files that came one beside the other, as the archive that they might have come in."""

import zipfile
from collections.abc import Sequence
from itertools import chain, count

from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.utils.translation import gettext as _

from khedmat.core.persian import persian_digits
from khedmat.importing.uploads import plain_name

MEDIA_TYPE = "application/zip"


def bundled(files: Sequence[UploadedFile]) -> UploadedFile:
    """Uncompressed and without dates: the same files are the same archive. On the disk, never in memory."""
    several = _("%(n)s پرونده") % {"n": persian_digits(len(files))}
    name = several if len(files) > 1 else plain_name(files[0].name or "")
    bundle = TemporaryUploadedFile(name, MEDIA_TYPE, 0, None)
    with zipfile.ZipFile(bundle, "w") as archive:
        _put(archive, files)
    bundle.size = bundle.tell()
    bundle.seek(0)
    return bundle


def _put(archive: zipfile.ZipFile, files: Sequence[UploadedFile]) -> None:
    taken: set[str] = set()
    for file in files:
        name = _free(plain_name(file.name or ""), taken)
        taken.add(name)
        with archive.open(zipfile.ZipInfo(name), "w") as member:
            for chunk in file.chunks():
                member.write(chunk)


def _free(name: str, taken: set[str]) -> str:
    """Two folders may hold files of one name."""
    numbered = chain([name], (f"{number} {name}" for number in count(2)))
    return next(free for free in numbered if free not in taken)
