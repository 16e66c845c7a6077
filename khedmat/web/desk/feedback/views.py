"""What readers said of the cards of one's office, and the answers."""

import logging

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from khedmat.cards.enums import FEEDBACK_OPEN, FeedbackStage
from khedmat.cards.feedback.actions import answer
from khedmat.cards.feedback.perms import can_answer, visible_feedback
from khedmat.cards.models import Feedback
from khedmat.web.desk.feedback.forms import AnswerForm, FeedbackFilter
from khedmat.web.kept import signed_in
from khedmat.web.public.forms import rest_of
from khedmat.web.public.paging import paged

log = logging.getLogger(__name__)


@require_safe
@never_cache
@signed_in
def feedback(request: HttpRequest) -> HttpResponse:
    form, today = FeedbackFilter(request.GET), timezone.localdate()
    rows = form.apply(visible_feedback(request.user, today)).select_related("version", "service__owner")
    page = paged(request, rows.order_by("due_on", "pk"))
    context = {"form": form, "page": page, "query": rest_of(request.GET), "today": today, "open": FEEDBACK_OPEN}
    return render(request, "desk/feedback/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def one(request: HttpRequest, pk: int) -> HttpResponse:
    found, today = _found(request, pk), timezone.localdate()
    form = AnswerForm(request.POST or None, found)
    if request.method == "POST" and form.is_valid() and _is_answered(request, form, found):
        return redirect("web:desk-feedback-one", pk)
    may = can_answer(request.user, found.service, today)
    steps = found.steps.select_related("by", "version").order_by("pk")
    context = {"one": found, "form": form, "may": may, "steps": steps, "is_late": found.due_on < today}
    return render(request, "desk/feedback/one.html", context)


def _found(request: HttpRequest, pk: int) -> Feedback:
    seen = visible_feedback(request.user, timezone.localdate())
    found = seen.select_related("version", "service__owner").filter(pk=pk).first()
    if found is None:
        log.warning("user %s asked for feedback %s of another agency", request.user.pk, pk)
        raise Http404
    return found


def _is_answered(request: HttpRequest, form: AnswerForm, found: Feedback) -> bool:
    """Else the reason stands in the form."""
    said = form.cleaned_data
    try:
        answer(found, FeedbackStage(said["to"]), said["text"], by=request.user, at=timezone.now())
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return False
    messages.success(request, _("ثبت شد."))
    return True
