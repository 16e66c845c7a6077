"""A change of agencies at the desk: its terms, its preview, its choices, and the press that carries it out."""

from operator import attrgetter
from typing import Any

from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from khedmat.core.sequences import first_where
from khedmat.organizations.changing import planning
from khedmat.organizations.changing.carrying import carry_out
from khedmat.organizations.changing.kinds import Case, Group
from khedmat.organizations.changing.moving import moved_by
from khedmat.organizations.changing.preview import preview, seen_in
from khedmat.organizations.models import PlannedChange
from khedmat.organizations.perms import can_carry_out
from khedmat.web.desk.organizations.change_form import ChangeForm
from khedmat.web.desk.organizations.guard import at_the_centre
from khedmat.web.desk.refusing import tell

A_PAGE = 50
SALT = "preview of a change of agencies"
NOTHING_SEEN = _("پیش‌نمایش خوانده نشد؛ صفحه را دوباره باز کنید و «انجام تغییر» را بزنید.")
DONE = _("تغییر انجام شد؛ هر جابه‌جایی و پایانی در پیشینهٔ همان دستگاه و خدمت ماند.")


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_centre
def new(request: HttpRequest) -> HttpResponse:
    form = ChangeForm(request.POST if request.method == "POST" else None, request.GET.get("before", "")[:80])
    if request.method == "POST" and form.is_valid():
        try:
            plan = planning.prepare(form.plan, by=request.user, at=timezone.now())
            return redirect("web:desk-change", plan.pk)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
    return render(request, "desk/organizations/change_form.html", {"form": form})


@require_safe
@at_the_centre
def change(request: HttpRequest, pk: int) -> HttpResponse:
    plan = get_object_or_404(PlannedChange.objects.select_related("change__by", "made_by"), pk=pk)
    case = Case.of(plan, at=timezone.now())
    if plan.change_id:
        done = {"plan": plan, "parties": case.parties, "moved": moved_by(plan.change)}
        return render(request, "desk/organizations/done.html", done)
    groups = preview(case)
    shown = _shown(groups, request.GET.get("group", ""))
    page = Paginator(shown.items, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "plan": plan,
        "parties": case.parties,
        "groups": groups,
        "shown": shown,
        "page": page,
        "query": f"group={shown.name}&",
        "seen": signing.dumps(seen_in(groups), salt=SALT, compress=True),
        "may_carry_out": can_carry_out(request.user, case.on),
        "chooses": shown.is_chosen and len(case.parties.after) > 1,
    }
    return render(request, "desk/organizations/change.html", context)


def _shown(groups: list[Group], name: str) -> Group:
    """The one asked for, else the first that holds something."""
    known = {group.name: group for group in groups}
    return known.get(name) or first_where(attrgetter("items"), groups) or groups[0]


@require_POST
@at_the_centre
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    plan = get_object_or_404(PlannedChange, pk=pk)
    said = {name.removeprefix("to-"): value for name, value in request.POST.items() if name.startswith("to-")}
    _act(request, lambda: planning.choose(plan, said, by=request.user, at=timezone.now()), _("گزینش‌ها ذخیره شد."))
    back = urlencode({name: request.POST.get(name, "")[:20] for name in ("group", "page")})
    return redirect(f"{reverse('web:desk-change', args=[pk])}?{back}")


@require_POST
@at_the_centre
def carry(request: HttpRequest, pk: int) -> HttpResponse:
    plan = get_object_or_404(PlannedChange, pk=pk)
    try:
        seen: dict[str, Any] = signing.loads(request.POST.get("seen", ""), salt=SALT)
    except signing.BadSignature:
        messages.error(request, NOTHING_SEEN)
        return redirect("web:desk-change", pk)
    _act(request, lambda: carry_out(plan, seen=seen, by=request.user, at=timezone.now()), DONE)
    return redirect("web:desk-change", pk)


@require_POST
@at_the_centre
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    plan = get_object_or_404(PlannedChange, pk=pk)
    _act(request, lambda: planning.discard(plan, by=request.user, at=timezone.now()), _("تغییر کنار گذاشته شد."))
    return redirect("web:desk-organizations")


def _act(request: HttpRequest, act: Any, done: Any) -> None:
    try:
        act()
        messages.success(request, done)
    except ValidationError as refusal:
        tell(request, refusal)
