"""Work on cards that nobody waits for."""

from contextlib import suppress

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from khedmat.cards.checking import store_findings
from khedmat.cards.models import ServiceVersion
from khedmat.cards.rules.engine import RULES_VERSION


@app.periodic(cron="30 2 * * *")
@app.task(queue="cards", queueing_lock="recheck_stale", lock="recheck_stale", pass_context=False)
def recheck_stale(timestamp: int = 0) -> int:
    """Findings that older rules made, made anew. Safe to run twice, and to be killed: each version is done or not."""
    stale = ServiceVersion.objects.checked_by_older_rules(RULES_VERSION).order_by("pk").values_list("pk", flat=True)
    waiting = list(stale)
    for pk in waiting:
        store_findings(ServiceVersion.objects.get(pk=pk))
    return len(waiting)


def recheck_soon() -> None:
    """At the start of a new release; one that waits already is enough."""
    with suppress(AlreadyEnqueued), transaction.atomic():
        recheck_stale.defer()
