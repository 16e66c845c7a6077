"""When a message that did not arrive is sent again."""

import random
from datetime import timedelta

# Minutes after each attempt: ten attempts within three days.
GAPS = (1, 5, 30, 120, 300, 600, 840, 1080, 1200)
MOST_REST = 10  # minutes


def gap_after(tries: int) -> timedelta | None:
    """After so many attempts, the last of which failed; None when there is no next one. A tenth less by chance, so that
    all who fell silent together are not asked together."""
    if tries > len(GAPS):
        return None
    return timedelta(minutes=GAPS[tries - 1]) * random.uniform(0.9, 1.0)


def rest_after(failures: int) -> timedelta:
    """How long a server is left alone that failed so many times in a row, however many messages wait for it: a silent
    one holds a worker for ten seconds each time."""
    return timedelta(minutes=min(failures, MOST_REST))
