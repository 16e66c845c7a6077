"""Archives of forms, brought as batches; steps of the queue taken by hand."""

import io
import random
import zipfile
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from khedmat.accounts.models import User
from khedmat.importing.batches.taking import take_batch
from khedmat.importing.batches.writing import choose
from khedmat.importing.models import Batch
from khedmat.importing.tasks import advance_batch
from khedmat.organizations.models import Organization
from tests.factories.cards import NOW
from tests.importing.paper import card_text

LATER = NOW + timedelta(hours=1)
LETTERS = "ابپتجچخدرزسشفقکگلمنو"


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return packed.getvalue()


def cards(number: int) -> dict[str, str]:
    """So many cards of services whose titles are nothing like each other."""
    dice = random.Random(7)
    titles = ["".join(dice.choices(LETTERS, k=14)) for _place in range(number)]
    return {f"{place:04}.txt": card_text(title=f"خدمت {title}") for place, title in enumerate(titles)}


def brought(files: Mapping[str, str | bytes], *, organization: Organization, by: User) -> Batch:
    return take_batch(SimpleUploadedFile("forms.zip", zipped(files)), organization=organization, by=by, at=NOW)


def advanced(batch: Batch) -> Batch:
    """One step of the queue."""
    advance_batch(batch=batch.pk)
    return Batch.objects.get(pk=batch.pk)


def all_chosen(batch: Batch, by: User) -> int:
    return choose(batch, batch.rows.all(), by=by, at=LATER)


def said(batch: Batch, *names: str) -> list[Any]:
    """These columns of its rows in order."""
    return list(batch.rows.order_by("place", "part").values_list(*names, flat=len(names) == 1))
