"""How fast the index answers, is built and takes a change, beside SQLite FTS5; generated services, fixed seed."""
