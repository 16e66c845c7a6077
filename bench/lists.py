"""Seconds for a list of thousands of cards, a row each, in every container of tables.

Run: python -m bench.lists [ROWS].
"""

import csv
import io
import sys
import time
from html import escape
from random import Random

import xlsxwriter

from bench.forms.boxes import service_id
from bench.forms.words import say
from khedmat.importing.readers.opening import opened
from khedmat.importing.readers.reading import read_bytes

ROWS, SEED = 3899, 1393
HEADER = (
    *("ردیف", "عنوان خدمت", "شناسه خدمت", "دستگاه اجرایی", "شرح خدمت"),
    *("نوع خدمت", "مدارک لازم", "قوانین و مقررات", "هزینه", "مدت زمان"),
)
Row = tuple[str, ...]


def rows(count: int) -> list[Row]:
    """The header and so many cards, none of which says just what another says."""
    rng = Random(SEED)
    return [HEADER, *(_card(rng, number) for number in range(1, count + 1))]


def _card(rng: Random, number: int) -> Row:
    words = [f"{say(rng, kind)} {number}" for kind in ("title", "description", "document", "law")]
    code, kind = service_id(rng, family=str(1076 + number % 1500)), rng.choice(("G2C", "G2B", "G2G"))
    fee, days = f"{rng.randint(1, 90) * 10_000:,} ریال", f"{rng.randint(1, 60)} روز"
    return (str(number), words[0], code, say(rng, "agency"), words[1], kind, *words[2:], fee, days)


def _csv(lines: list[Row]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(lines)
    return text.getvalue().encode()


def _html(lines: list[Row]) -> bytes:
    cells = ("".join(f"<td>{escape(cell)}</td>" for cell in line) for line in lines)
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in cells)}</table>".encode()


def _xlsx(lines: list[Row]) -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as book:
        sheet = book.add_worksheet()
        for number, line in enumerate(lines):
            sheet.write_row(number, 0, line)
    return held.getvalue()


def main() -> None:
    """Prints; judges nothing."""
    lines = rows(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
    print(f"{len(lines) - 1:,} cards, {sum(map(len, lines)):,} cells; seconds of the processor:")
    for name, written in {"xlsx": _xlsx, "html": _html, "csv": _csv}.items():
        data = written(lines)
        start = time.process_time()
        opened(data, f"list.{name}")
        contained = time.process_time() - start
        documents = read_bytes(data, f"list.{name}")
        whole = time.process_time() - start - contained
        print(f"{name:5} {whole:6.2f} s, its container alone {contained:.2f} s: {len(documents):,} documents")


if __name__ == "__main__":
    main()
