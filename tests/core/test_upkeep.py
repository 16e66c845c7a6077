"""Upkeep of the queue."""

import asyncio
from types import SimpleNamespace
from unittest.mock import AsyncMock

from khedmat.core.tasks import retry_stalled


def test_jobs_whose_worker_was_killed_are_taken_up_again():
    manager = SimpleNamespace(get_stalled_jobs=AsyncMock(return_value=["one", "two"]), retry_job=AsyncMock())
    context = SimpleNamespace(app=SimpleNamespace(job_manager=manager))

    asyncio.run(retry_stalled.func(context, timestamp=0))

    assert [call.args for call in manager.retry_job.await_args_list] == [("one",), ("two",)]
