"""How long a form takes to print, and whether it comes back. Run: python -m bench.export_forms [ROUNDS]"""

import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import product
from operator import eq
from pathlib import Path

from khedmat.cards.canonical import digest_of
from khedmat.cards.form import Document
from khedmat.cards.printing.formats import FORMATS
from khedmat.cards.printing.paper import About
from khedmat.importing.readers.reading import read_bytes, read_path

FORMS = Path(__file__).parents[1] / "khedmat" / "site" / "samples" / "forms"
READ_BACK = ("docx", "xlsx")


def samples() -> list[Document]:
    return [document for path in sorted(FORMS.iterdir()) for document in read_path(path)]


def took(work: Callable[[], bytes]) -> tuple[float, bytes]:
    """Processor time of this process, all its threads, so that a busy machine changes little."""
    start = time.process_time()
    made = work()
    return (time.process_time() - start) * 1000, made


def came_back(kind: str, documents: list[Document], files: list[bytes]) -> str:
    """How many say the same when they are read again."""
    if kind not in READ_BACK:
        return "-"
    again = [digest_of(read_bytes(data, f"a.{kind}")[0]) for data in files]
    return f"{sum(map(eq, again, map(digest_of, documents)))}/{len(documents)}"


def main(rounds: int) -> None:
    documents = samples()
    print(f"{len(documents)} forms, {rounds} rounds\nkind   median ms   worst ms   largest KB   read back")
    for kind, form in FORMATS.items():
        form.write(documents[0], About(), True)  # libraries and fonts are brought in once
        abouts = [About(lines=(str(number),)) for number in range(rounds)]
        made = [took(partial(form.write, one, about, True)) for about, one in product(abouts, documents)]
        times, files = zip(*made, strict=True)
        back = came_back(kind, documents, list(files[: len(documents)]))
        largest = max(map(len, files)) // 1024
        print(f"{kind:5} {statistics.median(times):10.1f} {max(times):10.1f} {largest:12} {back:>11}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
