"""What a command says when it cannot go on; apart from the database, which `read` and `check` start without."""


class Failed(Exception):
    """What went wrong, as a Persian sentence."""
