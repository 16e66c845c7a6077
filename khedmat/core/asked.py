"""Questions whose SQL is written once in each process: writing that of a page again cost more than asking it."""

import copy
import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Expression, Model, QuerySet
from django.db.models.sql import Query
from django.db.models.sql.compiler import SQLCompiler

M = TypeVar("M", bound=Model)


class Given(Expression):
    """A value that is told when the question is asked: a number, letters or a day, as the database takes it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> Any:
        return "%s", [self]


class Asked(Generic[M]):
    """Rows of a query set that was written with `Given` where each question has a value of its own.

    What it is written of must not change with the day or with who asks: that is given. No value is read from the rows
    but what a query set reads; `prefetch_related` is not taken.
    """

    def __init__(self, write: Callable[[], QuerySet[M]]) -> None:
        self._write, self._lock = write, threading.Lock()
        self._written: tuple[QuerySet[M], SQLCompiler, str, tuple[Any, ...]] | None = None

    def __call__(self, **values: Any) -> QuerySet[M]:
        queryset, compiler, sql, parameters = self._once()
        told = tuple(values[one.name] if isinstance(one, Given) else one for one in parameters)
        query: Any = _Told(queryset.query, compiler, (sql, told))
        asked = queryset.__class__(queryset.model, query)
        vars(asked).update(_iterable_class=queryset._iterable_class, _fields=vars(queryset)["_fields"])
        return asked

    def _once(self) -> tuple[QuerySet[M], SQLCompiler, str, tuple[Any, ...]]:
        with self._lock:
            if self._written is None:
                queryset = self._write()
                compiler = queryset.query.get_compiler(DEFAULT_DB_ALIAS)
                self._written = queryset, compiler, *compiler.as_sql()
            return self._written


class _Told:
    """A query that needs no writing; everything else of it is as of the query it was written from."""

    def __init__(self, query: Query, compiler: SQLCompiler, said: tuple[str, tuple[Any, ...]]) -> None:
        self._query, self._compiler, self._said = query, compiler, said

    def get_compiler(self, using: str, **_how: Any) -> Any:
        compiler: Any = copy.copy(self._compiler)
        compiler.connection = connections[using]  # of this thread
        compiler.as_sql = lambda *_how: self._said
        return compiler

    def __getattr__(self, name: str) -> Any:
        return getattr(self._query, name)
