"""Signing in and out, under the names that allauth asks for. People are added by their agency: nobody signs up."""

from allauth.account.views import login, logout, password_change, reauthenticate
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from khedmat.web.public.access import View


def _entrance(view: View) -> View:
    """Open to those who are not signed in yet."""
    page = require_http_methods(["GET", "HEAD", "POST"])(never_cache(view))
    page.is_public = True
    return page


def _own(view: View) -> View:
    return require_http_methods(["GET", "HEAD", "POST"])(never_cache(login_required(view)))


def _own_to_read(view: View) -> View:
    return require_safe(never_cache(login_required(view)))


@require_safe
def closed(request: HttpRequest) -> HttpResponse:
    """What allauth would offer and Khedmat does not: says whom to ask."""
    return render(request, "account/closed.html")


@require_safe
def inactive(request: HttpRequest) -> HttpResponse:
    """Where allauth leads a person whose account was closed."""
    return render(request, "account/account_inactive.html")


closed.is_public = inactive.is_public = True
sign_in, sign_out, sign_in_second = map(_entrance, (login, logout, second_factor.authenticate))
new_password, again, again_second = map(_own, (password_change, reauthenticate, second_factor.reauthenticate))
second = _own_to_read(second_factor.index)
switch_on, switch_off = map(_own, (totp.activate_totp, totp.deactivate_totp))
new_codes = _own(recovery_codes.generate_recovery_codes)
codes, codes_file = map(_own_to_read, (recovery_codes.view_recovery_codes, recovery_codes.download_recovery_codes))
