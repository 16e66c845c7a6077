"""Two imports at once, and an import that is killed."""

import multiprocessing
import os
import signal
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from khedmat.cards.models import Process, Service, ServiceVersion
from khedmat.files.models import StoredFile
from khedmat.importing import actions
from khedmat.importing.actions import apply, importer
from khedmat.importing.models import Intake
from tests.factories.cards import NOW
from tests.importing.paper import permit, permits_text, planned, taken, whats, write

pytestmark = pytest.mark.django_db(transaction=True)
FILES = 6


def fill(folder):
    for number in range(FILES):
        write(folder, f"{number}.txt", title=f"خدمت {number}")


def at_once(*plans):
    start, by = Barrier(len(plans)), importer()

    def run(plan):
        start.wait()
        try:
            return whats(apply(plan, by=by, at=NOW))
        finally:
            connection.close()

    with ThreadPoolExecutor(len(plans)) as pool:
        return list(pool.map(run, plans))


def test_four_imports_of_one_folder_at_once_write_each_document_once(agency, folder):
    fill(folder)
    write(folder, "permits.html", text=permits_text(permit()))
    plan = planned(folder)

    answers = at_once(plan, plan, plan, plan)

    together = [sorted(answer[place] for answer in answers) for place in range(FILES + 1)]
    assert together == [["add", "leave", "leave", "leave"]] * (FILES + 1)
    assert Intake.objects.count() == StoredFile.objects.count() == FILES + 1
    assert Service.objects.count() == ServiceVersion.objects.count() == FILES


def test_two_papers_on_one_service_at_once_leave_one_of_them(agency, folder):
    first, second = write(folder, "a.txt"), write(folder, "b.txt", description="شرحی دیگر")

    answers = at_once(planned(first), planned(second))

    assert sorted(answers) == [["add"], ["refuse"]]
    assert ServiceVersion.objects.count() == 1


def _killed_in_the_second_batch(plan, by):
    """In a process of its own: two documents of the second batch are half written when the process dies."""
    connection.close()
    create, seen = actions.create_drafts, []

    def dying(new, **given):
        versions = create(new, **given)
        seen.extend(versions)
        if len(seen) == 4:
            os.kill(os.getpid(), signal.SIGKILL)
        return versions

    actions.create_drafts, actions.A_BATCH = dying, 2
    apply(plan, by=by, at=NOW)


def test_a_killed_import_leaves_whole_batches_and_a_second_run_the_rest(agency, folder):
    fill(folder)
    plan, by = planned(folder), importer()
    connection.close()

    process = multiprocessing.get_context("fork").Process(target=_killed_in_the_second_batch, args=(plan, by))
    process.start()
    process.join()

    assert process.exitcode == -signal.SIGKILL
    assert Service.objects.count() == ServiceVersion.objects.count() == Intake.objects.count() == 2
    assert not Process.objects.exclude(version__intakes__isnull=False).exists()
    assert whats(taken(folder)) == ["leave"] * 2 + ["add"] * (FILES - 2)
    assert Intake.objects.count() == Service.objects.count() == FILES
