"""What the centre sends to those who owe in a round, and what was sent when."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from khedmat.cards.duty.actions import may_rule
from khedmat.cards.duty.asking import ask
from khedmat.cards.duty.letter import Said, words
from khedmat.cards.duty.reminding import owing
from khedmat.cards.models import DutyReminder, DutyRound, DutySending
from khedmat.core.persian import persian_digits
from khedmat.organizations.models import Membership, Organization
from khedmat.organizations.naming import names_on
from khedmat.web.desk.refusing import tell
from khedmat.web.kept import signed_in

A_PAGE = 50
SENT = _("نامه به %(count)s دستگاه در نوبت فرستادن است؛ این صفحه می‌گوید تا کجا رسیده است.")


def round_of(pk: int) -> DutyRound:
    return get_object_or_404(DutyRound.objects.select_related("by", "closing__by", "corrected_by__by"), pk=pk)


@require_safe
@never_cache
@signed_in
def duty_round(request: HttpRequest, pk: int) -> HttpResponse:
    """The log of a round: the centre reads all of it, an agency what was sent to it."""
    found, may = round_of(pk), may_rule(request.user, timezone.localdate())
    rows = seen_reminders(request, found).select_related("agency", "by").order_by("-at", "agency__sort_key", "pk")
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    _call_by_day(page)
    is_open = not found.is_closed and not hasattr(found, "corrected_by")
    context = {"round": found, "page": page, "may_send": may and is_open, "sending": _under_way(found) if may else None}
    return render(request, "desk/duty/round.html", context)


def _call_by_day(rows: Iterable[DutyReminder]) -> None:
    """`called`: the name of the agency on the day on which it was sent."""
    days = {row: timezone.localdate(row.at) for row in rows}
    names = names_on((row.agency, day) for row, day in days.items())
    for row, day in days.items():
        row.called = names[row.agency_id, day]


def _under_way(found: DutyRound) -> DutySending | None:
    """With `reached`: how many agencies have their letter."""
    sending = found.sendings.filter(ended_at=None).first()
    if sending:
        sending.reached = sending.reminders.count()
    return sending


def seen_reminders(request: HttpRequest, found: DutyRound) -> QuerySet[DutyReminder]:
    """The centre sees all of a round, an agency what was sent to it."""
    today = timezone.localdate()
    if may_rule(request.user, today):
        return found.reminders.all()
    mine = Membership.objects.of(request.user).in_force(today)
    return found.reminders.filter(agency__in=mine.values("organization"))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """Those who owe and the letter as the first of them reads it; then, at a press, to all of them."""
    found = _round_of_centre(request, pk)
    if request.method == "POST" and _is_sent(request, found):
        return redirect("web:duty-round", pk=pk)
    standings = owing(found, timezone.localdate())
    letter = words(found, standings[0], Said(timezone.now())) if standings else None
    return render(request, "desk/duty/send.html", {"round": found, "standings": standings, "letter": letter})


@require_safe
@never_cache
@signed_in
def letter(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """On paper, for an agency that has nobody here yet."""
    found = _round_of_centre(request, pk)
    standing = next((one for one in owing(found, timezone.localdate()) if one.agency.code == slug), None)
    if standing is None:
        raise Http404
    context: dict[str, Any] = {"round": found, "letter": words(found, standing, Said(timezone.now()))}
    context |= {"today": timezone.localdate(), "centre": Organization.objects.filter(is_centre=True).first()}
    return render(request, "desk/duty/letter.html", context)


def _round_of_centre(request: HttpRequest, pk: int) -> DutyRound:
    if not may_rule(request.user, timezone.localdate()):
        raise Http404
    return round_of(pk)


def _is_sent(request: HttpRequest, found: DutyRound) -> bool:
    try:
        sending = ask(found, by=request.user, at=timezone.now())
    except ValidationError as refusal:
        tell(request, refusal)
        return False
    messages.success(request, SENT % {"count": persian_digits(sending.total)})
    return True
