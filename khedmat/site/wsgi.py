"""What granian's workers import."""

import ctypes
import multiprocessing
import os
import signal
import sys

from django.core.wsgi import get_wsgi_application

if sys.platform == "linux":
    # A worker whose parent was killed would keep the port for ever.
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)
    # Killed before this line, it sends no signal any more: then the worker is already somebody else's child.
    server = multiprocessing.parent_process()
    if server and os.getppid() != server.pid:
        os._exit(1)

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "khedmat.site.settings")
application = get_wsgi_application()
