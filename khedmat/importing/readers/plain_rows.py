"""The contract's JSON by dotted path: what is said, some of it left out, rows closed up."""

import re
from collections.abc import Collection, Iterator
from functools import partial
from itertools import chain
from typing import Any

from khedmat.cards import form

PARTS = ("card", "permits", "inquiries")
_ROW = re.compile(r"(?P<list>.+?)\.(?P<row>\d+)(?P<rest>\..+|)")

Plain = dict[str, Any]


def leaves(plain: Plain) -> list[str]:
    """The paths of all that a card and its permit forms say; a list of words is one answer."""
    return list(chain.from_iterable(_below(plain[name], name) for name in PARTS))


def _below(value: Any, path: str) -> Iterator[str]:
    members = _members(value)
    if members:
        yield from chain.from_iterable(_below(member, f"{path}.{name}") for name, member in members)
    elif value is not None:
        yield path


def _members(value: Any) -> list[tuple[Any, Any]]:
    """Of an object or a list of rows."""
    if isinstance(value, dict):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list) and isinstance(value[0], dict) else []


def is_in_row(path: str) -> bool:
    return _ROW.fullmatch(path) is not None


def row_of(path: str) -> str:
    """The row that holds it («permits.0»), else the path itself."""
    found = _ROW.fullmatch(path)
    return f"{found['list']}.{found['row']}" if found else path


class Without:
    """The JSON without some leaves, and without rows that say nothing then."""

    def __init__(self, plain: Plain, gone: Collection[str]) -> None:
        self.gone = gone
        self.empty: set[str] = set()
        self.said = {name: self._kept(plain[name], name) for name in PARTS}

    def _kept(self, value: Any, path: str) -> Any:
        if path in self.gone:
            return None
        members = _members(value)
        kept = [(name, self._kept(member, f"{path}.{name}")) for name, member in members]
        shape = form.prune if isinstance(value, dict) else partial(self._closed_up, path)
        return shape(dict(kept)) if members else value

    def _closed_up(self, path: str, rows: dict[int, Any]) -> list[Any] | None:
        self.empty |= {f"{path}.{number}" for number, row in rows.items() if row is None}
        return list(filter(None, rows.values())) or None

    def place_of(self, path: str) -> str | None:
        """Where a path points now; None where its row is gone."""
        found = _ROW.fullmatch(path)
        if not found:
            return path
        *before, row = (f"{found['list']}.{number}" for number in range(int(found["row"]) + 1))
        place = len(before) - len(self.empty.intersection(before))
        return None if row in self.empty else f"{found['list']}.{place}{found['rest']}"
