"""Real workers, killed while they read and while they write: nothing is doubled and nothing is lost."""

import pytest

from khedmat.cards.models import Service, ServiceVersion
from khedmat.files.models import StoredFile
from khedmat.importing.models import Batch, BatchRow, Intake, Upload
from tests.importing.batches.batch import all_chosen, brought, cards
from tests.site.workers import killed_when

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
FILES = 160
# `khedmat worker` as it is, but a file is kept alone and few are written at once: however fast the machine, a kill
# finds it half-way.
WORKER = """
import os, django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "khedmat.site.settings")
django.setup()
from khedmat.importing.batches import reading, writing
from khedmat.site.cli import main
reading.A_WHILE, writing.AT_ONCE = -1.0, 7
main(["worker"])
"""


def state() -> str:
    return Batch.objects.values_list("state", flat=True).get()


def read() -> int:
    return BatchRow.objects.count()


def test_a_batch_whose_workers_are_killed_is_read_and_written_once(office):
    batch = brought(cards(FILES), organization=office.agency, by=office.author)
    for enough in (1, FILES // 3):
        killed_when(WORKER, lambda enough=enough: read() >= enough)
    cut = read()
    killed_when(WORKER, lambda: state() == "read")

    assert cut < FILES
    assert read() == Upload.objects.count() == Batch.objects.get().done == FILES
    assert StoredFile.objects.count() == FILES + 1

    all_chosen(batch, office.author)
    for enough in (1, FILES // 3):
        killed_when(WORKER, lambda enough=enough: ServiceVersion.objects.count() >= enough)
    cut = ServiceVersion.objects.count()
    killed_when(WORKER, lambda: state() == "done")

    assert cut < FILES
    assert Service.objects.count() == ServiceVersion.objects.count() == Intake.objects.count() == FILES
    assert BatchRow.objects.exclude(version=None).values("version").distinct().count() == FILES
