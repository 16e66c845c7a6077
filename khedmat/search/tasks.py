"""Upkeep of what followers read."""

from procrastinate.contrib.django import app

from khedmat.search.keeping import forget_old


@app.periodic(cron="23 3 * * *")
@app.task(queue="clock", queueing_lock="forget_index_changes")
def forget_index_changes(timestamp: int) -> None:
    """Safe to run twice."""
    forget_old(at=float(timestamp))
