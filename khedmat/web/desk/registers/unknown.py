"""Names in cards that no entry of a register bears, for its steward: which cards, what is like it, a press to mend."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from khedmat.cards.lines.unknown import SAID, naming_unknown, unknown
from khedmat.core.persian import fold_line, persian_digits, squeeze
from khedmat.registers.enums import Register
from khedmat.registers.models.entry import Entry
from khedmat.registers.naming import known
from khedmat.web.desk.registers.kits import Kit
from khedmat.web.desk.registers.views import keeper_kit
from khedmat.web.public.forms import rest_of
from khedmat.web.public.paging import paged

A_PAGE = 25
NO_ENTRY = _("مدخلی را برگزینید که این نام دیگر آن است.")
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


@require_safe
@never_cache
@login_required
def names(request: HttpRequest, register: str) -> HttpResponse:
    kit, words = keeper_kit(request, register), fold_line(request.GET.get("q", ""))[:200]
    found = unknown(kit.book.register).filter(letters__contains=squeeze(words))
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {"kit": kit, "page": page, "rows": list(_rows(kit, page)), "words": words, "query": rest_of(request.GET)}
    return render(request, "desk/registers/unknown.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def name(request: HttpRequest, register: str) -> HttpResponse:
    kit = keeper_kit(request, register)
    row = _row(kit, request.GET.get("letters", ""))
    form = Choice(request.POST or None, kit, row.like)
    if request.method == "POST" and form.is_valid() and _is_kept(request, form, kit=kit, row=row):
        return redirect("web:unknown-names", register)
    cards = paged(request, naming_unknown(kit.book.register, row.letters).for_list())
    context = {"kit": kit, "row": row, "form": form, "cards": cards, "query": rest_of(request.GET)}
    return render(request, "desk/registers/unknown_name.html", context, status=422 if form.errors else 200)


def _rows(kit: Kit, found: Any) -> Iterator[Unknown]:
    register = Register(kit.book.register)
    entries, names = known(register)
    for row in found:
        written = SAID[register].name_in(row["text"])
        like = names.nearest(written)
        yield Unknown(row["letters"], written, row["cards"], like and entries[like.entry])


def _row(kit: Kit, letters: str) -> Unknown:
    """What every card calls by a known name is not there, nor what nobody writes."""
    found = unknown(kit.book.register).filter(letters=letters).first()
    if not found:
        raise Http404
    return next(_rows(kit, [found]))


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
