"""Work on linked data that nobody waits for."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from khedmat.linked_data.checking import check_some
from khedmat.linked_data.nightly import make

A_STEP = 300  # cards, some twenty seconds


@app.periodic(cron="*/2 * * * *")
@app.task(queue="data", queueing_lock="check_conformance", lock="check_conformance", pass_context=False)
def check_conformance(timestamp: int) -> int:
    """Soon after a publication, and all over again when the shapes change: what has no row of these shapes, the
    newest first. Safe to run twice, and to be killed: each version has its row or not."""
    return check_some(A_STEP, at=datetime.fromtimestamp(timestamp, UTC))


@app.periodic(cron="*/10 * * * *")
@app.task(queue="data", queueing_lock="publish_open_data", lock="publish_open_data", pass_context=False)
def publish_open_data(timestamp: int) -> bool:
    """The edition of the day (of Tehran), in its first minutes, or soon after a host that slept comes back. Safe to
    run twice, and to be killed: an edition is there whole or not."""
    return make(at=datetime.fromtimestamp(timestamp, UTC))
