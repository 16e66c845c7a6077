"""One kind of thing that is searched: which rows may be found by whom, and how one is shown."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils.functional import Promise

from khedmat.accounts.models import User
from khedmat.web.desk.search.asked import Asked


class Hit(NamedTuple):
    """A row as the page shows it; without a `goal` there is no page of it for this person. `why` it was found."""

    title: str
    about: str
    why: Promise | str
    goal: str = ""
    badge: str = ""


class Finder(NamedTuple):
    """One entry of the table. `rows` are scoped to the person and in order, best first; a list where they are at hand.

    `is_plain`: its question is the same for all words, and is written once. `is_wide`: many rows of many columns, so
    that the first of them are found as keys before they are read.
    """

    code: str
    title: Promise
    rows: Callable[[Asked, User, date], QuerySet[Any] | list[Any]]
    hit: Callable[[Any, Asked], Hit]
    is_wide: bool = False
    is_plain: bool = False
