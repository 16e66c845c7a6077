"""Work queues: what waits for each role, how long, and the way to it."""
