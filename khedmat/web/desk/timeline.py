"""The life of a version, newest first: its moves, what was changed by whom in one go, what was said and brought."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from operator import attrgetter
from typing import Any, NamedTuple

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from khedmat.cards.enums import Stage
from khedmat.cards.models import CopyChange, Edit, ServiceVersion, StageChange
from khedmat.cards.records import STINT
from khedmat.core.jalali import long
from khedmat.organizations.models import Delegation
from khedmat.organizations.naming import names_on
from khedmat.web.desk.changed import changed
from khedmat.web.desk.happenings.beside import rows_beside, told_of
from khedmat.web.desk.happenings.remarks import of_remarks
from khedmat.web.desk.told import Change, Told

MOST_NAMES = 3
OF_A_DRAFT = ("file", "taken", "ways", "terms")  # the log has a line of its own for them


class Saving(NamedTuple):
    """An edit before its changes are looked at: a draft may have thousands."""

    pk: int
    at: datetime
    by: int


class Event(NamedTuple):
    """Something at a time: a move, savings of one person in a row, or what is in words already."""

    at: datetime
    move: StageChange | None = None
    savings: tuple[Saving, ...] = ()
    told: Told | None = None


def events(version: ServiceVersion) -> list[Event]:
    """All of them, newest first, in four questions."""
    savings = [Saving(*row) for row in version.edits.order_by("at", "pk").values_list("pk", "at", "by")]
    beside = rows_beside(version)
    known = {(saving.by, saving.at) for saving in savings} | {
        (row.by_id, row.at) for row in beside if row.kind in OF_A_DRAFT
    }
    moves = version.stage_changes.select_related("by", "as_organization", "as_delegation").order_by("at", "pk")
    told = [Event(move.at, move=move) for move in moves if not _is_told_by_savings(move, known)]
    said = version.remarks.select_related("by").order_by("at", "pk")
    told += [Event(one.until, told=one) for one in [*map(told_of, beside), *of_remarks(said)]]
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
    names = called_then(event.move for event in shown if event.move)
    return [_told(event, edits, names) for event in shown]


def called_then(moves: Iterable[StageChange | CopyChange]) -> dict[int, str]:
    """Move → what the agency that it was made for was called on its day: its name has changed and will."""
    made = {one.pk: (one.as_organization, localdate(one.at)) for one in moves if one.as_organization}
    names = names_on(made.values())
    return {pk: names[agency.pk, day] for pk, (agency, day) in made.items()}


def _told(event: Event, edits: Mapping[int, Edit], names: Mapping[int, str]) -> Told:
    if event.told:
        return event.told
    if event.move:
        return _move(event.move, names.get(event.move.pk, ""))
    return _stint([edits[saving.pk] for saving in event.savings])


def _move(move: StageChange, office: str) -> Told:
    said = {"role": _role(move, office), "reason": move.reason, "pointed": move.pointed}
    told = Told("move", _title_of(move), move.by, move.at, move.at, **said)
    return told._replace(dismissed=move.dismissed)


def _title_of(move: StageChange) -> str:
    if not move.source:
        return _("پیش‌نویس آغاز شد")
    if move.source != move.target:
        return str(move.get_target_display())
    if move.target == Stage.DRAFT:
        return _("پیش‌نویس بازنوشته شد")
    if move.publish_on is None:
        return _("نوبت انتشار برداشته شد")
    return _("نوبت انتشار: %(day)s") % {"day": long(move.publish_on)}


def _role(move: StageChange, office: str) -> str:
    """In which role, and for which agency."""
    letter = by_letter(move.as_delegation) if move.as_delegation else ""
    return "، ".join(filter(None, (move.get_as_role_display() if move.as_role else "", office, letter)))


def by_letter(delegation: Delegation) -> str:
    """For whom an approver confirmed, and by which letter."""
    said = {"official": delegation.official, "number": delegation.letter_number}
    return _("به نمایندگی از %(official)s با نامهٔ شمارهٔ %(number)s") % said


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
    return changed(first, last)
