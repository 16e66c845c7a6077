"""Papers of one batch that speak of the same service or the same permits: nobody knows which of them is right."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from khedmat.importing.enums import What

if TYPE_CHECKING:
    from khedmat.importing.plan import Row

Mark = tuple[int | str, ...]
COPY = _("رونوشت «%(path)s» است.")
CLASH = _("«%(path)s» در همین دسته از همین %(thing)s چیز دیگری می‌گوید؛ تنها پروندهٔ درست را بدهید.")
THINGS = {"service_card": _("خدمت"), "permit_list": _("مجوزها")}


def resolve(rows: Sequence["Row"]) -> list["Row"]:
    """The rows again: a copy is left, of two different papers on one thing none is taken."""
    groups = _groups(rows)
    return [_resolved(row, [other for mark in row.marks for other in groups.get(mark, ())]) for row in rows]
