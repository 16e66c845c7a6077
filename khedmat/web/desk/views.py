"""The desk: cards in every stage, their findings, and the signatures of those who stand by them."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from khedmat.cards import actions, perms
from khedmat.cards.attaching.place import Place
from khedmat.cards.conditions import is_of_office
from khedmat.cards.deadlines import Wait, wait_of
from khedmat.cards.enums import Severity, Stage
from khedmat.cards.governing.perms import can_dismiss
from khedmat.cards.models import ServiceVersion
from khedmat.cards.rules.pictures import UNSEEN
from khedmat.web.annex import annex_inside
from khedmat.web.desk import my_cards, showcase
from khedmat.web.desk.aged import aged
from khedmat.web.desk.attachments.showing import attached
from khedmat.web.desk.deciding import DONE, decisions_for
from khedmat.web.desk.fields import boxes
from khedmat.web.desk.guard import office_version
from khedmat.web.desk.identity import identity_of
from khedmat.web.desk.listed import listed
from khedmat.web.desk.nothing import nothing
from khedmat.web.desk.one_pass import look
from khedmat.web.desk.overview import next_part, overview
from khedmat.web.desk.passing import passed_over, still_open
from khedmat.web.desk.refusing import ALREADY, is_taken_already, tell
from khedmat.web.desk.road import road_of, why_of
from khedmat.web.desk.standing import groups, next_step
from khedmat.web.kept import signed_in
from khedmat.web.public.forms import rest_of

MOVES = {  # taken at the press of a button; those that are asked about first are `deciding.DECISIONS`
    "submit": (_("فرستادن برای تأیید دستگاه"), perms.can_submit, actions.submit, Stage.SUBMITTED),
    "approve": (_("تأیید از سوی دستگاه"), perms.can_approve, actions.approve, Stage.APPROVED),
    "accept": (_("پذیرش"), perms.can_accept, actions.accept, Stage.ACCEPTED),
}


@require_safe
@never_cache
@signed_in
def desk(request: HttpRequest) -> HttpResponse:
    here = listed(request)
    counts, page = look(here.versions, here.form.order, stage=here.stage, number=request.GET.get("page"))
    context = here._asdict() | {
        "tabs": my_cards.tabs(counts),
        "page": page,
        "may_pick": here.me.may_decide,
        "rows": my_cards.rows_of(page.object_list, timezone.localdate()),
        "query": rest_of(request.GET),
        "rest": rest_of(request.GET, "stage"),
        "out_of_queue": rest_of(request.GET, "queue"),
        "nothing": nothing(here.me, is_narrowed=here.is_narrowed),
    }
    return render(request, "desk/desk.html", context)


@require_safe
@never_cache
@signed_in
def version(request: HttpRequest, pk: int) -> HttpResponse:
    found, today = office_version(request, pk), timezone.localdate()
    known = inside(found)
    may_edit = perms.can_edit(request.user, found, today)
    parts = overview(found, known["findings"], may_edit=may_edit)
    context = {
        "moves": moves_for(request, found),
        "decisions": decisions_for(request, found),
        "steps": road_of(found),
        "why": why_of(found),
        "wait": None if found.publish_on else _wait(found, known["changes"], today),
        "next_step": next_step(found, known["findings"], user=request.user, on=today),
        "parts": parts,
        "next_part": next_part(parts) if may_edit else None,
        "attached": attached(Place(found), request.user, today),
        "identity": identity_of(found, request.user, today),
        **_also(request, found, may_edit=may_edit),
    }
    age = aged(found, known["findings"], user=request.user, on=today)
    return render(request, "desk/version.html", known | context | age)


def _also(request: HttpRequest, found: ServiceVersion, *, may_edit: bool) -> dict[str, bool]:
    """What else this person may do beside the steps of the version."""
    user, today = request.user, timezone.localdate()
    return {
        "may_dismiss": can_dismiss(user, found, today),
        "may_name": found.is_public and is_of_office(found, user, today),
        "may_redraft": not may_edit and perms.can_redraft(user, found, today),
    }


def _wait(found: ServiceVersion, changes: list[Any], today: date) -> Wait | None:
    return wait_of(found.stage, timezone.localdate(changes[-1].at), today) if changes else None


@require_safe
@never_cache
@signed_in
def card(request: HttpRequest, pk: int) -> HttpResponse:
    found = office_version(request, pk)
    return render(request, "desk/card.html", annex_inside(found))


@require_POST
@never_cache
@signed_in
def move(request: HttpRequest, pk: int, move: str) -> HttpResponse:
    found = office_version(request, pk)
    if move not in MOVES:
        raise Http404
    _label, _may, act, target = MOVES[move]
    try:
        moved = act(found, by=request.user, at=timezone.now())
        messages.success(request, DONE % {"stage": moved.get_stage_display()})
    except ValidationError as refusal:
        if is_taken_already(found.stage_changes, target, by=request.user):
            messages.info(request, ALREADY)
        else:
            tell(request, refusal)
    return redirect("web:desk-version", pk=pk)


@require_safe
@never_cache
@signed_in
def components(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/components.html", showcase.everything())


def moves_for(request: HttpRequest, found: ServiceVersion) -> list[tuple[str, Any]]:
    """The steps that this person may take now."""
    today = timezone.localdate()
    return [(name, label) for name, (label, may, _act, _target) in MOVES.items() if may(request.user, found, today)]


def inside(found: ServiceVersion) -> dict[str, Any]:
    """What the page of a version shows to those inside."""
    kept, traces = list(found.findings.for_page()), list(found.traces.order_by("block", "start"))
    findings = still_open(kept)
    found.is_unseen = any(one.rule == UNSEEN for one in kept)  # both are known: they are not asked again
    found.blocking_rules = sorted(one.rule for one in kept if one.severity == Severity.BLOCKER)
    changes = found.stage_changes.exclude(source=F("target"))
    return {
        "version": found,
        "undecided": found.undecided,
        "findings": findings,
        "groups": groups(findings),
        "passed": passed_over(kept),
        "boxes": boxes(found.card, found.undecided, findings=kept, traces=traces),
        "changes": list(changes.select_related("by", "as_delegation").order_by("at", "pk")),
    }
