"""What granian's workers import."""

import ctypes
import os
import signal
import sys

from django.core.wsgi import get_wsgi_application

if sys.platform == "linux":
    # A worker whose parent was killed would keep the port for ever.
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "khedmat.site.settings")
application = get_wsgi_application()
