"""What granian's workers import."""

import ctypes
import multiprocessing
import os
import signal
import sys

# Before all that takes its time: until it listens, a worker has the handler of signals of the server that it is a fork
# of, which would only note in this copy that a stop was asked.
signal.signal(signal.SIGTERM, signal.SIG_DFL)
if sys.platform == "linux":
    # A worker whose parent was killed would keep the port for ever.
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)
    # Killed before this line, it sends no signal any more: then the worker is already somebody else's child.
    server = multiprocessing.parent_process()
    if server and os.getppid() != server.pid:
        os._exit(1)

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "khedmat.site.settings")

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.urls import reverse  # noqa: E402

from khedmat.search import living  # noqa: E402
from khedmat.site.kept_pages import KeptPages  # noqa: E402
from khedmat.site.publications import Publications  # noqa: E402
from khedmat.site.settled import settle  # noqa: E402

publications = Publications()
application = KeptPages(get_wsgi_application(), publications.heard)
publications.listen()
# Whoever asked first of a worker waited a second for all pages to be imported and for the index to be opened.
reverse("web:home")
living.asked(lambda index: index.find("خدمت"))
settle()
