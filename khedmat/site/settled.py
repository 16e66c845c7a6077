"""The garbage collector of a process that has loaded all that it needs."""

import gc


def settle() -> None:
    """What was loaded stays: looking through all of it for garbage again and again held one page in fifty up by 0.1 s,
    and took a fifth of the writing of cards."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(5_000, 20, 50)
