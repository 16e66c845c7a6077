"""A queue of work: whose it is, which rows wait in it, since when and until when."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils.functional import Promise

from khedmat.accounts.models import User
from khedmat.organizations.enums import Role

Rows = Callable[[User, datetime], QuerySet[Any]]


class Queue(NamedTuple):
    """One entry of the table. `rows` are scoped to the person and counted as they are, never fetched.

    `since`, `day`: expressions over the rows, an instant from which a row waits and a day that comes for it; `term`:
    the stage whose working days it has; `goal`: the address of the list narrowed to the queue.
    """

    code: str
    roles: tuple[Role, ...]
    title: Promise
    meaning: Promise
    rows: Rows
    goal: str
    since: Any = None
    day: Any = None
    term: str = ""
