"""What is said of the boxes of a version, box by box, and what still waits for whoever began it."""

from collections.abc import Iterable
from itertools import groupby, takewhile
from operator import attrgetter
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet

from khedmat.accounts.models import User
from khedmat.cards.editing import followed, row_box
from khedmat.cards.editing.boxes import LISTS
from khedmat.cards.enums import OF_EXAMINERS, OPENING, UNDER_REVIEW, Say
from khedmat.cards.foreknown import foreknown
from khedmat.cards.models import Remark, ServiceVersion


class Thread(NamedTuple):
    """The remarks on one box, the oldest first."""

    path: str
    remarks: tuple[Remark, ...]

    @property
    def opening(self) -> Remark | None:
        """The question or suggestion that nobody has settled yet; None when the box is fine, or was only answered."""
        return next(filter(lambda one: one.kind in OPENING, reversed(self.since)), None)

    @property
    def is_open(self) -> bool:
        return self.opening is not None

    @property
    def is_seen(self) -> bool:
        return not OF_EXAMINERS.isdisjoint(map(attrgetter("kind"), self.remarks))

    @property
    def suggestion(self) -> Remark | None:
        """The newest text that was proposed and is not settled."""
        return next(filter(lambda one: one.kind == Say.SUGGEST, self.since), None)

    @property
    def takes(self) -> Remark | None:
        """The suggestion, where there still is a box for it: the row of a form may be gone."""
        return None if self.path in LISTS else self.suggestion

    @property
    def since(self) -> list[Remark]:
        """What was said since the box was last found fine, the newest first."""
        return list(takewhile(lambda one: one.kind != Say.ACCEPT, reversed(self.remarks)))


def threads_of(version: ServiceVersion) -> dict[str, Thread]:
    return by_box(version.remarks.select_related("by").order_by("pk"))


def open_of_centre(version: ServiceVersion) -> list[Thread]:
    """What the centre itself began and has not settled."""
    threads = foreknown(version, "threads", lambda: threads_of(version))
    return [thread for thread in threads.values() if thread.opening and thread.opening.of_centre]


def carried_to(draft: ServiceVersion) -> dict[str, Thread]:
    """What was left open in the version that was sent before this draft: its authors answer by mending the boxes."""
    if draft.number == 1:
        return {}
    sent = ServiceVersion.objects.sent().filter(service=draft.service_id, number__lt=draft.number).order_by("-number")
    remarks = Remark.objects.filter(version=sent.values("pk")[:1]).select_related("by").order_by("pk")
    left = {path: thread for path, thread in by_box(remarks).items() if thread.is_open}
    return _in_rows_of(draft, sent[0], left) if any(map(row_box, left)) else left


def _in_rows_of(draft: ServiceVersion, sent: ServiceVersion, left: dict[str, Thread]) -> dict[str, Thread]:
    """Each thread at the box as the draft has it: rows of forms 1 and 2 move; those of rows that are gone meet."""
    before, now = sent.document, draft.document
    found: dict[str, Thread] = {}
    for path, thread in left.items():
        place = followed(path, before, now)
        known = found[place].since if place in found else []
        said = sorted([*known, *thread.since], key=attrgetter("pk")) if known else thread.remarks
        found[place] = Thread(place, tuple(said))
    return found


def unanswered() -> QuerySet[Remark]:
    """Questions and suggestions of versions under review to which nobody has answered since."""
    return _unsettled().exclude(Exists(_of_its_box(pk__gt=OuterRef("pk"), kind=Say.ANSWER)))


def answered_to(user: User) -> QuerySet[Remark]:
    """The twin of `Thread.opening`, where all is answered: whoever began it asks again or finds the box fine."""
    earlier = _unsettled().filter(version=OuterRef("version"), path=OuterRef("path"), pk__lt=OuterRef("pk"))
    waits = unanswered().filter(version=OuterRef("version"), path=OuterRef("path"))
    return _unsettled().filter(~Exists(earlier), ~Exists(waits), by=user.pk)


def _unsettled() -> QuerySet[Remark]:
    """Openings after which nobody found the box fine."""
    opening = Remark.objects.filter(kind__in=OPENING, version__stage__in=UNDER_REVIEW).order_by()
    return opening.exclude(Exists(_of_its_box(pk__gt=OuterRef("pk"), kind=Say.ACCEPT)))


def _of_its_box(**narrowed: Any) -> QuerySet[Remark]:
    return Remark.objects.filter(version=OuterRef("version"), path=OuterRef("path"), **narrowed).order_by()


def by_box(remarks: Iterable[Remark]) -> dict[str, Thread]:
    path = attrgetter("path")
    return {box: Thread(box, tuple(said)) for box, said in groupby(sorted(remarks, key=path), key=path)}
