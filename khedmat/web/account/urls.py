"""The addresses of signing in and of the own account; the names that begin with mfa_ are allauth's."""

from django.urls import include, path

from khedmat.web.account import entrance, pages
from khedmat.web.inbox import views as inbox

second_factor = [
    path("", entrance.second, name="mfa_index"),
    path("authenticate/", entrance.sign_in_second, name="mfa_authenticate"),
    path("reauthenticate/", entrance.again_second, name="mfa_reauthenticate"),
    path("activate/", entrance.switch_on, name="mfa_activate_totp"),
    path("deactivate/", entrance.switch_off, name="mfa_deactivate_totp"),
    path("codes/", entrance.codes, name="mfa_view_recovery_codes"),
    path("codes/new/", entrance.new_codes, name="mfa_generate_recovery_codes"),
    path("codes/file/", entrance.codes_file, name="mfa_download_recovery_codes"),
]
urlpatterns = [
    path("", pages.home, name="account_home"),
    path("login/", entrance.sign_in, name="account_login"),
    path("logout/", entrance.sign_out, name="account_logout"),
    path("signup/", entrance.closed, name="account_signup"),
    path("reset/", entrance.closed, name="account_reset_password"),
    path("closed/", entrance.inactive, name="account_inactive"),
    path("password/", entrance.new_password, name="account_change_password"),
    path("reauthenticate/", entrance.again, name="account_reauthenticate"),
    path("second-factor/", include(second_factor)),
    path("notices/", inbox.preferences, name="account_notices"),
    path("sessions/", pages.session_list, name="account_sessions"),
    path("sessions/others/end/", pages.end_other_sessions, name="account_end_other_sessions"),
    path("sessions/<int:pk>/end/", pages.end_session, name="account_end_session"),
]
