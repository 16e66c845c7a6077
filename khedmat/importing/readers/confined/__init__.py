"""Reads hostile formats in a child process of few means: `run` is all that others call."""

from khedmat.importing.readers.confined.pool import run

__all__ = ["run"]
