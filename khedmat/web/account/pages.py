"""The own account: name and address, offices, sessions."""

import logging

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from khedmat.accounts import sessions
from khedmat.accounts.models import User
from khedmat.core.persian import persian_digits
from khedmat.organizations.models import Membership
from khedmat.web.account.device import device
from khedmat.web.account.forms import OwnNameForm

log = logging.getLogger(__name__)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def home(request: HttpRequest) -> HttpResponse:
    """The form works on a row of its own: a refused name must not stand in the head of the page."""
    form = OwnNameForm(request.POST or None, instance=User.objects.get(pk=request.user.pk))
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("ذخیره شد."))
        return redirect("account_home")
    return render(request, "account/home.html", {"form": form} | _standing(request))


def _standing(request: HttpRequest) -> dict[str, object]:
    now = timezone.now()
    return {
        "memberships": Membership.objects.of(request.user).in_force(timezone.localdate(now)).for_list(),
        "has_second_factor": Authenticator.objects.filter(user=request.user).exists(),
        "open_sessions": sessions.open_sessions(request.user, now).count(),
    }


@require_safe
@never_cache
@login_required
def session_list(request: HttpRequest) -> HttpResponse:
    rows = sessions.open_sessions(request.user, timezone.now())
    shown = [(row, device(row.user_agent), row.session_key == request.session.session_key) for row in rows]
    return render(request, "account/sessions.html", {"sessions": shown})


@require_POST
@never_cache
@login_required
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    if not sessions.end(sessions.open_sessions(request.user, timezone.now()).filter(pk=pk)):
        log.warning("user %s asked to end session %s, which is not theirs or has ended", request.user.pk, pk)
        raise Http404
    messages.success(request, _("آن نشست پایان یافت."))
    return redirect("account_sessions")


@require_POST
@never_cache
@login_required
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    ended = sessions.end_others(request.user, request.session.session_key)
    messages.success(request, _("%(count)s نشست دیگر پایان یافت.") % {"count": persian_digits(ended)})
    return redirect("account_sessions")
