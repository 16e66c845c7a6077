"""The files beside a published card, fetched with its versions: a public page asks few questions."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from khedmat.cards.enums import AttachmentKind
from khedmat.cards.models import Attachment, ServiceVersion
from khedmat.cards.models.queries import VersionQuerySet

COLUMNS = {name: name for name in ("pk", "kind", "title", "number", "day", "name")} | {"size": "file__size"}


class PublicFile(NamedTuple):
    """As the page lists it."""

    pk: int
    kind: str
    title: str
    number: str
    day: date | None
    name: str
    size: int

    @property
    def label(self) -> str:
        return str(AttachmentKind(self.kind).label)


def with_files(versions: VersionQuerySet) -> VersionQuerySet:
    """Each with what `files_of` takes."""
    files = Attachment.objects.public().filter(version=OuterRef("pk")).order_by("pk")
    return versions.annotate(files=ArraySubquery(files.values(json=JSONObject(**COLUMNS))))


def files_of(version: ServiceVersion, rows: Iterable[Any]) -> list[PublicFile]:
    found = next((row.files for row in rows if row.pk == version.pk), [])
    return [PublicFile(**one | {"day": one["day"] and date.fromisoformat(one["day"])}) for one in found]
