"""Taking files in."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from django.core.files.base import ContentFile, File
from django.db import transaction

from khedmat.core.persian import fold_line
from khedmat.files.models import StoredFile

NAME_LENGTH = 255


def store(data: bytes, *, name: str, media_type: str, at: datetime) -> StoredFile:
    """The file of this content; the same content again is the same file, under its first name."""
    return store_file(ContentFile(data), name=name, media_type=media_type, at=at)


@transaction.atomic
def store_file(file: File, *, name: str, media_type: str, at: datetime) -> StoredFile:
    """The same for what is too large to be held in memory."""
    digest = _sha256(file.chunks())
    if known := StoredFile.objects.filter(sha256=digest).first():
        return known
    place = f"{digest[:2]}/{digest[2:]}"
    content = StoredFile._meta.get_field("content").storage.save(place, file)
    values = {
        "name": fold_line(name)[-NAME_LENGTH:],
        "media_type": media_type,
        "size": file.size,
        "content": content,
        "created_at": at,
    }
    return StoredFile.objects.get_or_create(sha256=digest, defaults=values)[0]


def _sha256(chunks: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
    return digest.hexdigest()
