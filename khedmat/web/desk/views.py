"""The desk of an agency: its cards in every stage, their findings, and the three signatures."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from khedmat.cards import actions, perms
from khedmat.cards.enums import Stage
from khedmat.cards.models import ServiceVersion
from khedmat.web.annex import annex_inside
from khedmat.web.desk import my_cards, showcase
from khedmat.web.desk.card_filter import CardFilter
from khedmat.web.desk.fields import boxes
from khedmat.web.desk.guard import desk_versions, office_version
from khedmat.web.desk.nothing import nothing
from khedmat.web.desk.overview import next_part, overview
from khedmat.web.desk.rating import rated
from khedmat.web.desk.standing import groups, next_step
from khedmat.web.public.forms import rest_of

MOVES = {
    "submit": (_("فرستادن برای تأیید دستگاه"), perms.can_submit, actions.submit),
    "approve": (_("تأیید از سوی دستگاه"), perms.can_approve, actions.approve),
    "publish": (_("انتشار"), perms.can_publish, actions.publish),
}
A_PAGE = 50


@require_safe
@never_cache
@login_required
def desk(request: HttpRequest) -> HttpResponse:
    today, stage = timezone.localdate(), request.GET.get("stage", "")
    me = my_cards.desk_of(request.user, today)
    form = CardFilter(request.GET, me.offices)
    versions = form.narrow(desk_versions(request.user, today))
    shown = versions.filter(stage=stage) if stage in Stage.values else versions
    ordered = my_cards.in_order(shown.for_list(), form.order, my_cards.waiting_for(request.user, today))
    page = Paginator(ordered, A_PAGE).get_page(request.GET.get("page"))
    context = {"me": me, "form": form, "stage": stage, "tabs": my_cards.tabs(versions), "page": page}
    shown_here = {
        "rows": my_cards.rows_of(page.object_list),
        "query": rest_of(request.GET),
        "rest": rest_of(request.GET, "stage"),
        "nothing": nothing(me, is_narrowed=form.is_used or stage in Stage.values),
    }
    return render(request, "desk/desk.html", context | shown_here)


@require_safe
@never_cache
@login_required
def version(request: HttpRequest, pk: int) -> HttpResponse:
    found, today = office_version(request, pk), timezone.localdate()
    known = inside(found)
    may_edit = perms.can_edit(request.user, found, today)
    parts = overview(found, known["findings"], may_edit=may_edit)
    context = {
        "moves": moves_for(request, found),
        "next_step": next_step(found, known["findings"], user=request.user, on=today),
        "parts": parts,
        "rated": rated(found, known["findings"], on=today),
        "next_part": next_part(parts) if may_edit else None,
        "may_redraft": not may_edit and perms.can_redraft(request.user, found, today),
    }
    return render(request, "desk/version.html", known | context)


@require_safe
@never_cache
@login_required
def card(request: HttpRequest, pk: int) -> HttpResponse:
    found = office_version(request, pk)
    return render(request, "desk/card.html", annex_inside(found))


@require_POST
@never_cache
@login_required
def move(request: HttpRequest, pk: int, move: str) -> HttpResponse:
    found = office_version(request, pk)
    if move not in MOVES:
        raise Http404
    try:
        moved = MOVES[move][2](found, by=request.user, at=timezone.now())
        messages.success(request, _("انجام شد. مرحلهٔ کنونی: %(stage)s") % {"stage": moved.get_stage_display()})
    except ValidationError as refusal:
        for sentence in refusal.messages:
            messages.error(request, sentence)
    return redirect("web:desk-version", pk=pk)


@require_safe
@never_cache
@login_required
def components(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/components.html", showcase.everything())


def moves_for(request: HttpRequest, found: ServiceVersion) -> list[tuple[str, Any]]:
    """The steps that this person may take now."""
    today = timezone.localdate()
    return [(name, label) for name, (label, may, _act) in MOVES.items() if may(request.user, found, today)]


def inside(found: ServiceVersion) -> dict[str, Any]:
    """What the page of a version shows to those inside."""
    findings, traces = list(found.findings.order_by("order")), list(found.traces.order_by("block", "start"))
    return {
        "version": found,
        "undecided": found.undecided,
        "findings": findings,
        "groups": groups(findings),
        "boxes": boxes(found.card, found.undecided, findings=findings, traces=traces),
        "changes": found.stage_changes.exclude(source=F("target")).select_related("by").order_by("at", "pk"),
    }
