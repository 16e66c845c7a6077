"""Questions whose SQL is written once in each process, and planned once by each of its connections.

To write that of a page again cost more than to ask it, and to plan it again was most of what the database did.
"""

import copy
import re
import threading
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

import psycopg
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import BooleanField, Expression, F, Func, Model, QuerySet
from django.db.models.sql import Query
from django.db.models.sql.compiler import SQLCompiler
from psycopg.sql import quote

M = TypeVar("M", bound=Model)
PLACE = re.compile("%[s%]")


class Given(Expression):
    """A value that is told when the question is asked: a number, letters or a day, as the database takes it."""

    def __init__(self, name: str, output_field: Any = None) -> None:
        super().__init__(output_field)
        self.name = name

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> Any:
        return "%s", [self]


class Somebody(Given):
    """A person who is told then, by a key; nobody is told as None and finds nothing."""

    is_authenticated = True

    @property
    def pk(self) -> "Somebody":
        return self


USER: Any = Somebody("user")  # who asks
ON: Any = Given("on")  # and on which day


def among(column: str, name: str) -> Func:
    """Whether a column is one of the values of a list that is told then."""
    is_one, told = BooleanField(), Given(name)
    return Func(F(column), told, template="%(expressions)s)", arg_joiner=" = ANY(", output_field=is_one)


class Asked(Generic[M]):
    """Rows of a query set that was written with `Given` where each question has a value of its own.

    What it is written of must not change with the day or with who asks: that is given. No value is read from the rows
    but what a query set reads; `prefetch_related` is not taken.
    """

    def __init__(self, write: Callable[[], QuerySet[M]]) -> None:
        self._write, self._lock = write, threading.Lock()
        self._written: tuple[QuerySet[M], SQLCompiler, str, list[str]] | None = None

    def __call__(self, **values: Any) -> QuerySet[M]:
        queryset, compiler, sql, given = self._once()
        told = tuple(values[name] for name in given)
        query: Any = _Told(queryset.query, compiler, (sql, told))
        asked = queryset.__class__(queryset.model, query)
        vars(asked).update(_iterable_class=queryset._iterable_class, _fields=vars(queryset)["_fields"])
        return asked

    def _once(self) -> tuple[QuerySet[M], SQLCompiler, str, list[str]]:
        with self._lock:
            if self._written is None:
                queryset = self._write()
                compiler = queryset.query.get_compiler(DEFAULT_DB_ALIAS)
                self._written = queryset, compiler, *_open_where_given(*compiler.as_sql())
            return self._written


def _open_where_given(sql: str, parameters: Iterable[Any]) -> tuple[str, list[str]]:
    """With all else written in: a plan for any stage whatever could not take the index of the published ones."""
    values, given = iter(parameters), list[str]()

    def put(place: re.Match[str]) -> str:
        if place[0] == "%%":
            return "%%"
        value = next(values)
        if isinstance(value, Given):
            given.append(value.name)
            return "%s"
        return quote(value).replace("%", "%%")

    return PLACE.sub(put, sql), given


class _Told:
    """A query that needs no writing; everything else of it is as of the query it was written from."""

    def __init__(self, query: Query, compiler: SQLCompiler, said: tuple[str, tuple[Any, ...]]) -> None:
        self._query, self._compiler, self._said = query, compiler, said

    def get_compiler(self, using: str, **_how: Any) -> Any:
        compiler: Any = copy.copy(self._compiler)
        compiler.connection = _Planning(connections[using])  # of this thread
        compiler.as_sql = lambda *_how: self._said
        return compiler

    def __getattr__(self, name: str) -> Any:
        return getattr(self._query, name)


class _Planning:
    """A connection whose questions keep their plan in the database; everything else of it is as of the connection."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def cursor(self) -> Any:
        cursor = self._connection.cursor()
        cursor.cursor = Prepared(self._connection.connection)
        return cursor

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


class Prepared(psycopg.Cursor[Any]):
    """Whatever it is asked keeps its plan with the connection."""

    def execute(self, query: Any, params: Any = None, **_how: Any) -> Any:
        try:
            return super().execute(query, params, prepare=True)
        except psycopg.errors.FeatureNotSupported:
            # Another host migrated: a column is of another type now, and the plan would be refused for ever.
            self.connection.execute("DEALLOCATE ALL")
            return super().execute(query, params, prepare=True)
