"""Properties are tried without a clock: a busy machine is no fault of the reader."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None, max_examples=60)
settings.load_profile("unhurried")
