"""Upkeep of the queue itself."""

from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Job, Status
from procrastinate.manager import JobManager


@app.periodic(cron="* * * * *")
@app.task(queue="clock", queueing_lock="retry_stalled", pass_context=True)
async def retry_stalled(context: JobContext, timestamp: int) -> None:
    """A job whose worker was killed stays `doing` for ever otherwise."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs():
        await _retry(manager, job)


async def _retry(manager: JobManager, job: Job) -> None:
    """Where the same work waits in the queue already, the dead one would hold its lock for ever."""
    try:
        await manager.retry_job(job)
    except UniqueViolation:
        await manager.finish_job(job, Status.FAILED, delete_job=False)
