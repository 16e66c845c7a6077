"""Real workers, killed while they take a step for many: nothing is done twice and nothing is left."""

from uuid import uuid4

import pytest

from khedmat.cards.bulk.beginning import Wish, begin, enqueue
from khedmat.cards.enums import BulkAct, BulkState, Stage
from khedmat.cards.models import BulkResult, BulkRun, ServiceVersion, StageChange
from tests.factories.cards import NOW, VersionFactory
from tests.factories.people import OrganizationFactory, person
from tests.site.workers import killed_when

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
MANY = 40
# `khedmat worker` as it is, but no version is taken faster than this: however fast the machine, a kill is half-way.
WORKER = """
import os, time, django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "khedmat.site.settings")
django.setup()
from khedmat.cards.bulk import taking
from khedmat.site.cli import main
take = taking._take
def slowly(run, pk, *, at):
    time.sleep(0.1)
    return take(run, pk, at=at)
taking._take = slowly
main(["worker"])
"""


def test_a_run_whose_workers_are_killed_is_done_once_for_each():
    owner = OrganizationFactory()
    versions = [VersionFactory(service__owner=owner, stage=Stage.SUBMITTED).pk for _one in range(MANY)]
    wish = Wish(BulkAct.RETURN, versions, uuid4(), reason="بخش ۴ خالی است.")
    enqueue(begin(wish, by=person("approver", owner), at=NOW).pk)

    for enough in (1, MANY // 3):
        killed_when(WORKER, lambda enough=enough: BulkResult.objects.count() >= enough)
    cut = BulkResult.objects.count()
    killed_when(WORKER, lambda: BulkRun.objects.get().state == BulkState.DONE)

    assert cut < MANY
    assert BulkResult.objects.filter(is_done=True).count() == MANY
    assert ServiceVersion.objects.filter(stage=Stage.RETURNED).count() == MANY
    assert StageChange.objects.filter(target=Stage.RETURNED).count() == MANY
