"""My cards: which of them, in what order, and what waits for me."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django.db.models import Case, Count, Q, QuerySet, Value, When
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.deadlines import Wait, wait_of
from khedmat.cards.enums import Severity, Stage
from khedmat.cards.models import Finding, ServiceVersion
from khedmat.cards.models.queries import TURNS
from khedmat.core.asked import ON, USER, Asked, among
from khedmat.core.jalali import long
from khedmat.organizations.enums import EXAMINERS, Role
from khedmat.organizations.models import Membership, Organization
from khedmat.web.addresses import address
from khedmat.web.desk.queues.of_cards import CARDS

STEPS = {  # what a version in a stage waits for, as `turns` calls it
    Stage.DRAFT: "edit",
    Stage.RETURNED: "mend",
    Stage.SUBMITTED: "approve",
    Stage.APPROVED: "accept",
    Stage.ACCEPTED: "publish",
    Stage.SUSPENDED: "resume",
}
WAITS: dict[str, Promise] = {
    "edit": _("پر کنید و برای تأیید دستگاه بفرستید."),
    "approve": _("با فرم بسنجید و تأیید کنید یا بازگردانید."),
    "mend": _("بازگشته است؛ دلیل را بخوانید و پیش‌نویس تازه‌ای از آن بسازید."),
    "accept": _("بررسی کنید و بپذیرید یا بازگردانید."),
    "publish": _("پذیرفته شده است؛ منتشر کنید."),
    "resume": _("تعلیق شده است؛ تعلیق را پایان دهید یا خدمت را برچینید."),
}
ELSEWHERE: dict[str, Promise] = {
    Stage.DRAFT: _("نویسندهٔ دستگاه آن را پر می‌کند و می‌فرستد."),
    Stage.SUBMITTED: _("تأییدکننده‌ای که در آن دست نداشته تأیید می‌کند."),
    Stage.APPROVED: _("مرکز بررسی شناسنامه‌ها آن را بررسی می‌کند و می‌پذیرد یا بازمی‌گرداند."),
    Stage.ACCEPTED: _("مرکز بررسی شناسنامه‌ها آن را پذیرفته است و منتشر می‌کند."),
    Stage.SUSPENDED: _("تعلیق شده است؛ منتشرکنندهٔ مرکز آن را پایان می‌دهد."),
    Stage.RETIRED: _("برچیده شده است."),
    Stage.RETURNED: _("بازگشته است؛ نویسندهٔ دستگاه رونوشت آن را درست می‌کند."),
    Stage.DISCARDED: _("کنار گذاشته شده است."),
    Stage.PUBLISHED: _("منتشر شده است؛ اصلاح آن با پیش‌نویس تازه است."),
    Stage.REPLACED: _("نسخهٔ تازه‌تری جای آن را گرفته است."),
}


APPOINTED = _("پذیرفته شده است؛ در نوبت خود، %(day)s، خودبه‌خود منتشر می‌شود.")


class Tab(NamedTuple):
    """A stage with how many of the narrowed cards stand there."""

    code: str
    label: Promise | str
    count: int


class Counts(NamedTuple):
    """Findings of a version by how heavy they are."""

    blockers: int
    answers: int
    notes: int


class Row(NamedTuple):
    """A version in my list; `step` is the next one in words, `waits` what I may do or nothing, `wait` how long."""

    version: ServiceVersion
    counts: Counts
    step: Promise | str
    waits: str
    wait: Wait | None

    @property
    def is_mine(self) -> bool:
        return bool(self.waits)

    @property
    def goal(self) -> str:
        """Where to go on: the boxes for those who may fill them in, else the page of the version."""
        if self.waits == "edit":
            return address("web:desk-edit", self.version.pk, "specification")
        return address("web:desk-version", self.version.pk)


def tabs(counts: Mapping[str, int]) -> list[Tab]:
    stages = [Tab(stage.value, stage.label, counts.get(stage.value, 0)) for stage in Stage]
    return [Tab("", _("همه"), sum(counts.values())), *stages]


def in_order(versions: QuerySet[ServiceVersion], order: tuple[str, ...], mine: Q) -> QuerySet[ServiceVersion]:
    """What waits for me first: `is_mine`."""
    rows = versions.annotate(is_mine=Case(When(mine, then=Value(True)), default=Value(False)))
    return rows.order_by("-is_mine", *order)


def waiting_for(me: "Desk", user: User, on: date) -> Q:
    """Versions with which I may do something now. What has its day waits for nobody."""
    steps = [queue.code for queue in CARDS if queue.code in TURNS and not me.roles.isdisjoint(queue.roles)]
    mine = (ServiceVersion.objects.turn(step, user, on) for step in steps)
    return Q(reduce(or_, mine, Q(pk__in=[])), publish_on=None)


def rows_of(keys: Sequence[tuple[int, bool]], on: date) -> list[Row]:
    """What the rows of these versions show, each with whether it waits for me; two questions for all of them."""
    shown = [pk for pk, _is_mine in keys]
    found, counted = {version.pk: version for version in _light(keys=shown)}, _counts(shown)
    return [_row(found[pk], counted[pk], on, is_mine=is_mine) for pk, is_mine in keys]


def _of_keys() -> QuerySet[ServiceVersion]:
    """Of the wide rows what a list shows."""
    rows = ServiceVersion.objects.filter(among("pk", "keys")).select_related("service__owner", "touched_by")
    own = ("title", "number", "stage", "publish_on", "touched_at")
    return rows.only(*own, "service__owner__name", "touched_by__full_name", "touched_by__username")


_light = Asked(_of_keys)


def _row(version: ServiceVersion, counts: Counts, on: date, *, is_mine: bool) -> Row:
    waits = STEPS.get(version.stage, "") if is_mine else ""  # somebody may have taken the step since the keys were read
    return Row(version, counts, _step(version, waits), waits, _wait(version, on))


def _wait(version: ServiceVersion, on: date) -> Wait | None:
    return None if version.publish_on else wait_of(version.stage, localdate(version.touched_at), on)


def _step(version: ServiceVersion, waits: str) -> Promise | str:
    if version.publish_on:
        return APPOINTED % {"day": long(version.publish_on)}
    return WAITS.get(waits) or ELSEWHERE[version.stage]


def _counts(keys: Sequence[int]) -> dict[int, Counts]:
    counted = {(pk, severity): count for pk, severity, count in _found(keys=keys)}
    return {pk: Counts(*(counted.get((pk, code), 0) for code in Severity.values)) for pk in keys}


def _unsettled() -> Any:
    found = Finding.objects.unsettled().filter(among("version", "keys"))
    return found.order_by().values_list("version", "severity").annotate(Count("pk"))


_found = Asked(_unsettled)


class Desk(NamedTuple):
    """Who I am here: what may be begun, and what an empty list should say."""

    offices: list[Organization]
    roles: frozenset[str]
    is_examiner: bool

    @property
    def may_begin(self) -> bool:
        return Role.AUTHOR in self.roles

    @property
    def may_decide(self) -> bool:
        """Whether there are steps that may be taken for several cards at once."""
        return not self.roles.isdisjoint({Role.APPROVER, *EXAMINERS})


def desk_of(user: User, on: date) -> Desk:
    rows = list(_held(user=user.pk, on=on))
    offices = list(dict.fromkeys(row.organization for row in rows))
    is_examiner = any(row.organization.is_centre and row.role in EXAMINERS for row in rows)
    return Desk(offices, frozenset(row.role for row in rows), is_examiner)


def _memberships() -> QuerySet[Membership]:
    rows = Membership.objects.of(USER).in_force(ON)
    return rows.select_related("organization").order_by("organization__sort_key")


_held = Asked(_memberships)
