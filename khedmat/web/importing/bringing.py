"""What a click brings: a few forms are read at once; archives, scans and many files are left to the queue."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple, TypeVar

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from khedmat.accounts.models import User
from khedmat.importing.batches.bundling import bundled
from khedmat.importing.batches.files import holds_files
from khedmat.importing.batches.taking import demand_room, take_batch
from khedmat.importing.models import Batch, Upload
from khedmat.importing.readers.containers import sniffing
from khedmat.importing.readers.paper import is_scan
from khedmat.importing.readers.unreadable import Unreadable
from khedmat.importing.uploads import Given, papers_in, plain_name, take
from khedmat.web.importing.forms import MOST_AT_ONCE, Bring, refuse_much

FEW = 5  # files that are read one after the other while a browser waits
T = TypeVar("T")


class Brought(NamedTuple):
    """Files that wait to be looked at, and batches that are read now."""

    uploads: list[Upload]
    batches: list[Batch]


def bring(form: Bring, *, by: User, at: datetime) -> Brought:
    """What can be taken in is; the sentence of every other file stands beside the field of the form."""
    files = form.cleaned_data["files"]
    try:
        demand_room(sum(file.size or 0 for file in files), by=by, at=at)
        archives, loose = _parted(files)
    except ValidationError as refusal:
        form.add_error("files", refusal)
        return Brought([], [])
    owned = {"organization": form.office_meant, "by": by, "at": at}
    batches = _each(form, archives, lambda file: take_batch(file, **owned))
    return Brought(_each(form, loose, lambda file: take(_sound(file), **owned)), batches)


def _parted(files: Sequence[UploadedFile]) -> tuple[list[UploadedFile], list[UploadedFile]]:
    """Archives, and the files that are read at once. ValidationError when these are too much for one click."""
    archives = list(filter(holds_files, files))
    loose = [file for file in files if file not in archives]
    if len(loose) > FEW or any(map(_is_scan, loose)):
        return [*archives, bundled(loose)], []
    refuse_much(loose, MOST_AT_ONCE)
    return archives, loose


def _is_scan(file: UploadedFile) -> bool:
    """What cannot even be opened is none: who reads it says why."""
    with suppress(Unreadable):
        return (file.size or 0) <= sniffing.MOST_BYTES and is_scan(_bytes(file))
    return False


def _bytes(file: UploadedFile) -> bytes:
    file.seek(0)
    data: bytes = file.read()
    return data


def _each(form: Bring, files: Sequence[UploadedFile], act: Callable[[UploadedFile], T]) -> list[T]:
    done = []
    for file in files:
        try:
            done.append(act(file))
        except (Unreadable, ValidationError) as refusal:
            form.refuse(file, " ".join(getattr(refusal, "messages", [str(refusal)])))
    return done


def _sound(file: UploadedFile) -> Given:
    """Unreadable where nothing of it can be taken in: it says why of its first document."""
    if (file.size or 0) > sniffing.MOST_BYTES:
        sniffing.refuse_large(file.size or 0)
    data = _bytes(file)
    found = papers_in(data, plain_name(file.name or ""))
    if all(paper.problem for paper in found):
        raise Unreadable(found[0].problem)
    return Given(file.name or "", data, next(paper.media_type for paper in found if paper.document))
