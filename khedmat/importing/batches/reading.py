"""Reading the files of a batch, some seconds at a time: whatever is cut off is read again, and nothing twice."""

import time
from collections.abc import Iterable, Iterator, Sequence

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.importing.batches.files import File, files_in, read, refused
from khedmat.importing.batches.keeping import keep
from khedmat.importing.batches.kinship import relate
from khedmat.importing.batches.moves import enter, locked
from khedmat.importing.enums import BatchState
from khedmat.importing.models import Batch
from khedmat.importing.owners import Owners
from khedmat.importing.readers.archives import Listed
from khedmat.importing.readers.unreadable import Unreadable
from khedmat.importing.scope import Scope
from khedmat.organizations.at_hand import register_at_hand

A_WHILE = 0.5  # seconds of reading that are kept together: what a kill costs, and how late a pause is heard
MOST_HELD = 32 * 1024**2  # bytes of files that are kept together
MOST_TRIES = 3
DEADLY = _("این پرونده هر بار برنامهٔ خواندن را از کار انداخت و کنار گذاشته شد؛ نسخهٔ دیگری از آن بدهید.")
Todo = Sequence[tuple[int, Listed]]


@register_at_hand()
def read_some(batch: Batch, seconds: float) -> None:
    """Some seconds of it. Where the last file is read, what stands beside what is found out."""
    try:
        files = files_in(batch.file)
    except Unreadable as refusal:
        _end(batch, refusal.message)
        return
    done = set(batch.rows.order_by("place").values_list("place", flat=True))
    todo = [(place, file) for place, file in enumerate(files) if place not in done]
    if _read_each(batch, todo, seconds):
        relate(batch)


@transaction.atomic
def _end(batch: Batch, problem: str) -> None:
    batch = locked(batch)
    batch.problem = problem
    batch.save(update_fields=["problem"])
    enter(batch, BatchState.CANCELLED)


def _read_each(batch: Batch, todo: Todo, seconds: float) -> bool:
    """Whether all of them were read, and nobody held the work."""
    owners = Owners.of(_scope(batch))
    began, until = time.monotonic(), time.monotonic() + seconds
    for files in _together(_each(batch, todo)):
        now = time.monotonic()
        if not keep(batch, files, owners, rate=len(files) / (now - began)) or now > until:
            return False
        began = time.monotonic()
    return True


def _scope(batch: Batch) -> Scope:
    """Whoever brought it might. What came from another agency is looked at as of the day on which it came."""
    move = batch.moves.last()
    return Scope(localdate(move.at if move else batch.at), batch.organization, author=batch.by, is_asked=True)


def _each(batch: Batch, todo: Todo) -> Iterator[tuple[File, bool]]:
    """A file, and whether it is kept alone: after a death one by one, until the file is first that kills its reader."""
    tries = _tries(batch, todo[0][0]) if todo else 0
    for place, listing in todo:
        is_deadly = tries > MOST_TRIES and place == todo[0][0]
        yield refused(place, listing, str(DEADLY)) if is_deadly else read(place, listing), tries > 1


@transaction.atomic
def _tries(batch: Batch, place: int) -> int:
    """How often a step began at this file: as often, but once, the reader died before anything was kept."""
    batch = locked(batch)
    batch.tries = batch.tries + 1 if batch.trying == place else 1
    batch.trying = place
    batch.save(update_fields=["trying", "tries"])
    return batch.tries


def _together(files: Iterable[tuple[File, bool]]) -> Iterator[list[File]]:
    """As many as are read in a while, or may be held."""
    held: list[File] = []
    until = time.monotonic() + A_WHILE
    for file, is_alone in files:
        held.append(file)
        if is_alone or time.monotonic() > until or sum(len(one.data) for one in held) > MOST_HELD:
            yield held
            held, until = [], time.monotonic() + A_WHILE
    if held:
        yield held
