"""What my agencies owe in the rounds of article 2: until when, how far they are, what is missing and where."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from khedmat.cards.duty.owed import Owed, Step, owed
from khedmat.organizations.models import Organization
from khedmat.web.kept import signed_in
from khedmat.web.public.duty_bars import COLUMNS

MOST_TITLES = 30  # of those that are named; the list of titles has them all
WAYS: dict[str, tuple[Promise, str]] = {
    "prepared": (_("نویسندگان دستگاه می‌نویسند و تأییدکنندگان تأیید می‌کنند."), "web:desk"),
    "examined": (_("نزد مرکز بررسی شناسنامه‌هاست."), "web:desk"),
    "given": (_("مرکز پس از پذیرش شناسه می‌دهد."), "web:desk"),
    "shown": (_("پس از پذیرش مرکز منتشر می‌شود."), "web:desk"),
    "on_portal": (_("فهرست و شناسنامه‌ها را در درگاه خود بگذارید."), "web:desk-portals"),
}


class Line(NamedTuple):
    """A step as the page shows it: who takes it and where."""

    step: Step
    label: Promise
    who: Promise
    page: str


class Shown(NamedTuple):
    owed: Owed
    lines: list[Line]
    titles: list[str]


@require_safe
@never_cache
@signed_in
def duty_owed(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    mine = list(Organization.objects.in_force(today).of_member(request.user, today).order_by("sort_key", "pk"))
    rows = [Shown(one, list(map(_line, one.steps)), one.unsent[:MOST_TITLES]) for one in owed(mine, on=today)]
    return render(request, "desk/duty/owed.html", {"rows": rows, "offices": mine})


def _line(step: Step) -> Line:
    return Line(step, COLUMNS[step.name], *WAYS[step.name])
