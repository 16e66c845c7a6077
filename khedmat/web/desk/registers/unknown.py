"""Names in cards that no entry of a register bears, for its steward: which cards, what is like it, a press to mend."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from khedmat.cards.lines.unknown import SAID, naming_unknown, unknown
from khedmat.core.persian import fold_line, persian_digits, squeeze
from khedmat.registers.enums import Register
from khedmat.registers.models import NamePassing
from khedmat.registers.models.entry import Entry
from khedmat.registers.models.passing import LONGEST_NAME, LONGEST_REASON
from khedmat.registers.naming import known
from khedmat.registers.passing import pass_over, take_back
from khedmat.web.desk.refusing import tell
from khedmat.web.desk.registers.kits import Kit
from khedmat.web.desk.registers.views import keeper_kit
from khedmat.web.kept import signed_in
from khedmat.web.public.forms import rest_of
from khedmat.web.public.paging import paged

A_PAGE = 25
NO_ENTRY = _("مدخلی را برگزینید که این نام دیگر آن است.")
NO_REASON = _("علت را بنویسید: این نام چیست که در این فهرست جایی ندارد؟")
PASSED = _("«%(name)s» کنار گذاشته شد؛ در «کنارگذاشته‌ها» هست و از همان‌جا بازمی‌گردد.")
BACK = _("«%(name)s» به نام‌های ناشناخته بازگشت.")
FASTER = _("این نام دیگر ناشناخته نیست: کسی پیش از شما به آن رسیدگی کرده است، یا شناسنامه‌ها آن را دیگر نمی‌نویسند.")
DONE = _("ثبت شد: «%(name)s» از این پس نام دیگری از «%(title)s» است.")
LEFT = _(
    "«%(name)s» نام دیگری از «%(title)s» شد، ولی %(n)s شناسنامه هنوز به آن نمی‌رسد: آنچه کنار نام نوشته‌اند "
    "(مانند سال یا شماره) با این مدخل نمی‌خواند. برای آن‌ها مدخل تازه‌ای بیفزایید."
)


class Unknown(NamedTuple):
    """A name as cards write it, in how many of them, and the entry most like it, if any."""

    letters: str
    name: str
    cards: int
    like: Entry | None


class Choice(forms.Form):
    """Of which entry it is another name."""

    entry = forms.ModelChoiceField(
        None, label=_("نام دیگر کدام مدخل است؟"), empty_label=_("مدخلی برگزینید"), error_messages={"required": NO_ENTRY}
    )

    def __init__(self, data: Any, kit: Kit, like: Entry | None) -> None:
        super().__init__(data, label_suffix="", initial={"entry": like and like.pk})
        self.fields["entry"].queryset = kit.book.model._default_manager.standing().for_list()


class Why(forms.Form):
    """Why it is no entry."""

    reason = forms.CharField(
        label=_("اگر مدخل این فهرست نیست، چرا؟"), max_length=LONGEST_REASON, error_messages={"required": NO_REASON}
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")


@require_safe
@never_cache
@signed_in
def names(request: HttpRequest, register: str) -> HttpResponse:
    kit, words = keeper_kit(request, register), fold_line(request.GET.get("q", ""))[:200]
    found = unknown(kit.book.register).filter(letters__contains=squeeze(words))
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {"kit": kit, "page": page, "rows": list(_rows(kit, page)), "words": words, "query": rest_of(request.GET)}
    return render(request, "desk/registers/unknown.html", context)


@require_safe
@never_cache
@signed_in
def passed(request: HttpRequest, register: str) -> HttpResponse:
    """What was passed over, by whom and why; each goes back by a press."""
    kit = keeper_kit(request, register)
    found = NamePassing.objects.standing(kit.book.register).select_related("by").order_by("-at", "-pk")
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/registers/passed_names.html", {"kit": kit, "page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def name(request: HttpRequest, register: str) -> HttpResponse:
    kit = keeper_kit(request, register)
    row = _row(kit, fold_line(request.GET.get("letters", "")))
    if row is None:
        return _known_by_now(request, register)
    form, why = Choice(_sent(request, "entry"), kit, row.like), Why(_sent(request, "reason"))
    if form.is_bound and form.is_valid() and _is_kept(request, form, kit=kit, row=row):
        return redirect("web:unknown-names", register)
    if why.is_bound and why.is_valid() and _is_passed(request, why, kit=kit, row=row):
        return redirect("web:unknown-names", register)
    cards = paged(request, naming_unknown(kit.book.register, row.letters).for_list())
    context = {"kit": kit, "row": row, "form": form, "why": why, "cards": cards, "query": rest_of(request.GET)}
    status = 422 if form.errors or why.errors else 200
    return render(request, "desk/registers/unknown_name.html", context, status=status)


def _sent(request: HttpRequest, name: str) -> Any:
    """Two forms stand on the page; that one was sent whose box came."""
    return request.POST if name in request.POST else None


def _is_passed(request: HttpRequest, form: Why, *, kit: Kit, row: Unknown) -> bool:
    signed = {"reason": form.cleaned_data["reason"], "by": request.user, "at": timezone.now()}
    try:
        pass_over(kit.book, row.letters, row.name, **signed)
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return False
    messages.success(request, PASSED % {"name": row.name})
    return True


@require_POST
@never_cache
@signed_in
def back(request: HttpRequest, register: str) -> HttpResponse:
    """A name that was passed over is unknown again."""
    kit, letters = keeper_kit(request, register), fold_line(request.POST.get("letters", ""))[:LONGEST_NAME]
    try:
        row = take_back(kit.book, letters, by=request.user, at=timezone.now())
        messages.success(request, BACK % {"name": row.name})
    except ValidationError as refusal:
        tell(request, refusal)
    return redirect("web:passed-names", register)


def _rows(kit: Kit, found: Any) -> Iterator[Unknown]:
    register = Register(kit.book.register)
    entries, names = known(register)
    for row in found:
        written = SAID[register].name_in(row.text)
        like = names.nearest(written)
        yield Unknown(row.letters, written, row.cards, like and entries[like.entry])


def _row(kit: Kit, letters: str) -> Unknown | None:
    """What every card calls by a known name is not there, nor what nobody writes."""
    return next(_rows(kit, unknown(kit.book.register).filter(letters=letters)[:1]), None)


def _known_by_now(request: HttpRequest, register: str) -> HttpResponse:
    """A button of an older page: a colleague was faster, and no work is lost."""
    if request.method != "POST":
        raise Http404
    messages.info(request, FASTER)
    return redirect("web:unknown-names", register)


def _is_kept(request: HttpRequest, form: Choice, *, kit: Kit, row: Unknown) -> bool:
    entry = form.cleaned_data["entry"]
    entry.aliases = [*entry.aliases, row.name]
    try:
        kit.change(entry, seen=entry.revision, by=request.user, at=timezone.now())
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return False
    left = naming_unknown(kit.book.register, row.letters).count()
    said = {"name": row.name, "title": entry.title, "n": persian_digits(left)}
    (messages.error if left else messages.success)(request, (LEFT if left else DONE) % said)
    return True
