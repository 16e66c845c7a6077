"""The life of a version, newest first: its moves, what was changed by whom in one go, the files it was read from."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from khedmat.accounts.models import User
from khedmat.cards.enums import Stage
from khedmat.cards.models import Edit, ServiceVersion, StageChange
from khedmat.cards.records import STINT
from khedmat.importing.models import Intake
from khedmat.web.desk.editor.plainly import plainly
from khedmat.web.desk.editor.sections import SECTIONS, Box, owner_of, title_of

MOST_NAMES = 3
NOT_APPLICABLE = "not_applicable."
ORDER = {leaf: place for place, leaf in enumerate(chain.from_iterable(section.leaves for section in SECTIONS))}


class Saving(NamedTuple):
    """An edit before its changes are looked at: a draft may have thousands."""

    pk: int
    at: datetime
    by: int


class Event(NamedTuple):
    """Something at a time: a move, a file, or savings of one person in a row."""

    at: datetime
    move: StageChange | None = None
    intake: Intake | None = None
    savings: tuple[Saving, ...] = ()


class Change(NamedTuple):
    """A box before and after, in words; empty for what was not said."""

    title: str
    was: str
    now: str


class Told(NamedTuple):
    """An event as the page tells it."""

    kind: str
    title: str
    by: User
    since: datetime
    until: datetime
    role: str = ""
    changes: Sequence[Change] = ()
    accepted: int = 0


def events(version: ServiceVersion) -> list[Event]:
    """All of them, newest first, in three questions."""
    savings = [Saving(*row) for row in version.edits.order_by("at", "pk").values_list("pk", "at", "by")]
    known = {(saving.by, saving.at) for saving in savings}
    moves = version.stage_changes.select_related("by", "as_organization").order_by("at", "pk")
    told = [Event(move.at, move=move) for move in moves if not _is_told_by_savings(move, known)]
    told += [Event(one.at, intake=one) for one in version.intakes.select_related("by", "file").order_by("at", "pk")]
    told += [Event(saving.at, savings=(saving,)) for saving in savings]
    return _in_stints(sorted(told, key=attrgetter("at")))[::-1]


def _is_told_by_savings(move: StageChange, known: set[tuple[int, datetime]]) -> bool:
    """The line of the log that stands for a stint says less than its savings do."""
    return move.source == move.target == Stage.DRAFT and (move.by_id, move.at) in known


def _in_stints(told: Iterable[Event]) -> list[Event]:
    """Savings of one person in a row, none later than half an hour after the one before, are one event."""
    stints: list[Event] = []
    for event in told:
        if stints and _goes_on(stints[-1], event):
            stints[-1] = stints[-1]._replace(savings=stints[-1].savings + event.savings)
        else:
            stints.append(event)
    return stints


def _goes_on(stint: Event, event: Event) -> bool:
    if not (stint.savings and event.savings):
        return False
    last, (saving,) = stint.savings[-1], event.savings
    return last.by == saving.by and saving.at - last.at <= STINT


def told(shown: Sequence[Event]) -> list[Told]:
    """The events of one page in words; what was changed is fetched for these alone."""
    wanted = [saving.pk for event in shown for saving in event.savings]
    edits = Edit.objects.select_related("by").in_bulk(wanted)
    return [_told(event, edits) for event in shown]


def _told(event: Event, edits: Mapping[int, Edit]) -> Told:
    if event.move:
        return _move(event.move)
    if event.intake:
        title = _("از پروندهٔ «%(file)s» خوانده شد") % {"file": f"\u2068{event.intake.file.name}\u2069"}  # as <bdi>
        return Told("intake", title, event.intake.by, event.at, event.at)
    return _stint([edits[saving.pk] for saving in event.savings])


def _move(move: StageChange) -> Told:
    title = str(_("پیش‌نویس آغاز شد")) if not move.source else move.get_target_display()
    if move.source == move.target:
        title = str(_("پیش‌نویس بازنوشته شد"))
    return Told("move", title, move.by, move.at, move.at, role=_role(move))


def _role(move: StageChange) -> str:
    """In which role, and for which agency."""
    office = move.as_organization.name if move.as_organization else ""
    return "، ".join(filter(None, (move.get_as_role_display() if move.as_role else "", office)))


def _stint(edits: Sequence[Edit]) -> Told:
    changes, accepted = _changes(edits), sum(len(edit.accepted) for edit in edits)
    return Told(
        "stint", _title(changes, accepted), edits[0].by, edits[0].at, edits[-1].at, changes=changes, accepted=accepted
    )


def _title(changes: Sequence[Change], accepted: int) -> str:
    """«۵ خانه را تغییر داد: …» with the first names."""
    if not changes:
        return _("خوانده‌ها را پذیرفت") if accepted else _("نوشت و بازگرداند")
    names = "، ".join(change.title for change in changes[:MOST_NAMES])
    rest = " …" if len(changes) > MOST_NAMES else ""
    return _("%(count)d خانه را تغییر داد: %(names)s") % {"count": len(changes), "names": names} + rest


def _changes(edits: Sequence[Edit]) -> list[Change]:
    """Each box once: before the first of these savings and after the last."""
    first: dict[str, Any] = {}
    last: dict[str, Any] = {}
    for edit in edits:
        for path, change in edit.changes.items():
            first.setdefault(path, change["was"])
            last[path] = change["now"]
    changed = [path for path in sorted(last, key=_printed) if first[path] != last[path]]
    return [Change(name_of(path), plainly(path, first[path]), plainly(path, last[path])) for path in changed]


def _printed(path: str) -> tuple[int, str]:
    """Where the form prints a box: the database keeps no order of names."""
    return ORDER.get(path.removeprefix(NOT_APPLICABLE), len(ORDER)), path


def name_of(path: str) -> str:
    """The box as the form calls it: «درخواست خدمت: رسانهٔ ارتباطی»."""
    bare = path.removeprefix(NOT_APPLICABLE)
    found = owner_of(bare)
    name = _name(bare, found[1]) if found else bare
    return _("مصداق‌نداشتن «%(box)s»") % {"box": name} if bare != path else name


def _name(path: str, box: Box) -> str:
    leaf = title_of(path, box) if path in box.leaves else box.title
    return str(leaf) if str(leaf) == str(box.title) else f"{box.title}: {leaf}"
