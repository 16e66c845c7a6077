"""How people sign in: accounts are given by the operator, nobody opens one."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User

SAID = {
    "username_password_mismatch": _("نام کاربری یا گذرواژه درست نیست. صفحه‌کلید فارسی یا Caps Lock را بررسی کنید."),
    "email_password_mismatch": _("نام کاربری یا گذرواژه درست نیست. نام کاربری را بنویسید، نه رایانامه را."),
    "too_many_login_attempts": _("تلاش‌های ناموفق بیش از اندازه شد. پنج دقیقه صبر کنید و دوباره بیازمایید."),
    "rate_limited": _("درخواست‌های پی‌درپی بیش از اندازه شد. چند دقیقه صبر کنید و دوباره بیازمایید."),
    "incorrect_password": _("گذرواژه درست نیست."),
    "enter_current_password": _("گذرواژهٔ کنونی درست نیست."),
    "incorrect_code": _("کد درست نیست یا زمان آن گذشته است؛ کد تازهٔ برنامه را بنویسید."),
    "account_inactive": _("این حساب بسته است."),
}
WAYS = {"reauthenticate": _("با گذرواژه"), "mfa_reauthenticate": _("با کد برنامه یا کد بازیابی")}


class ClosedSignUp(DefaultAccountAdapter):
    """Sign-up is closed; what is refused is said in our own words."""

    error_messages = DefaultAccountAdapter.error_messages | SAID

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account_home")

    def get_reauthentication_methods(self, user: User) -> list[dict[str, Any]]:
        return [way | {"description": WAYS[way["id"]]} for way in super().get_reauthentication_methods(user)]
