"""The inbox at the desk, and which messages go further than it."""

import logging

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from khedmat.core.persian import persian_digits
from khedmat.notices import actions
from khedmat.notices.letters import subject
from khedmat.notices.models import Notice
from khedmat.web.inbox.forms import WishesForm
from khedmat.web.kept import signed_in
from khedmat.web.public.forms import rest_of

A_PAGE = 30
log = logging.getLogger(__name__)


@require_safe
@never_cache
@signed_in
def inbox(request: HttpRequest) -> HttpResponse:
    mine = Notice.objects.of(request.user)
    is_unread = request.GET.get("show") == "unread"
    shown = mine.unread() if is_unread else mine
    page = Paginator(shown.for_list(), A_PAGE).get_page(request.GET.get("page"))
    rows = [(notice, subject(notice)) for notice in page.object_list]
    context = {"page": page, "rows": rows, "is_unread": is_unread, "query": rest_of(request.GET)}
    return render(request, "inbox/inbox.html", context)


@require_POST
@never_cache
@signed_in
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """Opening a message reads it: a visit by GET writes nothing."""
    notice = Notice.objects.of(request.user).filter(pk=pk).first()
    if notice is None:
        log.warning("user %s asked to read notice %s, which is not theirs", request.user.pk, pk)
        raise Http404
    actions.mark_read(notice, by=request.user, at=timezone.now())
    return redirect(notice.link if "open" in request.POST else "web:inbox")


@require_POST
@never_cache
@signed_in
def read_all(request: HttpRequest) -> HttpResponse:
    count = actions.mark_all_read(by=request.user, at=timezone.now())
    messages.success(request, _("%(count)s پیام خوانده شد.") % {"count": persian_digits(count)})
    return redirect("web:inbox")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def preferences(request: HttpRequest) -> HttpResponse:
    form = WishesForm(request.POST or None, request.user)
    if request.method == "POST" and form.is_valid():
        try:
            actions.choose(form.wishes, number=form.cleaned_data.get("number", ""), by=request.user)
        except ValidationError as refusal:
            form.add_error("number", refusal)
        else:
            messages.success(request, _("ذخیره شد."))
            return redirect("account_notices")
    return render(request, "inbox/preferences.html", {"form": form})
