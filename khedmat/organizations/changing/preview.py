"""What a change would move or end, thing by thing, before it does; and whether that is still what was looked at."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from operator import attrgetter
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import CharField, F, QuerySet, Value
from django.utils.translation import gettext_lazy as _

from khedmat.core.persian import persian_digits
from khedmat.organizations.changing.kinds import KINDS, Case, Group, Item, Kind
from khedmat.organizations.changing.own import OWN

SHOWN = 5  # names in the sentence that tells what changed
CHANGED_MEANWHILE = _(
    "در «%(group)s» پس از پیش‌نمایش چیزی عوض شد: %(added)s افزوده (%(names)s) و %(gone)s برداشته. "
    "چیزی انجام نشد؛ پیش‌نمایش تازه را ببینید و دوباره بفرستید."
)


def preview(case: Case) -> list[Group]:
    """Everything that moves or ends; as many questions whatever the rows."""
    return [kind.group(case) for kind in kinds()]


def held(case: Case, seen: Mapping[str, list[int]]) -> list[Group]:
    """The same of what holds something, or did when it was `seen`: most changes touch few kinds of things."""
    keys = keys_of(case)
    return [kind.group(case) for kind in kinds() if keys[kind.name] or seen.get(kind.name)]


def kinds() -> tuple[Kind, ...]:
    return (*KINDS, *OWN)


def keys_of(case: Case) -> dict[str, list[int]]:
    """Which things of each kind move or end, and nothing else of them; one question for all kinds."""
    found: dict[str, list[int]] = {kind.name: [] for kind in kinds()}
    first, *others = map(partial(_keys, case=case), kinds())
    for name, key in first.union(*others, all=True).order_by("_kind", "_key"):
        found[name].append(key)
    return found


def _keys(kind: Kind, *, case: Case) -> QuerySet[Any, Any]:
    named = {"_kind": Value(kind.name, CharField()), "_key": F("pk")}
    return kind.found(case).order_by().annotate(**named).values_list(*named)


def seen_in(groups: Iterable[Group]) -> dict[str, list[str]]:
    """What was shown, as it is sent back with the button: things, and who takes each."""
    return {group.name: sorted(item.mark for item in group.items) for group in groups}


def refuse_changed(seen: Mapping[str, list[str]], groups: Iterable[Group]) -> None:
    _refuse_other(seen, groups, attrgetter("mark"))


def refuse_other_things(seen: Mapping[str, list[int]], groups: Iterable[Group]) -> None:
    """Whoever takes them: `keys_of` alone was shown."""
    _refuse_other(seen, groups, attrgetter("key"))


def _refuse_other(seen: Mapping[str, list[Any]], groups: Iterable[Group], mark: Callable[[Item], Any]) -> None:
    reasons = [reason for group in groups if (reason := _difference(set(seen.get(group.name, [])), group, mark))]
    if reasons:
        raise ValidationError(reasons, code="conflict")


def _difference(seen: set[Any], group: Group, mark: Callable[[Item], Any]) -> ValidationError | None:
    added = [item for item in group.items if mark(item) not in seen]
    gone = len(seen - set(map(mark, group.items)))
    if not added and not gone:
        return None
    names = "، ".join(item.label for item in added[:SHOWN]) or "–"
    counts = {"added": persian_digits(len(added)), "gone": persian_digits(gone)}
    return ValidationError(CHANGED_MEANWHILE, params={"group": group.title, "names": names} | counts)
