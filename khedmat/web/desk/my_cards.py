"""My cards: which of them, in what order, and what waits for me."""

from collections.abc import Sequence
from datetime import date, datetime
from operator import attrgetter
from typing import Any, NamedTuple

from django import forms
from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Greatest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import Severity, Stage
from khedmat.cards.models import Edit, Finding, ServiceVersion, StageChange
from khedmat.core.persian import fold_line, key
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Membership, Organization

SORTS = {"changed": ("-touched_at", "-pk"), "title": ("sort_key", "pk")}
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


class CardFilter(forms.Form):
    """What narrows my list; it lives in the address. An unknown value narrows nothing."""

    q = forms.CharField(label=_("در عنوان"), required=False, max_length=200)
    office = forms.ModelChoiceField(
        Organization.objects.none(), label=_("دستگاه"), required=False, empty_label=_("همه"), to_field_name="code"
    )
    blocked = forms.BooleanField(label=_("تنها با مانع"), required=False)
    sort = forms.ChoiceField(
        label=_("به ترتیب"), required=False, choices=[("changed", _("آخرین تغییر")), ("title", _("الفبای عنوان"))]
    )

    def __init__(self, data: Any, offices: Sequence[Organization]) -> None:
        super().__init__(data, label_suffix="")
        self.fields["office"].queryset = Organization.objects.filter(pk__in=[office.pk for office in offices])
        if len(offices) < 2:
            del self.fields["office"]
        self.is_valid()

    def narrow(self, versions: QuerySet[ServiceVersion]) -> QuerySet[ServiceVersion]:
        said = self.cleaned_data
        words = [Q(title_key__contains=word) for word in key(fold_line(said.get("q", ""))).split()]
        if said.get("blocked"):
            words.append(Q(Exists(Finding.objects.filter(version=OuterRef("pk"), severity=Severity.BLOCKER))))
        if said.get("office"):
            words.append(Q(service__owner=said["office"]))
        return versions.filter(*words)

    @property
    def is_used(self) -> bool:
        """Whether something narrows the list."""
        return any(self.cleaned_data.get(name) for name in ("q", "office", "blocked"))

    @property
    def order(self) -> tuple[str, ...]:
        return SORTS[self.cleaned_data.get("sort") or "changed"]


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
        page = f"/desk/versions/{self.version.pk}/"
        return f"{page}edit/specification/" if self.waits == "edit" else page


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


class Nothing(NamedTuple):
    """An empty list: why, what to do next, and where."""

    title: Promise
    text: Promise
    href: str = ""
    link: Promise | str = ""


NOT_FOUND = Nothing(
    _("با این صافی چیزی نیست"), _("واژهٔ دیگری بنویسید یا همهٔ شناسنامه‌ها را ببینید."), "/desk/", _("همهٔ شناسنامه‌ها")
)
NO_OFFICE = Nothing(
    _("هنوز عضو دستگاهی نیستید"),
    _("گردانندهٔ سامانه شما را با نقشتان به دستگاه می‌افزاید (khedmat enrol)."),
    "/services/",
    _("خدمت‌های منتشرشده"),
)
EMPTY: dict[str, Nothing] = {  # the first role that somebody has
    Role.AUTHOR: Nothing(
        _("هنوز شناسنامه‌ای ندارید"),
        _("شناسنامه را از صفر پر کنید، یا فرمی را که پیش‌تر پر شده از فایل بیاورید و کامل کنید."),
        "/desk/new/",
        _("شناسنامهٔ تازه"),
    ),
    Role.APPROVER: Nothing(
        _("چیزی در انتظار تأیید شما نیست"),
        _("هرگاه نویسندگان دستگاه شناسنامه‌ای بفرستند همین‌جا دیده می‌شود."),
        "/guide/",
        _("راهنمای فرم"),
    ),
    Role.PUBLISHER: Nothing(
        _("چیزی در انتظار انتشار نیست"),
        _("هرگاه دستگاهی شناسنامه‌ای را تأیید کند همین‌جا دیده می‌شود."),
        "/services/",
        _("خدمت‌های منتشرشده"),
    ),
    Role.REVIEWER: Nothing(
        _("چیزی برای بررسی نرسیده است"),
        _("هرگاه دستگاهی شناسنامه‌ای بفرستد همین‌جا دیده می‌شود."),
        "/services/",
        _("خدمت‌های منتشرشده"),
    ),
    Role.READER: Nothing(
        _("دستگاه شما هنوز شناسنامه‌ای ندارد"),
        _("نویسندگان دستگاه که شناسنامه‌ای آغاز کنند همین‌جا دیده می‌شود."),
        "/services/",
        _("خدمت‌های منتشرشده"),
    ),
}


def nothing(me: Desk, *, is_narrowed: bool) -> Nothing:
    """What an empty list says to this person."""
    if is_narrowed:
        return NOT_FOUND
    return next((words for role, words in EMPTY.items() if role in me.roles), NO_OFFICE)
