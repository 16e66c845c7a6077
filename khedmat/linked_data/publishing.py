"""All open data of the published registry as files: written aside, put in place whole, told in a manifest.

What a service said in the edition before and still says is copied out of it. Memory stays flat: services come a batch
at a time, and are written to every file and forgotten. All of it is of one moment of the registry.
"""

import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.timezone import localdate

from khedmat.cards.public_changes import settled
from khedmat.core.moments import one_moment
from khedmat.linked_data.catalogue import catalogue
from khedmat.linked_data.changing import tell_changes
from khedmat.linked_data.codes import LISTS, code_list
from khedmat.linked_data.datasets import PERMITS, SERVICES
from khedmat.linked_data.formats import JSONLD, NTRIPLES, TURTLE, written
from khedmat.linked_data.listed import LISTED, agencies, entries
from khedmat.linked_data.meant import REGISTERED, entries_document
from khedmat.linked_data.parts import INDEX, INDEX_SUM, MANIFEST, digests, manifest_of
from khedmat.linked_data.published import agency_of
from khedmat.linked_data.registered import agency_document
from khedmat.linked_data.sheets import Sheet, write_heads
from khedmat.linked_data.walking import Told, write_services

CATALOGUE, ASIDE = "catalogue.jsonld", ".writing-"


def publish(
    folder: Path,
    *,
    at: datetime,
    since: Path | None = None,
    source: Path | None = None,
    tell: Told = lambda number: None,
) -> dict[str, Any]:
    """Replaces what the folder held before of ours; gives the manifest. OSError where it cannot be written.

    `since`: the folder of the edition against which changes are told; without it, what stood in this one.
    `source`: that out of which is copied what still holds; without it, the same.
    """
    folder.mkdir(parents=True, exist_ok=True)
    before = since or folder
    former = manifest_of(before)
    feed = _feed(former)
    with _aside(folder) as made, one_moment():
        services = write_services(made, source or before, tell)
        _write_lists(made, localdate(at))
        about = {"made_at": at.isoformat(), "since": former.get("made_at")}
        manifest = {
            **about,
            "changes": tell_changes(made, before, about),
            "feed": feed,
            "licence": settings.OPEN_DATA_LICENCE,
            "services": services.number,
            **_told(made, localdate(at), services.sums),
        }
        _write(made / MANIFEST, manifest)
        _put_in_place(made, folder)
    return manifest


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    """A place to write in, for one writer of a folder at a time; what a killed one left there is thrown away."""
    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        for left in folder.glob(f"{ASIDE}*"):
            shutil.rmtree(left)
        with tempfile.TemporaryDirectory(dir=folder, prefix=ASIDE) as made:
            yield Path(made)
    finally:
        os.close(held)


def _feed(former: Mapping[str, Any]) -> int:
    """From where whoever has this edition goes on in the feed of changes: looked up before anything is read."""
    known = former.get("feed")
    return settled(known if isinstance(known, int) else 0)


def _told(folder: Path, on: date, known: Mapping[str, str]) -> dict[str, Any]:
    """Sizes and sums of all files, some of them known, and the sum of the index; the catalogue, which tells the others,
    is written."""
    sums = {**digests(folder, [name for name in _names(folder) if name not in known]), **known}
    files = _files(folder, sums)
    licence = settings.OPEN_DATA_LICENCE
    _write(folder / CATALOGUE, catalogue(settings.SITE_URL, dict(sorted(files.items())), on, licence=licence))
    files |= _files(folder, digests(folder, [CATALOGUE]))
    return {"files": dict(sorted(files.items())), INDEX_SUM: digests(folder, [INDEX])[INDEX]}


def _write_lists(folder: Path, on: date) -> None:
    for dataset in (SERVICES, PERMITS):
        write_heads(folder, dataset)
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


def _write(path: Path, found: Any) -> None:
    path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _names(folder: Path) -> list[str]:
    """Of what everybody may take away."""
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return [name for name in names if name != INDEX]


def _files(folder: Path, sums: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    return {name: {"sha256": one, "bytes": (folder / name).stat().st_size} for name, one in sums.items()}


def _put_in_place(made: Path, folder: Path) -> None:
    """The manifest last: whoever reads it finds what it names."""
    for path in sorted(made.iterdir(), key=lambda path: path.name == MANIFEST):
        target = folder / path.name
        if target.is_dir():
            shutil.rmtree(target)
        path.replace(target)
