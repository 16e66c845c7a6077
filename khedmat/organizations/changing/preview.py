"""What a change would move or end, thing by thing, before it does; and whether that is still what was looked at."""

from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from khedmat.core.persian import persian_digits
from khedmat.organizations.changing.kinds import KINDS, Case, Group
from khedmat.organizations.changing.own import OWN

SHOWN = 5  # names in the sentence that tells what changed
CHANGED_MEANWHILE = _(
    "در «%(group)s» پس از پیش‌نمایش چیزی عوض شد: %(added)s افزوده (%(names)s) و %(gone)s برداشته. "
    "چیزی انجام نشد؛ پیش‌نمایش تازه را ببینید و دوباره بفرستید."
)


def preview(case: Case) -> list[Group]:
    """Everything that moves or ends; as many questions whatever the rows."""
    return [kind(case) for kind in (*KINDS, *OWN)]


def seen_in(groups: Iterable[Group]) -> dict[str, list[str]]:
    """What the page showed, as it is sent back with the button."""
    return {group.name: sorted(item.mark for item in group.items) for group in groups}


def refuse_changed(seen: Mapping[str, list[str]], groups: Iterable[Group]) -> None:
    reasons = [reason for group in groups if (reason := _difference(set(seen.get(group.name, [])), group))]
    if reasons:
        raise ValidationError(reasons, code="conflict")


def _difference(seen: set[str], group: Group) -> ValidationError | None:
    added = [item for item in group.items if item.mark not in seen]
    gone = len(seen - {item.mark for item in group.items})
    if not added and not gone:
        return None
    names = "، ".join(item.label for item in added[:SHOWN]) or "–"
    counts = {"added": persian_digits(len(added)), "gone": persian_digits(gone)}
    return ValidationError(CHANGED_MEANWHILE, params={"group": group.title, "names": names} | counts)
