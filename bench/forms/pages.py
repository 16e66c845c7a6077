"""Pages of agencies: tables, definition lists, divisions, paragraphs, accordions."""

from collections.abc import Callable
from html import escape
from random import Random

from bench.forms.printing import Flat

Layout = Callable[[list[Flat], Random], str]
LINKS = ("ورود به سامانه", "کلیک کنید", "مشاهده")


def value(row: Flat, rng: Random, wrap: str = "br") -> str:
    """The lines of a box as HTML; an address may hide behind words."""
    if row.link and row.lines and rng.random() < 0.3:
        return f'<a href="{escape(row.lines[0])}">{rng.choice(LINKS)}</a>'
    lines = list(map(escape, row.lines))
    if wrap == "li" and len(lines) > 1:
        return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"
    if wrap == "p":
        return "".join(f"<p>{line}</p>" for line in lines)
    return "<br>".join(lines)


def _wrap(rng: Random) -> str:
    return rng.choice(("br", "br", "p", "li"))


def _each(pair: Callable[[str, str], str], *, colon: tuple[str, ...] = ("", ":", " :")) -> Layout:
    """A layout that prints each pair alone."""

    def page(rows: list[Flat], rng: Random) -> str:
        wrap, sign = _wrap(rng), rng.choice(colon)
        return "\n".join(
            pair(escape(row.label) + sign, value(row, rng, wrap)) if row.kind == "pair" and row.label else other(row)
            for row in rows
        )

    return page


def other(row: Flat) -> str:
    """A section, a line, a table, or a title without label."""
    if row.kind == "table":
        return table(row)
    if row.kind == "pair":
        return f"<h1>{escape(''.join(row.lines))}</h1>"
    return f"<h3>{escape(row.label)}</h3>" if row.kind == "section" else f"<p>{escape(row.label)}</p>"


def table(row: Flat) -> str:
    """Rows of cells."""
    cells = ("".join(f"<td>{escape(cell)}</td>" for cell in cells) for cells in row.rows)
    return "<table border=1>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def _in_table(pair: Callable[[str, str, int], str], span: int) -> Layout:
    """One table; what is no pair spans it."""

    def page(rows: list[Flat], rng: Random) -> str:
        wrap, sign = rng.choice(("br", "br", "p")), rng.choice(("", ":", " :"))
        made = []
        for number, row in enumerate(rows, start=1):
            told = row.kind == "pair" and row.label
            made.append(pair(escape(row.label) + sign, value(row, rng, wrap), number) if told else _spanning(row, span))
        return "<table>" + "".join(made) + "</table>"

    return page


def _spanning(row: Flat, span: int) -> str:
    if row.kind == "table":
        return f"<tr><td colspan={span}>{table(row)}</td></tr>"
    return f"<tr><td colspan={span}>{escape(row.label or ''.join(row.lines))}</td></tr>"


def rows_of_two(rows: list[Flat], rng: Random) -> str:
    """Two short pairs in a row of four cells, long ones alone."""
    made, waiting = [], ""
    for row in rows:
        if row.kind != "pair" or not row.label:
            made += [f"<tr>{waiting}</tr>"] if waiting else []
            made, waiting = [*made, _spanning(row, 4)], ""
            continue
        short = len(row.lines) <= 1 and len("".join(row.lines)) < 60
        cells = f"<th>{escape(row.label)}</th><td{'' if short else ' colspan=3'}>{value(row, rng)}</td>"
        if short and not waiting:
            waiting = cells
        else:
            made.append(f"<tr>{waiting}{cells}</tr>" if short else f"<tr>{waiting}</tr><tr>{cells}</tr>")
            waiting = ""
    return "<table>" + "".join([*made, f"<tr>{waiting}</tr>"]).replace("<tr></tr>", "") + "</table>"


def sectioned(rows: list[Flat], rng: Random) -> str:
    """Sections in a first column that spans their rows."""
    made: list[str] = []
    section, below = "", list[str]()
    for row in [*rows, Flat("section", "")]:
        if row.kind == "pair" and row.label:
            below.append(f"<td>{escape(row.label)}</td><td>{value(row, rng)}</td>")
            continue
        made += _section(section, below)
        section, below = (row.label, []) if row.kind == "section" else (section if row.kind != "table" else "", [])
        made += [] if row.kind == "section" else [_spanning(row, 3)]
    return "<table>" + "".join(made) + "</table>"


def _section(name: str, rows: list[str]) -> list[str]:
    if not rows:
        return [f"<tr><td colspan=3>{escape(name)}</td></tr>"] if name else []
    head = f"<td rowspan={len(rows)}>{escape(name)}</td>" if name else ""
    pad = head or "<td></td>"
    return [f"<tr>{pad}{rows[0]}</tr>", *(f"<tr>{'' if head else '<td></td>'}{row}</tr>" for row in rows[1:])]


def several_in_a_cell(rows: list[Flat], rng: Random) -> str:
    """Cells that hold two pairs each, a line a pair."""
    made, near = [], list[str]()
    for row in rows:
        if row.kind == "pair" and row.label:
            near.append(f"{escape(row.label)}: {value(row, rng)}")
        else:
            made += _cells_of(near)
            made, near = [*made, _spanning(row, 2)], []
    return "<table>" + "".join([*made, *_cells_of(near)]) + "</table>"


def _cells_of(near: list[str]) -> list[str]:
    cells = [f"<td>{'<br>'.join(near[start : start + 2])}</td>" for start in range(0, len(near), 2)]
    return ["<tr>" + "".join(cells[start : start + 2]) + "</tr>" for start in range(0, len(cells), 2)]


CLEAN: dict[str, Layout] = {
    "table": _in_table(lambda label, told, _: f"<tr><td>{label}</td><td>{told}</td></tr>", 2),
    "table with heads": _in_table(lambda label, told, _: f"<tr><th>{label}</th><td colspan=3>{told}</td></tr>", 4),
    "numbered table": _in_table(lambda label, told, n: f"<tr><td>{n}</td><td>{label}</td><td>{told}</td></tr>", 3),
    "paragraphs in cells": _in_table(
        lambda label, told, _: f"<tr><td><p><b>{label}</b></p></td><td>{told}</td></tr>", 2
    ),
    "nested": _in_table(lambda a, b, _: f"<tr><td><table><tr><td>{a}</td><td>{b}</td></tr></table></td></tr>", 1),
    "rows of two": rows_of_two,
    "sectioned": sectioned,
    "several in a cell": several_in_a_cell,
    "paragraphs": _each(lambda label, told: f"<p><strong>{label}</strong> {told}</p>", colon=(":", " :")),
    "divisions": _each(
        lambda label, told: f"<div class=row><div class=col>{label}</div><div class=col>{told}</div></div>"
    ),
    "headings": _each(lambda label, told: f"<h3>{label}</h3><div>{told}</div>"),
    "definitions": _each(lambda label, told: f"<dl><dt>{label}</dt><dd>{told}</dd></dl>"),
    "items": _each(lambda label, told: f"<ul><li><span>{label}</span> {told}</li></ul>", colon=(":", " :")),
    "spans": _each(lambda label, told: f"<div><span>{label}</span> <span>{told}</span></div>", colon=(":", " :")),
    "bold lines": _each(lambda label, told: f"<b>{label}</b><br>{told}<br><br>"),
    "accordion": _each(
        lambda label, told: f"<div><div class=head><button>{label}</button></div><div class=body>{told}</div></div>",
        colon=("",),
    ),
}
REVERSED: Layout = _in_table(lambda label, told, _: f"<tr><td>{told}</td><td>{label}</td></tr>", 2)
