"""The registers at the desk: everybody signed in reads them, their stewards write them."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from khedmat.accounts.models import User
from khedmat.cards.lines.unknown import unknown_to
from khedmat.cards.models import PopularName, ServiceVersion
from khedmat.core.persian import fold_line
from khedmat.registers.models import RegisterChange
from khedmat.registers.models.entry import LONGEST
from khedmat.registers.perms import can_keep, roles_at_centre
from khedmat.web.desk.refusing import look_again
from khedmat.web.desk.registers.forms import EntryForm
from khedmat.web.desk.registers.kits import KITS, Kit, kit_or_404
from khedmat.web.desk.registers.log import lines_of
from khedmat.web.kept import signed_in
from khedmat.web.public.forms import rest_of
from khedmat.web.public.paging import paged
from khedmat.web.register_lists import TITLE, RegisterFilter, taken_away

FORM = ["GET", "HEAD", "POST"]


@require_safe
@never_cache
@signed_in
def index(request: HttpRequest) -> HttpResponse:
    left = dict(_left(request.user, timezone.localdate()))
    mine = roles_at_centre(request.user, timezone.localdate())
    rows = [
        (one, one.book.model._default_manager.standing().count(), one.book.keeper in mine, left.get(register, 0))
        for register, one in KITS.items()
    ]
    names = PopularName.objects.in_force().count()
    return render(request, "desk/registers/index.html", {"rows": rows, "names": names})


def _left(user: User, on: date) -> QuerySet[Any, Any]:
    """Register → its unknown names, where this person keeps it."""
    return unknown_to(user, on).order_by().values_list("register").annotate(Count("pk"))


@require_safe
@never_cache
@signed_in
def entries(request: HttpRequest, register: str) -> HttpResponse:
    kit = kit_or_404(register)
    form = RegisterFilter(request.GET, register, first=TITLE)
    context = {"kit": kit, "form": form, "page": paged(request, form.rows(), size=50), "may": _may(request, kit)}
    return render(request, "desk/registers/entries.html", context | {"query": rest_of(request.GET)})


@require_safe
@never_cache
@signed_in
def table(request: HttpRequest, register: str, kind: str) -> HttpResponse:
    return taken_away(request, kit_or_404(register).book.register, kind, first=TITLE)


@require_http_methods(FORM)
@never_cache
@signed_in
def new(request: HttpRequest, register: str) -> HttpResponse:
    kit = keeper_kit(request, register)
    form = kit.form(request.POST or None, kit.book.model(title=fold_line(request.GET.get("title", ""))[:LONGEST]))
    if request.method == "POST" and form.is_valid() and _is_kept(request, form, kit):
        return redirect("web:register-entry", register, form.instance.pk)
    return render(request, "desk/registers/new.html", {"kit": kit, "form": form})


@require_http_methods(FORM)
@never_cache
@signed_in
def entry(request: HttpRequest, register: str, pk: int) -> HttpResponse:
    kit = kit_or_404(register)
    rows = kit.book.model._default_manager.select_related("merged_into", *kit.book.pointers)
    found, draft = get_object_or_404(rows, pk=pk), get_object_or_404(rows, pk=pk)
    form = kit.form(request.POST or None, draft)
    if request.method == "POST" and form.is_valid() and _is_kept(request, form, kit):
        return redirect("web:register-entry", register, pk)
    changes = RegisterChange.objects.filter(register=register, entry=pk).select_related("by").order_by("-pk")
    mine = ServiceVersion.objects.current().of_office(request.user, timezone.localdate())
    cards = paged(request, kit.citing(mine, found).for_list())
    context = {"kit": kit, "entry": found, "form": form, "may": _may(request, kit), "cards": cards}
    context["lines"] = lines_of(found, changes)
    return render(request, "desk/registers/entry.html", context)


def keeper_kit(request: HttpRequest, register: str) -> Kit:
    """The register for those who keep it; to others its writing pages are not there."""
    kit = kit_or_404(register)
    if not _may(request, kit):
        raise Http404
    return kit


def _may(request: HttpRequest, kit: Kit) -> bool:
    return can_keep(request.user, kit.book, timezone.localdate())


def _is_kept(request: HttpRequest, form: EntryForm, kit: Kit) -> bool:
    """Whether the entry was written; else the reason stands in the form, with what was typed."""
    signed: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    try:
        if form.instance.pk:
            kit.change(form.instance, seen=form.cleaned_data["seen"], **signed)
        else:
            kit.add(form.instance, **signed)
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        for stands in kit.book.model._default_manager.filter(pk=form.instance.pk):
            look_again(form, stands.revision)
        return False
    messages.success(request, _("ثبت شد."))
    return True
