"""Settings in four parts: what Khedmat is, what it uses, where it runs, what is secret."""

from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from khedmat.site import env

# --- What it is ------------------------------------------------------------------------------------------------------

ROOT = Path(__file__).resolve().parent.parent
LANGUAGE_CODE = "fa"
LANGUAGES = [("fa", _("فارسی")), ("en", _("انگلیسی"))]
LOCALE_PATHS = [ROOT / "locale"]
USE_I18N = True
USE_TZ = True  # stored in UTC, shown in Tehran's time
TIME_ZONE = "Asia/Tehran"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"
ROOT_URLCONF = "khedmat.site.urls"
WSGI_APPLICATION = "khedmat.site.wsgi.application"
LOGIN_URL = "/account/login/"
LOGIN_REDIRECT_URL = "/desk/"
LOGOUT_REDIRECT_URL = "/"

INSTALLED_APPS = [
    "khedmat.web",
    "khedmat.api",
    "khedmat.embedding",
    "khedmat.linked_data",
    "khedmat.webhooks",
    "khedmat.importing",
    "khedmat.search",
    "khedmat.permits",
    "khedmat.cards",
    "khedmat.registers",
    "khedmat.organizations",
    "khedmat.files",
    "khedmat.notices",
    "khedmat.accounts",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django_htmx",
    "template_partials",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
]

# --- What it uses ----------------------------------------------------------------------------------------------------

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "khedmat.web.speaking.LanguageMiddleware",
    "khedmat.web.squeezing.SqueezingMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "khedmat.web.large.LargeBodyMiddleware",  # asks who it is, and stands before everything that reads a body
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "khedmat.web.account.seen.LastSeenMiddleware",
    "khedmat.web.methods.MethodMiddleware",
    "khedmat.web.outage.OutageMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "khedmat.web.desk.menu.head",
            ]
        },
    }
]
DATABASES: dict[str, dict[str, Any]] = {"default": {"ENGINE": "django.db.backends.postgresql", **env.database()}}
# A pool: reconnecting costs four times as much. Its health check is what survives a killed server.
DATABASES["default"] |= {"CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": True}
DATABASES["default"]["OPTIONS"] |= {"pool": {"min_size": 1, "max_size": 8, "timeout": 3}}
DATABASES["default"]["OPTIONS"] |= {"prepare_threshold": 0}  # else no question keeps its plan (`core.asked`)
# One count of failed sign-ins for all processes and hosts; made by a migration of accounts.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "khedmat_cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
PGHISTORY_APPEND_ONLY = True
PROCRASTINATE_IMPORT_PATHS = ["khedmat.core.tasks", "khedmat.cards.links.tasks"]  # beside those of the apps
SESSION_ENGINE = "django.contrib.sessions.backends.db"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "khedmat.accounts.passwords.LongEnough", "OPTIONS": {"min_length": 12}},
    {"NAME": "khedmat.accounts.passwords.NotCommon"},
    {"NAME": "khedmat.accounts.passwords.NotLikeTheName"},
]
ACCOUNT_ADAPTER = "khedmat.accounts.adapter.ClosedSignUp"
ACCOUNT_FORMS = {
    "login": "khedmat.web.account.forms.SignInForm",
    "reauthenticate": "khedmat.web.account.forms.PasswordAgainForm",
    "change_password": "khedmat.web.account.forms.NewPasswordForm",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_RATE_LIMITS = {  # besides allauth's own, for all processes together
    "invitation": "30/m/ip",  # openings of links, right or wrong
    "feedback": "10/h/ip",  # a family or an office behind one address may all have something to say
    "agency_token": "600/5m/key",  # questions of one program
    "bad_token": "30/5m/ip",  # tokens that open nothing
    "validate": "300/5m/ip",  # cards of anybody against the rules: the dearest question that is open to all
}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
MFA_ADAPTER = "khedmat.accounts.second_factor.SecondFactor"
MFA_FORMS = {
    "authenticate": "khedmat.web.account.forms.SecondFactorForm",
    "reauthenticate": "khedmat.web.account.forms.SecondFactorAgainForm",
    "activate_totp": "khedmat.web.account.forms.NewSecondFactorForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "خدمت"
FORM_RENDERER = "khedmat.web.form_rendering.Renderer"

# --- Where it runs ---------------------------------------------------------------------------------------------------

KHEDMAT_DATA = env.data_folder()
DEBUG = env.flag("KHEDMAT_DEBUG")
HTTPS = env.flag("KHEDMAT_HTTPS")
ALLOWED_HOSTS = env.words("KHEDMAT_HOSTS", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = [f"https://{host.lstrip('.')}" for host in ALLOWED_HOSTS] if HTTPS else []
MEDIA_ROOT = KHEDMAT_DATA / "files"
STATIC_URL = "/static/"
STATIC_ROOT = KHEDMAT_DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "khedmat.web.static_files.StaticFiles"},
}
WHITENOISE_MAX_AGE = 3600
FILE_UPLOAD_PERMISSIONS = 0o600
IMPORT_BYTES_A_DAY = env.number("KHEDMAT_IMPORT_MB", 1024) * 1024**2  # that one person may bring to the import desk
CONFIRM_DAYS = env.confirm_days()  # after which a published card counts as not confirmed
WEBHOOK_DAYS = env.webhook_days()  # messages of webhooks are kept after they ended
DUTY_BEFORE, DUTY_AFTER = env.duty_days()  # working days from the deadline of a round: reminders
LINKS_CHECKED = env.links_checked()  # every night, and when somebody asks
SITE_URL = env.site_url()  # as the letters name it
OPEN_DATA_LICENCE = env.licence()
EMAIL_TIMEOUT = 10
EMAIL_FILE_PATH = str(KHEDMAT_DATA / "mail")  # where letters lie while no server of mail is given
DEFAULT_FROM_EMAIL = env.text("KHEDMAT_MAIL_FROM", "khedmat@localhost")
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024**2
DATA_UPLOAD_MAX_NUMBER_FILES = 500
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # the fullest section with all its rows has some 3,000
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "khedmat.web.kept.csrf_failure"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if HTTPS else 0  # else everybody behind the proxy would share one count of failures
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {  # no unsafe-inline, no unsafe-eval, nothing from elsewhere
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "worker-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.text("KHEDMAT_LOG", "WARNING")},
}

# --- What is secret --------------------------------------------------------------------------------------------------

SECRET_KEY = env.secret_key()
globals().update(env.mail())  # EMAIL_BACKEND, EMAIL_HOST, EMAIL_HOST_PASSWORD…
EMBED_KEY = env.embed_key()
SMS_GATEWAY = env.sms()
SAMPLE_SIGN_INS = env.samples_allowed()
