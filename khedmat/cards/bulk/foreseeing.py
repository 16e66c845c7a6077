"""What will become of each of several versions, in as many questions for five hundred as for one."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from khedmat.accounts.models import User
from khedmat.cards.bulk.acts import ACTS, in_the_way
from khedmat.cards.bulk.facts import codes_taken, newer_numbers, tell_of_all
from khedmat.cards.conditions import roles_of, work_for
from khedmat.cards.enums import A_HAND, MOVES, Severity, Stage
from khedmat.cards.models import Finding, Remark, ServiceVersion, StageChange
from khedmat.cards.threads import by_box
from khedmat.cards.titles.bearing import outside_the_lists
from khedmat.core.sequences import grouped


class Foreseen(NamedTuple):
    """A version, and the sentences that would refuse it; none when the step can be taken."""

    version: ServiceVersion
    reasons: list[str]

    @property
    def is_fine(self) -> bool:
        return not self.reasons


def offered(versions: Sequence[ServiceVersion], *, by: User, on: date) -> dict[str, int]:
    """The steps that this person may take for some of these, and for how many."""
    _know_people(versions, by=by, on=on)
    counted = {code: sum(act.may(by, one, on) for one in versions) for code, act in ACTS.items()}
    return {code: number for code, number in counted.items() if number}


def foreseen(versions: Sequence[ServiceVersion], act: str, *, by: User, on: date) -> list[Foreseen]:
    """In their order, by the findings of the last check; whatever changed since is said by the action itself."""
    target = ACTS[act].target
    _know_people(versions, by=by, on=on)
    _know_changes([one for one in versions if target not in MOVES.get(one.stage, ())])
    if target == Stage.APPROVED:
        tell_of_all(versions, "is_title_outside", outside_the_lists(versions))
    if target in (Stage.ACCEPTED, Stage.PUBLISHED):
        _know_findings(versions)
    if target == Stage.ACCEPTED:
        _know_threads(versions)
    if target == Stage.PUBLISHED:
        tell_of_all(versions, "has_newer", newer_numbers(versions))
        tell_of_all(versions, "is_code_taken", codes_taken(versions))
    return [Foreseen(one, in_the_way(act, one, by=by, on=on)) for one in versions]


def _know_people(versions: Sequence[ServiceVersion], *, by: User, on: date) -> None:
    """What I do in each agency, and whose hands are in each text; asked once of versions as fetched."""
    if all((by.pk, on) in one.__dict__.get("_work_known", {}) and "hands" in one.__dict__ for one in versions):
        return
    rows = roles_of(by, on)
    changes = StageChange.objects.filter(version__in=[one.pk for one in versions], target__in=A_HAND)
    hands = grouped(changes.order_by("pk").values_list("version", "by"), by=_first)
    for one in versions:
        one.__dict__.setdefault("_work_known", {})[by.pk, on] = work_for(one.service.owner_id, rows)
        one.__dict__["hands"] = frozenset(who for _version, who in hands.get(one.pk, []))


def _know_findings(versions: Sequence[ServiceVersion]) -> None:
    blockers = Finding.objects.filter(version__in=[one.pk for one in versions], severity=Severity.BLOCKER)
    rules = grouped(blockers.order_by("pk").values_list("version", "rule"), by=_first)
    for one in versions:
        one.__dict__["blocking_rules"] = sorted(rule for _version, rule in rules.get(one.pk, []))


def _know_threads(versions: Sequence[ServiceVersion]) -> None:
    remarks = Remark.objects.filter(version__in=[one.pk for one in versions]).select_related("by").order_by("pk")
    said = grouped(remarks, by=lambda remark: remark.version_id)
    tell_of_all(versions, "threads", {one.pk: by_box(said.get(one.pk, [])) for one in versions})


def _know_changes(versions: Sequence[ServiceVersion]) -> None:
    """Who was faster, of those that stand elsewhere."""
    if versions:
        changes = StageChange.objects.filter(version__in=[one.pk for one in versions]).select_related("by")
        last = {change.version_id: change for change in changes.order_by("at", "pk")}
        tell_of_all(versions, "last_change", {one.pk: last.get(one.pk) for one in versions})


def _first(row: tuple[Any, ...]) -> Any:
    return row[0]
