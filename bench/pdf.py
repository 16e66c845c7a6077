"""Pages of PDF a second, the container alone, growth with pages, and pdfplumber where it is installed.

Run: python bench/pdf.py [FOLDER].
"""

import importlib
import importlib.util
import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

from khedmat.importing.readers.containers import pdf
from khedmat.importing.readers.reading import read_bytes
from tests.importing.readers.pdfs import lines
from tests.importing.readers.pdfs import pdf as made

ROOT = Path(__file__).parents[1]
PAGES = (25, 50, 100, 200)
ROUNDS = 3
LINE = "مدارک لازم برای انجام خدمت کارت ملی و گواهی شماره 1399"


def seconds(work: Callable[[], object]) -> float:
    """The best of some rounds: other work on the machine only adds."""
    spent = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        spent.append(time.perf_counter() - start)
    return min(spent)


def plumbed(data: bytes) -> int:
    """What pdfplumber does for the same: the words and the tables of each page."""
    opened = importlib.import_module("pdfplumber").open(io.BytesIO(data))
    return sum(len(page.extract_words()) + len(page.extract_tables()) for page in opened.pages)


def whole(data: bytes) -> object:
    """With the grammar."""
    return read_bytes(data, "form.pdf")


def table_of(files: list[bytes]) -> None:
    """One line for each way of reading the same files."""
    pages = sum(len(pdf.read(data).printed.sizes) for data in files)
    ways: dict[str, Callable[[bytes], object]] = {
        "whole": lambda data: read_bytes(data, "form.pdf"),
        "container": pdf.read,
    }
    if importlib.util.find_spec("pdfplumber"):
        ways["pdfplumber"] = plumbed
    for name, way in ways.items():
        spent = seconds(lambda way=way: list(map(way, files)))
        print(f"{name:10} {pages} pages: {pages / spent:6.1f} a second")


def main() -> None:
    """Prints; judges nothing."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests/golden/layouts"
    table_of([path.read_bytes() for path in sorted(folder.glob("*.pdf"))])
    for count in PAGES:
        data = made(*[lines(*[LINE] * 28)] * count)
        spent = seconds(lambda data=data: pdf.read(data))
        print(f"{count:4} pages: {spent * 1000:7.0f} ms, {spent * 1000 / count:5.1f} ms a page")


if __name__ == "__main__":
    main()
