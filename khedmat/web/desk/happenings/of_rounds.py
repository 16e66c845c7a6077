"""The life of a round of article 2: opened, corrected, closed, and each sending to those who owe."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Count, QuerySet, Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from khedmat.cards.models import DutyReminder, DutyRound
from khedmat.core.jalali import long
from khedmat.core.persian import persian_digits
from khedmat.web.desk.told import Told, once

ITSELF = gettext_lazy("سامانه")


def events(found: DutyRound, sent: QuerySet[DutyReminder]) -> list[Told]:
    """Newest first. `sent`: what of the sendings the reader may see; one line a sending, however many agencies."""
    told = [*_of_round(found), *map(_sending, _sendings(sent))]
    return sorted(told, key=lambda one: one.until)[::-1]


def _of_round(found: DutyRound) -> Iterator[Told]:
    deadline = {"day": long(found.deadline)}
    title = _("به جای ردیفی نادرست ثبت شد؛ مهلت: %(day)s") if found.corrects_id else _("دوره باز شد؛ مهلت: %(day)s")
    yield once("move", title % deadline, by=found.by, at=found.at)
    if later := getattr(found, "corrected_by", None):
        title = _("اصلاح شد؛ مهلت از این پس: %(day)s") % {"day": long(later.deadline)}
        yield once("move", title, by=later.by, at=later.at)
    if end := getattr(found, "closing", None):
        yield once("move", _("بسته شد؛ دیرکردها تا همین روز شمرده می‌شود"), by=end.by, at=end.at)


def _sendings(sent: QuerySet[DutyReminder]) -> QuerySet[Any]:
    named = sent.order_by("at", "step").values("at", "step", "by__full_name", "by__username")
    return named.annotate(agencies=Count("pk"), people=Sum("told"))


def _sending(row: Mapping[str, Any]) -> Told:
    counts = {name: persian_digits(row[name]) for name in ("agencies", "people")}
    reached = _("به %(agencies)s دستگاه، %(people)s نفر") % counts
    by = row["by__full_name"] or row["by__username"] or ITSELF
    return once("remark", f"{_kind(row['step'])} {reached}", by=by, at=row["at"])


def _kind(step: int | None) -> str:
    if step is None:
        return _("نامهٔ مرکز فرستاده شد")
    return _("یادآوری پیش از مهلت فرستاده شد") if step > 0 else _("یادآوری پس از مهلت فرستاده شد")
