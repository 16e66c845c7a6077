"""Steps that are asked about before they are taken: what they mean, their reason, and the one button."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from khedmat.cards import actions, appointing, perms
from khedmat.cards.enums import Stage
from khedmat.cards.models import Finding, Service, ServiceVersion
from khedmat.cards.needs import unmet
from khedmat.core import jalali
from khedmat.core.persian import key, latin_digits
from khedmat.web.counting import as_key
from khedmat.web.days import DayField
from khedmat.web.desk.guard import office_version
from khedmat.web.desk.leaning import leaning_on
from khedmat.web.desk.reasons import ReasonField
from khedmat.web.desk.refusing import ALREADY, is_taken_already
from khedmat.web.kept import signed_in

LENGTH_OF_ID = 11
APART = "\u2068%s:\u2069"  # isolated: a digit that follows a Latin code would be drawn before it
DONE = _("انجام شد. مرحلهٔ کنونی: %(stage)s")


class Question(forms.Form):
    """Yes, or back."""

    def __init__(self, data: Any, version: ServiceVersion) -> None:
        super().__init__(data, label_suffix="")
        self.version = version


class Reason(Question):
    """Why; whoever reads it has to act on it."""

    reason = ReasonField()

    def clean_reason(self) -> str:
        reason = self.cleaned_data["reason"]
        if not key(reason):
            raise ValidationError(self.fields["reason"].error_messages["required"])
        return reason


class Return(Reason):
    """Why, and which findings are meant."""

    pointed = forms.ModelMultipleChoiceField(
        Finding.objects.none(),
        label=_("یافته‌هایی که باید برطرف شود (به دلخواه)"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("یافته‌ها از نو بررسی شده‌اند؛ دوباره برگزینید.")},
    )

    def __init__(self, data: Any, version: ServiceVersion) -> None:
        super().__init__(data, version)
        self.fields["pointed"].queryset = version.findings.unsettled().order_by("order")
        self.fields["pointed"].label_from_instance = lambda found: f"{APART % found.rule} {found.message}"


class Appoint(Question):
    """On which day."""

    day = DayField(
        label=_("روز انتشار"),
        help_text=_(
            "از بامداد این روز همه آن را می‌بینند. اگر آن روز چیزی سر راه باشد منتشر نمی‌شود و به شما خبر می‌رسد."
        ),
        error_messages={"required": _("روز انتشار را بنویسید، نمونه: ۱۴۰۵/۱۲/۲۹")},
    )

    def __init__(self, data: Any, version: ServiceVersion) -> None:
        super().__init__(data, version)
        self.fields["day"].initial = version.publish_on


class Suspend(Reason):
    """Why, for everybody to read."""

    reason = ReasonField(
        label=_("دلیل، چنان‌که مردم می‌خوانند"),
        error_messages={"required": _("دلیل را بنویسید: چرا خدمت اکنون ارائه نمی‌شود و تا کی.")},
    )


class Retire(Reason):
    """Why, and where people go instead."""

    reason = ReasonField(
        label=_("دلیل، چنان‌که مردم می‌خوانند"),
        error_messages={"required": _("دلیل را بنویسید: چرا این خدمت دیگر نیست و مردم چه کنند.")},
    )

    successor = forms.CharField(
        label=_("خدمت جانشین (به دلخواه)"),
        required=False,
        max_length=30,
        help_text=_("شناسهٔ یازده‌رقمی آن، یا شمارهٔ آن در نشانی صفحهٔ عمومی‌اش."),
    )

    def clean_successor(self) -> Service | None:
        typed = latin_digits(self.cleaned_data["successor"]).strip()
        if not typed:
            return None
        by = {"code": typed} if len(typed) == LENGTH_OF_ID else {"pk": as_key(typed) or 0}
        found = Service.objects.filter(**by).exclude(pk=self.version.service_id).first()
        if found is None or not found.versions.in_force().exists():
            raise ValidationError(actions.NO_SUCCESSOR)
        return found


class Decision(NamedTuple):
    """Where it leads, what stands on its button, what it means, and who does it how."""

    target: str
    button: Promise
    meaning: Promise
    form: type[Question]
    may: Callable[..., bool]
    act: Callable[..., ServiceVersion]
    done: Promise = DONE
    ends: bool = False  # what leans on the service is shown


DECISIONS = {
    "publish": Decision(
        Stage.PUBLISHED,
        _("انتشار"),
        _("این نسخه به‌جای نسخهٔ منتشرشدهٔ پیشین می‌نشیند و از همین دم همه آن را می‌بینند."),
        Question,
        perms.can_publish,
        actions.publish,
    ),
    "appoint": Decision(
        Stage.PUBLISHED,
        _("نوبت انتشار"),
        _("این نسخه در روزی که می‌نویسید خودبه‌خود و به نام شما منتشر می‌شود. تا آن روز نوبت عوض یا برداشته می‌شود."),
        Appoint,
        perms.can_appoint,
        appointing.appoint,
        _("نوبت گذاشته شد: این نسخه بامداد %(day)s خودبه‌خود منتشر می‌شود."),
    ),
    "call-off": Decision(
        Stage.PUBLISHED,
        _("برداشتن نوبت انتشار"),
        _("این نسخه دیگر خودبه‌خود منتشر نمی‌شود و پذیرفته‌شده می‌ماند تا منتشرکننده‌ای تصمیم بگیرد."),
        Question,
        perms.can_call_off,
        appointing.call_off,
        _("نوبت انتشار برداشته شد؛ این نسخه پذیرفته‌شده می‌ماند."),
    ),
    "resume": Decision(
        Stage.PUBLISHED,
        _("پایان تعلیق"),
        _("تعلیق پایان می‌یابد و خدمت دوباره در فهرست‌ها دیده می‌شود."),
        Question,
        perms.can_resume,
        actions.publish,
    ),
    "suspend": Decision(
        Stage.SUSPENDED,
        _("تعلیق"),
        _("خدمت تا پایان تعلیق در فهرست‌ها نمی‌آید. صفحهٔ آن می‌ماند و دلیل را بالای صفحه به همه می‌گوید."),
        Suspend,
        perms.can_suspend,
        actions.suspend,
        ends=True,
    ),
    "retire": Decision(
        Stage.RETIRED,
        _("برچیدن خدمت"),
        _("خدمت برای همیشه از فهرست‌ها بیرون می‌رود. نشانی آن می‌ماند و به همه می‌گوید چرا و چه چیز جای آن است."),
        Retire,
        perms.can_retire,
        actions.retire,
        ends=True,
    ),
    "return": Decision(
        Stage.RETURNED,
        _("بازگرداندن"),
        _("این نسخه همین‌جا پایان می‌یابد. نویسنده دلیل را می‌خواند و با «پیش‌نویس تازه» رونوشتی از آن را درست می‌کند."),
        Return,
        perms.can_return,
        actions.send_back,
    ),
    "discard": Decision(
        Stage.DISCARDED,
        _("کنارگذاشتن پیش‌نویس"),
        _("این پیش‌نویس دیگر پر نمی‌شود و فرستاده نمی‌شود. پاک نمی‌شود: می‌توان پیش‌نویس تازه‌ای را از روی آن آغاز کرد."),
        Question,
        perms.can_discard,
        actions.discard,
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def decide(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    found, decision = office_version(request, pk), _named(name)
    form = decision.form(request.POST if request.method == "POST" else None, found)
    if form.is_bound and form.is_valid() and _taken(decision, form, request):
        return redirect("web:desk-version", pk=pk)
    in_the_way = [] if form.is_bound else unmet(found, decision.target, by=request.user, on=timezone.localdate())
    leaning = leaning_on(found) if decision.ends and not in_the_way else None
    context = {"version": found, "decision": decision, "form": form, "in_the_way": in_the_way, "leaning": leaning}
    return render(request, "desk/decide.html", context)


def _named(name: str) -> Decision:
    if name not in DECISIONS:
        raise Http404
    return DECISIONS[name]


def _taken(decision: Decision, form: Question, request: HttpRequest) -> bool:
    """Refused, the page says why and keeps what was written."""
    try:
        moved = decision.act(form.version, **form.cleaned_data, by=request.user, at=timezone.now())
    except ValidationError as refusal:
        if _was_mine(decision, form, request):
            messages.info(request, ALREADY)
            return True
        form.add_error(None, refusal)
        return False
    messages.success(request, decision.done % {"stage": moved.get_stage_display(), "day": _day(moved)})
    return True


def _was_mine(decision: Decision, form: Question, request: HttpRequest) -> bool:
    """Days are set and taken back without leaving the stage: such a press is refused in its own words."""
    reason, changes = form.cleaned_data.get("reason", ""), form.version.stage_changes
    return decision.done is DONE and is_taken_already(changes, decision.target, by=request.user, reason=reason)


def _day(version: ServiceVersion) -> str:
    return jalali.long(version.publish_on) if version.publish_on else ""


def decisions_for(request: HttpRequest, found: ServiceVersion) -> list[tuple[str, Promise]]:
    """The questions that this person may answer now."""
    today = timezone.localdate()
    return [(name, one.button) for name, one in DECISIONS.items() if one.may(request.user, found, today)]
