"""What becomes of the traces of a draft when its boxes change."""

from collections.abc import Collection, Sequence
from itertools import accumulate
from typing import Any

from khedmat.cards.editing import carried
from khedmat.cards.enums import Reading
from khedmat.cards.models import ServiceVersion, ValueTrace


def followed(version: ServiceVersion, *, change: tuple[Any, Any], accepted: Collection[str]) -> list[ValueTrace]:
    """The traces after a change (the contract's JSON before and after), written where they differ.

    Rows that moved take theirs along; a retyped value is «replaced», one agreed with is «accepted».
    """
    traces = list(version.traces.all())
    old = [(trace.path, trace.state) for trace in traces]
    for trace in traces:
        _follow(trace, carried(trace.path, *change))
        if trace.state == Reading.READ and _covers(accepted, trace.path):
            trace.state = Reading.ACCEPTED
    if old == [(trace.path, trace.state) for trace in traces]:
        return traces
    version.traces.all().delete()
    return ValueTrace.objects.bulk_create(_one_a_path(traces))


def still_to_accept(version: ServiceVersion, accepted: Collection[str]) -> list[str]:
    """Of the paths that somebody agrees with, those where a reading waits for it: an old page writes nothing twice."""
    waiting = version.traces.filter(state=Reading.READ).values_list("path", flat=True) if accepted else ()
    known = {above for path in waiting for above in accumulate(path.split("."), "{}.{}".format)}
    return [path for path in dict.fromkeys(accepted) if path in known]


def _follow(trace: ValueTrace, path: str | None) -> None:
    if path is None:
        trace.state = Reading.REPLACED
    else:
        trace.path = path


def _covers(accepted: Collection[str], path: str) -> bool:
    return any(f"{path}.".startswith(f"{one}.") for one in accepted)


def _one_a_path(traces: Sequence[ValueTrace]) -> list[ValueTrace]:
    """A row that moved to where another one was retyped: its trace is the one that still says something."""
    by_path = {trace.path: trace for trace in sorted(traces, key=lambda trace: trace.state != Reading.REPLACED)}
    for trace in by_path.values():
        trace.pk, trace._state.adding = None, True
    return list(by_path.values())
