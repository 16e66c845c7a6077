"""What happened to a thing, as a page tells it: one line an event, the newest first."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from khedmat.accounts.models import User


class Change(NamedTuple):
    """A box before and after, in words; empty for what was not said."""

    title: str
    was: str
    now: str


class Told(NamedTuple):
    """An event in words. `since` and `until` differ where several of one person in a row are one."""

    kind: str
    title: str
    by: User | str
    since: datetime
    until: datetime
    role: str = ""
    reason: str = ""
    pointed: Sequence[Mapping[str, str]] = ()
    dismissed: Sequence[Mapping[str, str]] = ()
    changes: Sequence[Change] = ()
    accepted: int = 0


def once(kind: str, title: str, *, by: User | str, at: datetime, **more: Any) -> Told:
    """What happened at one moment."""
    return Told(kind, title, by, at, at, **more)
