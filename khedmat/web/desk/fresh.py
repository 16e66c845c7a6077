"""Published cards whose confirmation has lapsed or soon will, confirmed one by one or several at once."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from khedmat.cards.freshness.confirming import confirm, confirm_all
from khedmat.cards.freshness.standing import ageing, freshness, stale, with_confirmed_at
from khedmat.cards.models import ServiceVersion
from khedmat.core.letters import held
from khedmat.core.persian import fold_line, key, persian_digits
from khedmat.web.counting import as_key
from khedmat.web.desk.asking import Question, ask, is_sure
from khedmat.web.desk.guard import office_version
from khedmat.web.desk.refusing import tell
from khedmat.web.kept import signed_in
from khedmat.web.paging import KeyPaginator
from khedmat.web.public.forms import rest_of

A_PAGE = 50
NOTHING_CHOSEN = _("شناسنامه‌ای را که هنوز درست است برگزینید.")
CONFIRMED = _("تأیید شد: این شناسنامه امروز هنوز درست است.")
ALL_CONFIRMED = _("%(n)s شناسنامه تأیید شد.")
SURE = _("%(n)s شناسنامه هنوز درست است؟")
SURE_TOLD = _(
    "نام شما، نقش و زمان تأیید برای هر یک ثبت می‌شود و در صفحهٔ عمومی خدمت روز تأیید دیده می‌شود. "
    "این ردیف دیگر تغییر نمی‌کند."
)
SURE_YES = _("آری، هنوز درست‌اند")
STATES = {"": ageing, "stale": stale, "all": lambda versions, on: with_confirmed_at(versions)}


class FreshFilter(forms.Form):
    """What narrows the list; it lives in the address. An unknown value narrows nothing."""

    q = forms.CharField(label=_("در عنوان"), required=False, max_length=200)
    state = forms.ChoiceField(
        label=_("کدام شناسنامه‌ها"),
        required=False,
        choices=[("", _("تأییدنشده یا نزدیک به موعد")), ("stale", _("تأییدنشده")), ("all", _("همهٔ منتشرشده‌ها"))],
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")
        self.is_valid()

    def narrow(self, versions: QuerySet[ServiceVersion], on: Any) -> QuerySet[ServiceVersion]:
        words = key(fold_line(self.cleaned_data.get("q", ""))).split()
        found = versions.filter(*(held("title_key", word) for word in words))
        return STATES[self.cleaned_data.get("state") or ""](found, on)


@require_safe
@never_cache
@signed_in
def fresh(request: HttpRequest) -> HttpResponse:
    today, form = timezone.localdate(), FreshFilter(request.GET)
    mine = ServiceVersion.objects.published().of_office(request.user, today)
    found = form.narrow(mine, today).for_list().only("title", "service__owner__name").order_by("confirmed_at", "pk")
    page = KeyPaginator(found, A_PAGE).get_page(request.GET.get("page"))
    shown = [version.pk for version in page]
    mine = ServiceVersion.objects.confirmable_by(request.user, today).filter(pk__in=shown)
    may = set(mine.values_list("pk", flat=True))
    context = {"form": form, "page": page, "rows": _rows(page, today), "may": may, "query": rest_of(request.GET)}
    return render(request, "desk/fresh/list.html", context)


def _rows(versions: Iterable[Any], on: Any) -> list[tuple[ServiceVersion, Any]]:
    return [(version, freshness(version.confirmed_at, on)) for version in versions]


@require_POST
@never_cache
@signed_in
def confirm_chosen(request: HttpRequest) -> HttpResponse:
    """Asked once more with the titles before their eyes: each confirmation is a row that never changes."""
    chosen = _chosen(request)
    if not chosen:
        messages.error(request, NOTHING_CHOSEN)
        return redirect("web:desk-fresh")
    if not is_sure(request):
        question = Question(SURE % {"n": persian_digits(len(chosen))}, SURE_TOLD, SURE_YES, "web:desk-fresh")
        return ask(request, question, "desk/fresh/sure.html", rows=_rows(chosen, timezone.localdate()))
    _tell_all(request, *confirm_all(chosen, by=request.user, at=timezone.now()))
    return redirect("web:desk-fresh")


def _tell_all(request: HttpRequest, done: Sequence[Any], refused: Sequence[tuple[ServiceVersion, list[str]]]) -> None:
    if done:
        messages.success(request, ALL_CONFIRMED % {"n": persian_digits(len(done))})
    for version, reasons in refused:
        messages.error(request, f"«{version}»: {' '.join(reasons)}")


def _chosen(request: HttpRequest) -> Sequence[ServiceVersion]:
    """What is not theirs to confirm is passed over: the page never offered it."""
    said = {key for pk in request.POST.getlist("version")[:A_PAGE] if (key := as_key(pk))}
    mine = ServiceVersion.objects.confirmable_by(request.user, timezone.localdate()).filter(pk__in=said)
    return list(with_confirmed_at(mine).for_list())


@require_POST
@never_cache
@signed_in
def confirm_one(request: HttpRequest, pk: int) -> HttpResponse:
    version = office_version(request, pk)
    try:
        confirm(version, by=request.user, at=timezone.now())
        messages.success(request, CONFIRMED)
    except ValidationError as refusal:
        tell(request, refusal)
    return redirect("web:desk-version", pk=pk)
