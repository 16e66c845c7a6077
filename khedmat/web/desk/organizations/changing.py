"""A change of agencies at the desk: its terms, its preview, its choices, and the press that carries it out."""

from collections import Counter
from collections.abc import Mapping
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

from khedmat.core.persian import fold_line
from khedmat.core.sequences import first_where
from khedmat.organizations.changing import planning
from khedmat.organizations.changing.carrying import carry_out, look_again
from khedmat.organizations.changing.kinds import Case, Group, Kind
from khedmat.organizations.changing.moving import moved_by
from khedmat.organizations.changing.parties import named_then
from khedmat.organizations.changing.preview import keys_of, kinds, seen_in
from khedmat.organizations.models import Organization, PlannedChange
from khedmat.organizations.perms import can_carry_out
from khedmat.web.desk.asking import Question, ask, is_sure
from khedmat.web.desk.organizations.change_form import ChangeForm
from khedmat.web.desk.organizations.guard import at_the_centre
from khedmat.web.desk.refusing import tell

A_PAGE = 50
SALT = "preview of a change of agencies"
NOTHING_SEEN = _("پیش‌نمایش خوانده نشد؛ صفحه را دوباره باز کنید و «انجام تغییر» را بزنید.")
CARRY = _("%(kind)s انجام شود؟")
CARRY_TOLD = _(
    "این کار برگشت ندارد: آنچه جابه‌جا شد یا پایان یافت به پیشینه می‌رود و اگر نادرست بود با تغییری تازه درست می‌شود."
)
DISCARD = _("این تغییر کنار گذاشته شود؟")
DISCARD_TOLD = _("شرح تغییر و همهٔ گزینش‌های آن پاک می‌شود و این کار برگشت ندارد. در دستگاه‌ها و خدمت‌ها چیزی عوض نمی‌شود.")
DONE = _("تغییر انجام شد؛ هر جابه‌جایی و پایانی در پیشینهٔ همان دستگاه و خدمت ماند.")


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_centre
def new(request: HttpRequest) -> HttpResponse:
    form = ChangeForm(request.POST if request.method == "POST" else None, fold_line(request.GET.get("before", ""))[:80])
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
        done = {"plan": plan, "parties": named_then(plan, case.parties), "moved": moved_by(plan.change)}
        return render(request, "desk/organizations/done.html", done)
    keys = keys_of(case)
    shown = _shown(keys, request.GET.get("group", "")).group(case)
    page = Paginator(shown.items, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "plan": plan,
        "parties": named_then(plan, case.parties),
        "kinds": [(kind, len(keys[kind.name])) for kind in kinds()],
        "shown": shown,
        "page": page,
        "query": f"group={shown.name}&",
        "seen": _signed(keys),
        "may_carry_out": can_carry_out(request.user, case.on),
        "chooses": shown.is_chosen and len(case.parties.after) > 1,
    }
    return render(request, "desk/organizations/change.html", context)


def _shown(keys: Mapping[str, list[int]], name: str) -> Kind:
    """The one asked for, else the first that holds something."""
    known = {kind.name: kind for kind in kinds()}
    return known.get(name) or first_where(lambda kind: keys[kind.name], kinds()) or kinds()[0]


def _signed(seen: Mapping[str, Any]) -> str:
    return signing.dumps(seen, salt=SALT, compress=True)


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
    """Asked once more with what goes where in numbers: what the preview showed is still what there is."""
    plan = get_object_or_404(PlannedChange, pk=pk)
    try:
        seen: dict[str, Any] = signing.loads(request.POST.get("seen", ""), salt=SALT)
        if not is_sure(request):
            return _ask(request, plan, seen)
        carry_out(plan, seen=seen, by=request.user, at=timezone.now())
        messages.success(request, DONE)
    except signing.BadSignature:
        messages.error(request, NOTHING_SEEN)
    except ValidationError as refusal:
        tell(request, refusal)
    return redirect("web:desk-change", pk)


def _ask(request: HttpRequest, plan: PlannedChange, seen: dict[str, list[int]]) -> HttpResponse:
    case = Case.of(plan, at=timezone.now())
    groups = look_again(case, seen=seen, by=request.user)
    back = reverse("web:desk-change", args=[plan.pk])
    question = Question(CARRY % {"kind": plan.get_kind_display()}, CARRY_TOLD, _("انجام تغییر"), back)
    things = {
        "plan": plan,
        "parties": named_then(plan, case.parties),
        "counts": _counts(groups),
        "seen": _signed(seen_in(groups)),
    }
    return ask(request, question, "desk/organizations/sure.html", **things)


def _counts(groups: list[Group]) -> list[tuple[Any, list[tuple[str, Organization | None, int]]]]:
    """Of each kind that holds something: what becomes of how many."""
    found = [(group.title, Counter((item.fate, item.taker) for item in group.items)) for group in groups if group.items]
    return [(title, [(*fate, n) for fate, n in counted.items()]) for title, counted in found]


@require_POST
@at_the_centre
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    plan = get_object_or_404(PlannedChange, pk=pk)
    if not is_sure(request):
        back = reverse("web:desk-change", args=[pk])
        return ask(request, Question(DISCARD, DISCARD_TOLD, _("کنار گذاشتن"), back))
    _act(request, lambda: planning.discard(plan, by=request.user, at=timezone.now()), _("تغییر کنار گذاشته شد."))
    return redirect("web:desk-organizations")


def _act(request: HttpRequest, act: Any, done: Any) -> None:
    try:
        act()
        messages.success(request, done)
    except ValidationError as refusal:
        tell(request, refusal)
