"""The life of a provincial copy: its moves, and the boxes that were written or follow the national card again."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from khedmat.cards.copies.effective import effective
from khedmat.cards.enums import CopyStage
from khedmat.cards.form import Document
from khedmat.cards.models import CopyChange, LocalCopy, ServiceVersion
from khedmat.web.desk.copies.saying import said, title_of
from khedmat.web.desk.happenings.runs import runs
from khedmat.web.desk.timeline import called_then
from khedmat.web.desk.told import Change, Told

FOLLOWS = gettext_lazy("همان الگوی ملی")
Run = list[CopyChange]


def events(copy: LocalCopy) -> list[Run]:
    """Newest first; savings of one person in a row are one."""
    changes = copy.changes.select_related("by", "as_organization").order_by("at", "pk")
    return runs(changes, _is_saving)[::-1]


def told(shown: Sequence[Run]) -> list[Told]:
    """In words; the national cards that the boxes stood beside are fetched for these alone."""
    beside = {change.compared_with_id for run in shown for change in run if change.boxes}
    templates = ServiceVersion.objects.in_bulk(beside)
    names = called_then(run[-1] for run in shown)
    return [_told(run, {pk: version.document for pk, version in templates.items()}, names) for run in shown]


def _is_saving(change: CopyChange) -> bool:
    return change.source == change.target == CopyStage.DRAFT


def _told(run: Run, templates: dict[int, Document], names: Mapping[int, str]) -> Told:
    first, last = run[0], run[-1]
    changes = _changes(run, templates)
    role = "، ".join(filter(None, (last.get_as_role_display() if last.as_role else "", names.get(last.pk, ""))))
    kind = "stint" if _is_saving(last) else "move"
    return Told(kind, _title(last, changes), last.by, first.at, last.at, role, last.reason, changes=changes)


def _title(change: CopyChange, changes: Sequence[Change]) -> str:
    if not change.source:
        return _("نسخهٔ استانی آغاز شد")
    if not _is_saving(change):
        return change.get_target_display()
    names = "، ".join(str(one.title) for one in changes)
    return _("%(count)d خانه را نوشت: %(names)s") % {"count": len(changes), "names": names}


def _changes(run: Run, templates: dict[int, Document]) -> list[Change]:
    """Each box once: before the first saving of the run and after the last."""
    sides: dict[str, list[str]] = {}
    for change in run:
        for box, pair in change.boxes.items():
            template = templates[change.compared_with_id]
            was, now = (_words(box, template, side) for side in (_side(pair, "was"), _side(pair, "now")))
            sides.setdefault(box, [was, now])[1] = now
    return [Change(title_of(box), was, now) for box, (was, now) in sides.items() if was != now]


def _side(pair: Mapping[str, Any], name: str) -> tuple[Any, ...]:
    """The value of a side; nothing where the box followed the national card."""
    return (pair[name],) if name in pair else ()


def _words(box: str, template: Document, side: tuple[Any, ...]) -> str:
    return said(box, effective(template, {box: side[0]})) or "" if side else str(FOLLOWS)
