"""Among which agencies names and hosts are looked up: those that ship with the program, unless others are given."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache, wraps
from typing import Any, NamedTuple, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Agency(NamedTuple):
    """An executive agency. `province` is the national code of its place; only a provincial one has it."""

    code: str
    name: str
    kind: str
    parent: str | None
    domains: tuple[str, ...]
    aliases: tuple[str, ...]
    province: str | None
    scope: str


class Register:
    """Agencies that are looked among. Equal only to itself: what is kept of one is never said of another."""

    def __init__(self, agencies: tuple[Agency, ...]) -> None:
        self.agencies = agencies


_given: ContextVar[Callable[[], Register] | None] = ContextVar("register", default=None)


def is_given() -> bool:
    return _given.get() is not None


def given() -> Register | None:
    """The register that somebody gave; None: the shipped one."""
    register = _given.get()
    return register() if register else None


@contextmanager
def looking_in(register: Callable[[], Register]) -> Iterator[None]:
    """Every question to the directory within is about these agencies; they are fetched for the first question."""
    before = _given.set(cache(register))
    try:
        yield
    finally:
        _given.reset(before)


def kept(maxsize: int | None = None) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """As `lru_cache`, for each register apart."""

    def of(function: Callable[P, R]) -> Callable[P, R]:
        @lru_cache(maxsize=maxsize)
        def answered(_register: Register | None, *args: Any, **kwargs: Any) -> R:
            return function(*args, **kwargs)

        @wraps(function)
        def asked(*args: P.args, **kwargs: P.kwargs) -> R:
            return answered(given(), *args, **kwargs)

        return asked

    return of
