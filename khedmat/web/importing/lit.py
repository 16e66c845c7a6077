"""What was read from the original of a version: where each value stands in it, and the way back to its field."""

from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from django.db.models import prefetch_related_objects
from django.urls import reverse

from khedmat.cards.models import ServiceVersion, ValueTrace
from khedmat.importing.readers.original import Span, spans_of, spans_of_words
from khedmat.importing.readers.picture import Original, as_it_looked
from khedmat.importing.uploads import content_of
from khedmat.web.desk.editor.sections import owner_of, printed_order, section_of
from khedmat.web.importing.doubts import Doubt, doubts, is_doubtful, named


class Read(NamedTuple):
    """A value as it was read. `spans` is empty where the original was not looked at."""

    path: str
    title: str
    raw: str
    block: int
    state: str
    is_doubtful: bool
    goal: str
    spans: Sequence[Span] = ()

    @property
    def lights(self) -> str:
        """«12:3-10 13:0-5», for the script."""
        return " ".join(f"{span.block}:{span.start}-{span.end}" for span in self.spans)


def traces_of(version: ServiceVersion) -> list[ValueTrace]:
    """In the order of the form; asked of the database once a page."""
    prefetch_related_objects([version], "traces")
    return sorted(version.traces.all(), key=lambda trace: printed_order(trace.path))


def doubts_of(version: ServiceVersion) -> list[Doubt]:
    return doubts(version.document, traces_of(version))


def reads_of(version: ServiceVersion) -> list[Read]:
    return [read_of(version, trace) for trace in traces_of(version)]


def read_of(version: ServiceVersion, trace: ValueTrace, spans: Sequence[Span] = ()) -> Read:
    block = spans[0].block if spans else trace.block
    goal = field_of(version, trace.path)
    return Read(trace.path, named(trace.path), trace.raw, block, trace.state, is_doubtful(trace), goal, spans)


def editor_of(version: ServiceVersion, section: str) -> str:
    """The page of a section, the source beside it."""
    return reverse("web:desk-edit", args=[version.pk, section]) + "?source=1"


def field_of(version: ServiceVersion, path: str) -> str:
    """The address of the field in the editor."""
    return f"{editor_of(version, section_of(path))}#{box_of(path)}"


def box_of(path: str) -> str:
    """The name of the box's element on its page."""
    found = owner_of(path)
    return f"box-{found[1].path}" if found else "main"


def original_of(version: ServiceVersion) -> Original | None:
    """None where the version came from no file. Unreadable where the file is gone or cannot be read any more."""
    file = version.source_file
    return as_it_looked(content_of(file), file.name, part=version.document.source.part) if file else None


def lit(version: ServiceVersion, original: Original) -> list[Read]:
    """All that was read, and what could not be told, with its place in the original."""
    first, blocks = original.first, original.blocks
    read = [read_of(version, trace, spans_of(trace, blocks, first=first)) for trace in traces_of(version)]
    open_doubts = [doubt for doubt in doubts_of(version) if doubt.kind == "undecided" and doubt.raw]
    asked = [_undecided(version, doubt, spans_of_words(doubt.raw, blocks, first=first)) for doubt in open_doubts]
    return [*read, *filter(attrgetter("spans"), asked)]


def _undecided(version: ServiceVersion, doubt: Doubt, spans: Sequence[Span]) -> Read:
    block = spans[0].block if spans else 0
    return Read(doubt.path, doubt.label, doubt.raw, block, "undecided", True, field_of(version, doubt.path), spans)
