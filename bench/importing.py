"""Word forms a second to the end: read, judged by the rules and compared with the register; then written as drafts.

An installation of its own with its database. Seconds are those of this process's processor; the clock beside them
holds the database too. Run: python -m bench.importing [FORMS] [SERVICES]
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from django.utils.timezone import localdate, now

from bench import country, generate
from khedmat.importing.actions import apply, importer
from khedmat.importing.plan import plan
from khedmat.organizations.models import Organization
from khedmat.site.settled import settle

FORMS, SERVICES, SEED = 400, 2000, 1
T = TypeVar("T")


def measured(name: str, documents: int, work: Callable[[], T]) -> T:
    """A line of what it cost a document."""
    clock, spent = time.perf_counter(), time.process_time()
    found = work()
    clock, spent = time.perf_counter() - clock, time.process_time() - spent
    rate, cost = documents / clock, spent / documents * 1000
    print(
        f"{name:28} {rate:6.0f} a second by the clock, {documents / spent:6.0f} of the processor ({cost:.2f} ms each)"
    )
    return found


def written(folder: Path, count: int) -> None:
    """Forms of different services, as Word files."""
    for number, form in enumerate(generate.forms(range(SEED, SEED + count), "docx", "")):
        (folder / f"{number:05}.docx").write_bytes(form.data)


def main() -> None:
    """Prints; judges nothing. Settled as the program is."""
    settle()
    count, services = (*map(int, sys.argv[1:]), *(FORMS, SERVICES)[len(sys.argv) - 1 :])
    with tempfile.TemporaryDirectory() as folder, country.filled(services):
        written(Path(folder), count)
        agency = Organization.objects.filter(code="bench-1").get()
        for name in ("plan, first time", "plan, seen before"):
            made = measured(name, count, lambda: plan([Path(folder)], on=localdate(), agency=agency))
        print({name: number for name, number in made.counts.items() if number})
        some = sum(row.writes for row in made.rows)
        measured("writing", some, lambda: apply(made, by=importer(), at=now()))


if __name__ == "__main__":
    main()
