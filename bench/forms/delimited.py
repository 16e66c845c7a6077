"""Delimited text: label and value in cells of a row."""

import csv
import io
from random import Random

from bench.forms.marks import GLYPHS, drawn
from bench.forms.printing import Flat


def delimited(rows: list[Flat], rng: Random, kind: str) -> tuple[str, bytes]:
    """As spreadsheets write it: every row as wide as the widest, lines inside cells quoted."""
    pair, text = rng.choice(GLYPHS[:9]), io.StringIO()
    cells = [line for row in rows for line in _cells(row)]
    width = max(map(len, cells))
    writer = csv.writer(text, delimiter=rng.choice((",", ";", "\t")))
    writer.writerows([[drawn(cell, pair) for cell in line] + [""] * (width - len(line)) for line in cells])
    return "delimited", text.getvalue().encode(rng.choice(("utf-8", "utf-8-sig")))


def _cells(row: Flat) -> list[list[str]]:
    value = "\n".join(row.lines)
    if row.kind == "table":
        return list(map(list, row.rows))
    return [[row.label, value] if row.kind == "pair" and row.label else [row.label or value]]
