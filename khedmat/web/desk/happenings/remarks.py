"""What was said of the boxes while a version was examined."""

from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext as _

from khedmat.cards.enums import Say
from khedmat.cards.models import Remark
from khedmat.web.desk.happenings.runs import runs
from khedmat.web.desk.naming_boxes import name_of
from khedmat.web.desk.told import Change, Told, once

MOST_NAMES = 3


def of_remarks(remarks: Iterable[Remark]) -> Iterator[Told]:
    """Boxes that one person found fine in a row are one line; whatever else is said is a line of its own."""
    for row in runs(remarks, lambda remark: remark.kind == Say.ACCEPT):
        yield _fine(row) if row[0].kind == Say.ACCEPT else _said(row[0])


def _fine(row: Sequence[Remark]) -> Told:
    names = "، ".join(name_of(remark.path) for remark in row[:MOST_NAMES])
    rest = " …" if len(row) > MOST_NAMES else ""
    title = _("%(count)d خانه را درست یافت: %(names)s") % {"count": len(row), "names": names}
    return Told("remark", title + rest, row[0].by, row[0].at, row[-1].at)


def _said(remark: Remark) -> Told:
    name = name_of(remark.path)
    title = _("%(kind)s دربارهٔ «%(box)s»") % {"kind": remark.get_kind_display(), "box": name}
    proposed = [Change(name, "", remark.proposed_text)] if remark.proposed is not None else []
    return once("remark", title, by=remark.by, at=remark.at, reason=remark.text, changes=proposed)
