"""Markdown as converters of pages write it."""

from collections.abc import Callable
from random import Random

from bench.forms.printing import Flat
from bench.forms.words import say

Layout = Callable[[list[Flat], Random], list[str]]


def _each(pair: Callable[[Flat], list[str]]) -> Layout:
    def lines(rows: list[Flat], _: Random) -> list[str]:
        return [line for row in rows for line in (pair(row) if row.kind == "pair" and row.label else _other(row))]

    return lines


def _other(row: Flat) -> list[str]:
    if row.kind == "table":
        return ["", *_table(row), ""]
    return ["", f"{'#' if row.kind == 'pair' else '##'} {row.label or ''.join(row.lines)}", ""]


def _table(row: Flat) -> list[str]:
    lines = [f"| {' | '.join(cells)} |" for cells in row.rows]
    return [lines[0], "|---" * len(row.rows[0]) + "|", *lines[1:]]


def _bold(row: Flat) -> list[str]:
    if len(row.lines) <= 1:
        return [f"**{row.label}:** {''.join(row.lines)}", ""]
    return [f"**{row.label}:**", "", *row.lines, ""]


def _heading(row: Flat) -> list[str]:
    return [f"### {row.label}", "", *row.lines, ""]


def _piped(row: Flat) -> list[str]:
    return [f"| {row.label} | {' <br> '.join(row.lines)} |"]


def _item(row: Flat) -> list[str]:
    first, *rest = row.lines or ("",)
    return [f"* **{row.label}**: {first}", *(f"  {line}" for line in rest)]


LAYOUTS: dict[str, Layout] = {
    "bold": _each(_bold),
    "headings": _each(_heading),
    "pipes": _each(_piped),
    "items": _each(_item),
}


def furniture(rng: Random) -> list[str]:
    """Links above the page."""
    return [f"[{say(rng, 'site_before')}](/)" for _ in range(rng.randint(0, 2))]
