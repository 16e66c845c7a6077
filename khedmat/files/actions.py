"""Taking files in."""

import hashlib
from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction

from khedmat.core.persian import fold_line
from khedmat.files.models import StoredFile

NAME_LENGTH = 255


@transaction.atomic
def store(data: bytes, *, name: str, media_type: str, at: datetime) -> StoredFile:
    """The file of this content; the same content again is the same file, under its first name."""
    digest = hashlib.sha256(data).hexdigest()
    if known := StoredFile.objects.filter(sha256=digest).first():
        return known
    place = f"{digest[:2]}/{digest[2:]}"
    content = StoredFile._meta.get_field("content").storage.save(place, ContentFile(data))
    values = {
        "name": fold_line(name)[-NAME_LENGTH:],
        "media_type": media_type,
        "size": len(data),
        "content": content,
        "created_at": at,
    }
    return StoredFile.objects.get_or_create(sha256=digest, defaults=values)[0]
