"""Signing in and out, under the names that allauth asks for. People are added by their agency: nobody signs up."""

from allauth.account.views import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_http_methods, require_safe

reads_and_posts = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def closed(request: HttpRequest) -> HttpResponse:
    """What allauth would offer and Khedmat does not: says whom to ask."""
    return render(request, "account/closed.html")


closed.is_public = True
sign_in, sign_out = reads_and_posts(login), reads_and_posts(logout)
sign_in.is_public = sign_out.is_public = True
urlpatterns = [
    path("login/", sign_in, name="account_login"),
    path("logout/", sign_out, name="account_logout"),
    path("signup/", closed, name="account_signup"),
    path("reset/", closed, name="account_reset_password"),
]
