"""My cards: which of them, in what order, and what waits for me."""

from collections.abc import Sequence
from datetime import date, datetime
from operator import attrgetter
from typing import Any, NamedTuple

from django.db.models import Case, CharField, Count, F, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Greatest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import Severity, Stage
from khedmat.cards.models import Edit, Finding, ServiceVersion, StageChange
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Membership, Organization

WAITS: dict[str, Promise] = {
    "edit": _("پر کنید و برای تأیید دستگاه بفرستید."),
    "approve": _("با فرم بسنجید و تأیید کنید."),
    "publish": _("بررسی و منتشر کنید."),
}
ELSEWHERE: dict[str, Promise] = {
    Stage.DRAFT: _("نویسندهٔ دستگاه آن را پر می‌کند و می‌فرستد."),
    Stage.SUBMITTED: _("تأییدکننده‌ای که در آن دست نداشته تأیید می‌کند."),
    Stage.APPROVED: _("مرکز بررسی شناسنامه‌ها آن را بررسی و منتشر می‌کند."),
    Stage.PUBLISHED: _("منتشر شده است؛ اصلاح آن با پیش‌نویس تازه است."),
    Stage.REPLACED: _("نسخهٔ تازه‌تری جای آن را گرفته است."),
}


class Tab(NamedTuple):
    """A stage with how many of the narrowed cards stand there."""

    code: str
    label: Promise | str
    count: int


class Touch(NamedTuple):
    """Who wrote last, and when."""

    by: User
    at: datetime


class Counts(NamedTuple):
    """Findings of a version by how heavy they are."""

    blockers: int
    answers: int
    notes: int


class Row(NamedTuple):
    """A version in my list; `step` is the next one in words, `waits` what I may do, empty for nothing."""

    version: ServiceVersion
    counts: Counts
    touch: Touch | None
    step: Promise
    waits: str

    @property
    def is_mine(self) -> bool:
        return bool(self.waits)

    @property
    def goal(self) -> str:
        """Where to go on: the boxes for those who may fill them in, else the page of the version."""
        if self.waits == "edit":
            return reverse("web:desk-edit", args=[self.version.pk, "specification"])
        return reverse("web:desk-version", args=[self.version.pk])


def tabs(versions: QuerySet[ServiceVersion]) -> list[Tab]:
    counts = dict(versions.order_by().values_list("stage").annotate(Count("pk")))
    stages = [Tab(stage.value, stage.label, counts.get(stage.value, 0)) for stage in Stage]
    return [Tab("", _("همه"), sum(counts.values())), *stages]


def in_order(versions: QuerySet[ServiceVersion], order: tuple[str, ...], waits: Case) -> QuerySet[ServiceVersion]:
    """What waits for me first."""
    rows = versions.annotate(waits=waits, is_mine=Case(When(waits="", then=Value(1)), default=Value(0)))
    return rows.annotate(touched_at=_touched_at()).order_by("is_mine", *order)


def waiting_for(user: User, on: date) -> Case:
    """What I may do with a version now, as the twins of `perms` say it; empty for nothing."""
    found = ServiceVersion.objects
    may = {"edit": found.editable_by, "approve": found.approvable_by, "publish": found.publishable_by}
    steps = [When(pk__in=twin(user, on).values("pk"), then=Value(step)) for step, twin in may.items()]
    return Case(*steps, default=Value(""), output_field=CharField())


def _touched_at() -> Greatest:
    """PostgreSQL's greatest passes over what is not there: a card that nobody edited has its stage changes."""
    changed, edited = (
        Subquery(model._default_manager.filter(version=OuterRef("pk")).order_by("-at").values("at")[:1])
        for model in (StageChange, Edit)
    )
    return Greatest(changed, edited, F("created_at"))


def rows_of(versions: Sequence[Any]) -> list[Row]:
    """What a row shows, in three questions for all of them."""
    counted, touched = _counts(versions), _touches(versions)
    return [
        Row(one, counted[one.pk], touched.get(one.pk), WAITS.get(one.waits) or ELSEWHERE[one.stage], one.waits)
        for one in versions
    ]


def _counts(versions: Sequence[Any]) -> dict[int, Counts]:
    found = Finding.objects.filter(version__in=versions).order_by().values_list("version", "severity")
    counted = {(pk, severity): count for pk, severity, count in found.annotate(Count("pk"))}
    return {one.pk: Counts(*(counted.get((one.pk, code), 0) for code in Severity.values)) for one in versions}


def _touches(versions: Sequence[Any]) -> dict[int, Touch]:
    """The last hand on each version: a move or a saving, whichever came later."""
    last: dict[int, Touch] = {}
    for model in (StageChange, Edit):
        rows = model._default_manager.filter(version__in=versions).order_by("version", "-at", "-pk").distinct("version")
        for row in rows.select_related("by").only("version", "at", "by"):
            touch = Touch(row.by, row.at)
            last[row.version_id] = max(last.get(row.version_id, touch), touch, key=attrgetter("at"))
    return last


class Desk(NamedTuple):
    """Who I am here: what may be begun, and what an empty list should say."""

    offices: list[Organization]
    roles: frozenset[str]

    @property
    def may_begin(self) -> bool:
        return Role.AUTHOR in self.roles


def desk_of(user: User, on: date) -> Desk:
    rows = list(
        Membership.objects.of(user).in_force(on).select_related("organization").order_by("organization__sort_key")
    )
    offices = list(dict.fromkeys(row.organization for row in rows))
    return Desk(offices, frozenset(row.role for row in rows))
