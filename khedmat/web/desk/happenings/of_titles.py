"""The life of a list of titles: what was written, taken away, confirmed and attached."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from khedmat.cards.enums import TitleStep
from khedmat.cards.models import Attachment, AttachmentEnd, TitleChange, TitleList
from khedmat.core.persian import persian_digits
from khedmat.web.desk.happenings.beside import together, told_of
from khedmat.web.desk.timeline import by_letter
from khedmat.web.desk.told import Change, Told, once

MOST_NAMES = 3
SAID = {
    "title": gettext_lazy("عنوان"),
    "is_electronic": gettext_lazy("الکترونیکی"),
    "parent": gettext_lazy("زیر خدمت"),
    "order": gettext_lazy("جا در فهرست"),
}
WAYS = {True: gettext_lazy("آری"), False: gettext_lazy("نه")}


def events(titles: TitleList) -> list[Told]:
    """All of them, newest first, in two questions."""
    changes = titles.changes.select_related("by", "as_delegation", "source_file").order_by("revision")
    found = [*map(_told, changes), *map(told_of, together(*_attached(titles)))]
    return sorted(found, key=lambda one: one.until)[::-1]


def _attached(titles: TitleList) -> Iterator[Any]:
    yield Attachment.objects.filter(title_list=titles), "file", "title", "number"
    yield AttachmentEnd.objects.filter(attachment__title_list=titles), "taken", "attachment__title", "reason"


def _told(change: TitleChange) -> Told:
    said = change.said
    kind = "move" if change.step in (TitleStep.BEGUN, TitleStep.CONFIRMED) else "stint"
    titles = said.get("titles", [])
    changes = [Change(_("عنوان‌ها"), *_sides(change.step, titles))] if titles else _row(said)
    more: dict[str, Any] = {"changes": changes, "reason": _source(change)}
    if change.as_delegation:
        more["role"] = by_letter(change.as_delegation)
    return once(kind, _title(change, titles), by=change.by, at=change.at, **more)


def _title(change: TitleChange, titles: Sequence[str]) -> str:
    step = change.get_step_display()
    if titles:
        rest = " …" if len(titles) > MOST_NAMES else ""
        return f"{step} ({persian_digits(len(titles))}): {'، '.join(titles[:MOST_NAMES])}{rest}"
    if before := change.said.get("before"):
        return f"{step}: «{before['title']}»"
    return step


def _sides(step: str, titles: Sequence[str]) -> tuple[str, str]:
    lines = "\n".join(titles)
    return (lines, "") if step == TitleStep.REMOVED else ("", lines)


def _row(said: Mapping[str, Any]) -> list[Change]:
    before, after = said.get("before", {}), said.get("after", {})
    differ = [name for name in SAID if before.get(name) != after.get(name)]
    return [Change(str(SAID[name]), _plainly(before.get(name)), _plainly(after.get(name))) for name in differ]


def _plainly(value: object) -> str:
    if isinstance(value, bool):
        return str(WAYS[value])
    return "" if value is None else persian_digits(str(value))


def _source(change: TitleChange) -> str:
    """The letter that confirms, or the file that the lines were read from."""
    if change.step == TitleStep.CONFIRMED:
        letter = {"who": change.said["signed_by"], "number": change.said["letter_number"]}
        count = {"count": persian_digits(change.said["said_count"])}
        return _("نامهٔ %(who)s به شمارهٔ %(number)s: %(count)s عنوان") % (letter | count)
    return _("از پروندهٔ «%(name)s»") % {"name": change.source_file.name} if change.source_file else ""
