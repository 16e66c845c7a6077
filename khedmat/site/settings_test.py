"""Settings of the tests: a cluster of its own for each clone, without the waits that durability costs."""

import atexit
import hashlib
import os
import tempfile
from contextlib import ExitStack
from pathlib import Path

from khedmat.core import postgres

# pytest-django imports the settings before any hook of conftest runs: what is not set here is too late, and a variable
# left in the shell would lead the tests to the developer's own server.
_clone = hashlib.sha256(str(Path(__file__).resolve().parents[2]).encode()).hexdigest()[:12]
_cache = Path("/var/cache") if os.getuid() == 0 else Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
DATA = _cache / "khedmat" / f"tests-{_clone}"
for _name in [name for name in os.environ if name.startswith(("KHEDMAT_", "DATABASE_URL"))]:
    del os.environ[_name]
os.environ["KHEDMAT_DATA"] = str(DATA)

from khedmat.site.settings import *  # noqa: E402, F403

_fast = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_locks_per_transaction=256")
CLUSTER = postgres.Cluster(DATA / "postgres", _fast)
_holding = ExitStack()
_holding.enter_context(postgres.held(CLUSTER))
atexit.register(_holding.close)

del DATABASES["default"]["OPTIONS"]["pool"]  # noqa: F405
# Two runs at once in one clone must not empty each other's tables; conftest drops what a killed run left.
DATABASES["default"]["TEST"] = {"NAME": f"test_khedmat_{os.getpid()}"}  # noqa: F405
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
KHEDMAT_DATA = Path(tempfile.gettempdir())  # conftest gives each run a folder of its own
MEDIA_ROOT = KHEDMAT_DATA
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_AUTOREFRESH = True
DEBUG = False
