"""`khedmat rank`: the product's own search over services of a file; no Django, no database.

A service is a JSON line with n and title, and may have service_id, agency, parent, description, keywords, audience,
names; a query has qid and query. Prints `qid<TAB>n,n,…`, the best first. Exit 1: a line was no such thing.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from khedmat.search.entry import Entry
from khedmat.search.index import Index, build
from khedmat.site.env import Misused

MOST = 10


class Lines:
    """The JSON objects of a file that have these fields; what has not is said and counted."""

    def __init__(self, path: Path, needed: tuple[str, ...]) -> None:
        self.path, self.needed, self.bad = path, needed, 0
        if not path.is_file():
            raise Misused(f"پرونده‌ای به این نام نیست: {path}")

    def __iter__(self) -> Iterator[dict[str, Any]]:
        with self.path.open(encoding="utf-8", errors="replace") as file:
            for number, line in enumerate(file, start=1):
                found = self._read(line) if line.strip() else None
                if found is not None:
                    yield found
                elif line.strip():
                    self.bad += 1
                    wanted = "، ".join(self.needed)
                    print(f"{self.path}، سطر {number}: شیء JSON با {wanted} نیست و کنار ماند.", file=sys.stderr)

    def _read(self, line: str) -> dict[str, Any] | None:
        try:
            found = json.loads(line)
        except ValueError:
            return None
        is_whole = isinstance(found, dict) and all(found.get(name) is not None for name in self.needed)
        return found if is_whole else None


def run(given: argparse.Namespace) -> int:
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    services = Lines(Path(given.services), ("n", "title"))
    queries = Lines(Path(given.queries), ("qid", "query"))
    with tempfile.TemporaryDirectory(prefix="khedmat-rank-") as folder:
        named: list[Any] = []
        build(Path(folder), _entries(services, named))
        index = Index.open(Path(folder))
        for asked in queries:
            _tell(given, asked["qid"], [named[key] for key in index.keys(str(asked["query"]), MOST)])
    return int(bool(services.bad or queries.bad))


def _entries(services: Lines, named: list[Any]) -> Iterator[Entry]:
    """Keys of the index are places in `named`: an n may be any number or name."""
    for service in services:
        named.append(service["n"])
        yield entry_of(len(named) - 1, service)


def entry_of(key: int, service: dict[str, Any]) -> Entry:
    return Entry(
        key=key,
        title=_text(service, "title"),
        number=_text(service, "service_id"),
        agency=_text(service, "agency"),
        parent=_text(service, "parent"),
        description=_text(service, "description"),
        names=_texts(service, "names"),
        keywords=_texts(service, "keywords"),
        audience=_text(service, "audience"),
    )


def _text(service: dict[str, Any], name: str) -> str:
    return str(service.get(name) or "")


def _texts(service: dict[str, Any], name: str) -> tuple[str, ...]:
    found = service.get(name) or ()
    return tuple(map(str, found)) if isinstance(found, list) else (str(found),)


def _tell(given: argparse.Namespace, qid: object, found: list[Any]) -> None:
    print(json.dumps({"qid": qid, "found": found}, ensure_ascii=False) if given.json else f"{qid}\t{_listed(found)}")


def _listed(found: list[Any]) -> str:
    return ",".join(map(str, found))
