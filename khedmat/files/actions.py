"""Taking files in."""

import hashlib
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import NamedTuple

from django.core.files.base import ContentFile, File
from django.db import transaction

from khedmat.core.persian import fold_line
from khedmat.files.models import StoredFile

NAME_LENGTH = 255
AT_ONCE = 4  # files on their way to the disk: most of a saving is waiting for it


class Brought(NamedTuple):
    """A file as it came."""

    file: File
    name: str
    media_type: str


def store(data: bytes, *, name: str, media_type: str, at: datetime) -> StoredFile:
    """The file of this content; the same content again is the same file, under its first name."""
    return store_file(ContentFile(data), name=name, media_type=media_type, at=at)


def store_file(file: File, *, name: str, media_type: str, at: datetime) -> StoredFile:
    """The same for what is too large to be held in memory."""
    return store_files([Brought(file, name, media_type)], at=at)[0]


@transaction.atomic
def store_files(brought: Sequence[Brought], *, at: datetime) -> list[StoredFile]:
    """The same for many, in the order in which they are given."""
    digests = [_sha256(one.file.chunks()) for one in brought]
    known = StoredFile.objects.in_bulk(digests, field_name="sha256")
    new = {digest: one for digest, one in zip(digests, brought, strict=True) if digest not in known}
    if new:
        known |= _kept(new, at)
    return [known[digest] for digest in digests]


def _kept(new: dict[str, Brought], at: datetime) -> dict[str, StoredFile]:
    """By their hashes. Somebody may bring the same files at this moment: they are waited for, and by all in one order,
    for two that wait for each other would never end."""
    with ThreadPoolExecutor(AT_ONCE) as hands:
        places = list(hands.map(_laid_down, new, new.values()))
    rows = [
        StoredFile(
            sha256=digest,
            name=fold_line(one.name)[-NAME_LENGTH:],
            media_type=one.media_type,
            size=one.file.size,
            content=place,
            created_at=at,
        )
        for (digest, one), place in zip(new.items(), places, strict=True)
    ]
    StoredFile.objects.bulk_create(sorted(rows, key=lambda row: row.sha256), ignore_conflicts=True)
    return StoredFile.objects.in_bulk(list(new), field_name="sha256")


def _laid_down(digest: str, one: Brought) -> str:
    """Where its content lies on the disk."""
    return StoredFile._meta.get_field("content").storage.save(f"{digest[:2]}/{digest[2:]}", one.file)


def _sha256(chunks: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
    return digest.hexdigest()
