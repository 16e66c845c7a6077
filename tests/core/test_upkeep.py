"""Upkeep of the queue."""

import asyncio
from types import SimpleNamespace
from unittest.mock import AsyncMock

from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Status

from khedmat.core.tasks import retry_stalled


def test_jobs_whose_worker_was_killed_are_taken_up_again():
    manager = SimpleNamespace(get_stalled_jobs=AsyncMock(return_value=["one", "two"]), retry_job=AsyncMock())
    context = SimpleNamespace(app=SimpleNamespace(job_manager=manager))

    asyncio.run(retry_stalled.func(context, timestamp=0))

    assert [call.args for call in manager.retry_job.await_args_list] == [("one",), ("two",)]


def test_a_dead_job_whose_work_waits_in_the_queue_already_is_ended_and_the_others_are_taken_up():
    taken = UniqueViolation(constraint_name="procrastinate_jobs_queueing_lock_idx_v1", queueing_lock="same")
    manager = SimpleNamespace(
        get_stalled_jobs=AsyncMock(return_value=["one", "two"]),
        retry_job=AsyncMock(side_effect=[taken, None]),
        finish_job=AsyncMock(),
    )
    context = SimpleNamespace(app=SimpleNamespace(job_manager=manager))

    asyncio.run(retry_stalled.func(context, timestamp=0))

    manager.finish_job.assert_awaited_once_with("one", Status.FAILED, delete_job=False)
    assert manager.retry_job.await_count == 2
