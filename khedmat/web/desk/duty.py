"""The rounds of article 2 at the desk of the centre: opened, corrected, closed."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from khedmat.cards.duty.actions import Terms, close_round, may_rule, open_round
from khedmat.cards.enums import Owing
from khedmat.cards.models import DutyRound
from khedmat.core.persian import fold, fold_line
from khedmat.organizations.models import Organization
from khedmat.web.days import DayField
from khedmat.web.desk.asking import Question, ask, is_sure
from khedmat.web.desk.lines import AgenciesField
from khedmat.web.desk.refusing import tell
from khedmat.web.kept import signed_in

NO_DATE = _("تاریخ روز درستی نیست؛ آن را سال/ماه/روز بنویسید، مانند ۱۳۹۳/۱۲/۲۹.")
SURE = _("دورهٔ «%(round)s» بسته شود؟")
SURE_TOLD = _(
    "دیرکردها تا امروز شمرده می‌شود و نامه و یادآوری دیگری فرستاده نمی‌شود. "
    "دوره‌ای که بسته شد باز نمی‌شود؛ دورهٔ تازه می‌سازند."
)
TYPED = {"max_length": 20, "error_messages": {"invalid": NO_DATE}}
NOBODY = _("دستگاه‌هایی را که بر عهدهٔ آنهاست برگزینید، یا دوره را بر عهدهٔ همهٔ دستگاه‌های ملی بگذارید.")


class RoundForm(forms.Form):
    """What a round asks, of whom, until when."""

    regulation = forms.CharField(label=_("مصوبه"), max_length=100)
    article = forms.CharField(label=_("ماده"), max_length=100)
    text = forms.CharField(label=_("متن تکلیف"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))
    owing = forms.ChoiceField(label=_("بر عهدهٔ"), choices=Owing)
    agencies = AgenciesField(
        label=_("دستگاه‌های برگزیده"),
        among=Organization.objects.all,
        required=False,
        help_text=_("هر دستگاه در یک سطر، به نام یا شناسه؛ فهرست نامه را می‌توان چسباند."),
    )
    opened_on = DayField(label=_("آغاز"), **TYPED)
    deadline = DayField(label=_("مهلت"), **TYPED)

    def __init__(self, data: Any, corrects: DutyRound | None = None) -> None:
        super().__init__(data, label_suffix="", initial=_initial(corrects) if corrects else None)
        for name in ("opened_on", "deadline"):
            self.fields[name].widget.attrs["dir"] = "ltr"

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("owing") == Owing.CHOSEN and not said.get("agencies") and "agencies" not in self.errors:
            self.add_error("agencies", NOBODY)
        return said

    @property
    def terms(self) -> Terms:
        said = self.cleaned_data
        chosen = said["agencies"] if said["owing"] == Owing.CHOSEN else []
        return Terms(
            fold_line(said["regulation"]),
            fold_line(said["article"]),
            fold(said["text"]),
            said["owing"],
            said["opened_on"],
            said["deadline"],
            tuple(sorted(agency.code for agency in chosen)),
        )


def _initial(corrects: DutyRound) -> dict[str, Any]:
    names = ("regulation", "article", "text", "owing", "agencies", "opened_on", "deadline")
    return {name: getattr(corrects, name) for name in names}


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def rounds(request: HttpRequest) -> HttpResponse:
    form = RoundForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and _is_opened(request, form):
        return redirect("web:duty-rounds")
    return _page(request, form)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(DutyRound, pk=pk)
    form = RoundForm(request.POST if request.method == "POST" else None, found)
    if request.method == "POST" and _is_opened(request, form, found):
        return redirect("web:duty-rounds")
    return _page(request, form, found)


@require_POST
@never_cache
@signed_in
def close(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(DutyRound, pk=pk)
    if not is_sure(request) and may_rule(request.user, timezone.localdate()):
        return ask(request, Question(SURE % {"round": found}, SURE_TOLD, _("بستن دوره"), "web:duty-rounds"))
    try:
        close_round(found, by=request.user, at=timezone.now())
        messages.success(request, _("دوره بسته شد؛ دیرکردها تا امروز شمرده می‌شود."))
    except ValidationError as refusal:
        tell(request, refusal)
    return redirect("web:duty-rounds")


def _is_opened(request: HttpRequest, form: RoundForm, corrects: DutyRound | None = None) -> bool:
    if not form.is_valid():
        return False
    try:
        open_round(form.terms, by=request.user, at=timezone.now(), corrects=corrects)
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return False
    messages.success(request, _("دوره ثبت شد و در تابلوی ماده ۲ دیده می‌شود."))
    return True


def _page(request: HttpRequest, form: RoundForm, corrects: DutyRound | None = None) -> HttpResponse:
    known = DutyRound.objects.select_related("closing", "corrected_by", "by").order_by("-pk")
    may = may_rule(request.user, timezone.localdate())
    return render(request, "desk/duty.html", {"rounds": known, "form": form, "corrects": corrects, "may_rule": may})
