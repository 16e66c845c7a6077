"""All open data of the published registry as files: written aside, put in place whole, told in a manifest.

Memory stays flat: each service is written to every file and forgotten.
"""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.utils.timezone import localdate

from khedmat.cards.models import ServiceVersion
from khedmat.linked_data.catalogue import LICENCE, catalogue
from khedmat.linked_data.codes import LISTS, code_list
from khedmat.linked_data.context import context
from khedmat.linked_data.datasets import PERMITS, SERVICES
from khedmat.linked_data.formats import JSONLD, NTRIPLES, TURTLE, written
from khedmat.linked_data.graph import Graph
from khedmat.linked_data.listed import LISTED, agencies, entries, permits
from khedmat.linked_data.meant import REGISTERED, entries_document
from khedmat.linked_data.published import agency_of, facts_of, number_of, published
from khedmat.linked_data.registered import agency_document
from khedmat.linked_data.service import described
from khedmat.linked_data.sheets import Sheet
from khedmat.linked_data.tables import record, row

MANIFEST, CHANGES, DIGESTS = "manifest.json", "changes.json", "digests.json"
Told = Callable[[int], None]


def publish(
    folder: Path, *, at: datetime, since: Path | None = None, tell: Told = lambda number: None
) -> dict[str, Any]:
    """Replaces what the folder held before of ours; gives the manifest. OSError where it cannot be written.

    `since`: the folder of the edition against which changes are told; without it, what stood in this one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    before = _services_before(since or folder)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".writing-") as aside:
        made = Path(aside)
        services = _write_services(made, before, tell)
        _write_lists(made, localdate(at))
        _write(made / CHANGES, changes(before, services))
        _write(made / DIGESTS, services)
        _write(made / "catalogue.jsonld", catalogue(settings.SITE_URL, _files(made), localdate(at)))
        manifest = {"made_at": at.isoformat(), "licence": LICENCE, "services": len(services), "files": _files(made)}
        _write(made / MANIFEST, manifest)
        _put_in_place(made, folder)
    return manifest


def changes(before: dict[str, str], now: dict[str, str]) -> dict[str, list[str]]:
    """By number: what came, changed and went since the files were made before."""
    return {
        "added": sorted(now.keys() - before.keys()),
        "changed": sorted(number for number in now.keys() & before.keys() if now[number] != before[number]),
        "removed": sorted(before.keys() - now.keys()),
    }


def _services_before(folder: Path) -> dict[str, str]:
    """Of the edition that is there; a broken one is as none."""
    try:
        found = json.loads((folder / DIGESTS).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


class _Writer:
    """Every file of services, open while one after another comes."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        def opened(name: str) -> IO[str]:
            return stack.enter_context((folder / name).open("w", encoding="utf-8", newline=""))

        self.linked, self.triples, self.delta = map(opened, ("services.jsonld", "services.nt", "services.delta.jsonl"))
        self.sheet, self.permits = Sheet(folder, SERVICES, stack), Sheet(folder, PERMITS, stack)
        self.is_first = True
        self.context = context(settings.SITE_URL)
        start = json.dumps(self.context, ensure_ascii=False)
        self.linked.write(f'{{"@context":{start},"@graph":[')
        stack.callback(self.linked.write, "]}\n")

    def put(self, version: ServiceVersion, *, is_new: bool) -> None:
        facts = facts_of(version)
        graph = Graph(facts.base)
        described(graph, facts)
        nodes, said = list(graph.nodes.values()), record(version)
        self.sheet.put(row(version), said)
        for permit in permits(version):
            self.permits.put(permit)
        if is_new:
            self.tell(said)
        self.linked.write(("" if self.is_first else ",\n") + ",".join(_plain(node) for node in nodes))
        whole = {"@context": self.context, "@graph": nodes}
        self.triples.write(written(whole, NTRIPLES, base=facts.base).decode())
        self.is_first = False

    def tell(self, said: dict[str, Any]) -> None:
        """A line of what changed: the whole record, or that it is gone."""
        self.delta.write(json.dumps(said, ensure_ascii=False) + "\n")


def _write_services(folder: Path, before: dict[str, str], tell: Told) -> dict[str, str]:
    """Digests by number."""
    digests = {}
    with ExitStack() as stack:
        writer = _Writer(folder, stack)
        for count, version in enumerate(published(), 1):
            number = number_of(version)
            writer.put(version, is_new=before.get(number) != version.sha256)
            digests[number] = version.sha256
            tell(count)
        for number in sorted(before.keys() - digests.keys()):
            writer.tell({"number": number, "removed": True})
    return digests


def _write_lists(folder: Path, on: date) -> None:
    with ExitStack() as stack:
        for dataset, rows in LISTED:
            sheet = Sheet(folder, dataset, stack)
            for one in rows(on):
                sheet.put(one)
    _write_graph(folder, "agencies", agency_document(settings.SITE_URL, *map(agency_of, agencies())))
    for register in REGISTERED:
        _write_graph(folder, register.value, entries_document(register, *entries(register)))
    (folder / "codes").mkdir()
    for name in LISTS:
        listed = code_list(settings.SITE_URL, name)
        (folder / "codes" / f"{name}.ttl").write_bytes(written(listed, TURTLE, base=settings.SITE_URL))


def _write_graph(folder: Path, name: str, found: dict[str, Any]) -> None:
    for form in (JSONLD, NTRIPLES):
        (folder / f"{name}.{form.ending}").write_bytes(written(found, form, base=settings.SITE_URL))


def _plain(found: Any) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _write(path: Path, found: Any) -> None:
    path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _files(folder: Path) -> dict[str, dict[str, Any]]:
    return {
        name: {"sha256": _digest(folder / name), "bytes": (folder / name).stat().st_size} for name in _names(folder)
    }


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _put_in_place(made: Path, folder: Path) -> None:
    """The manifest last: whoever reads it finds what it names."""
    for path in sorted(made.iterdir(), key=lambda path: path.name == MANIFEST):
        target = folder / path.name
        if target.is_dir():
            shutil.rmtree(target)
        path.replace(target)
