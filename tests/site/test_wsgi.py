"""What the workers of the server import."""

import os
import subprocess
import sys

from django.conf import settings

from tests.site.installation import clean_environment

LOADED = "import sys, khedmat.site.wsgi; print('khedmat.web.public.views' in sys.modules)"


def test_a_worker_has_its_pages_before_it_listens_even_without_a_database():
    away = clean_environment(DATABASE_URL="postgresql://nobody@127.0.0.1:1/none", KHEDMAT_DATA=settings.KHEDMAT_DATA)
    said = subprocess.run(
        [sys.executable, "-c", LOADED],
        env=away | {"PYTHONPATH": os.getcwd()},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    assert said.stdout == "True\n", said.stderr
