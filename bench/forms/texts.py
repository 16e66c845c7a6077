"""Plain text: the ways in which labels, values and tables stand on lines."""

from collections.abc import Callable, Iterator
from itertools import zip_longest
from random import Random
from textwrap import wrap

from bench.forms.printing import Flat

Layout = Callable[[list[Flat], Random], list[str]]


def _by_pair(pair: Callable[[Flat], list[str]]) -> Layout:
    """A layout that prints each pair alone; sections and lines as they are, tables with tabs."""

    def lines(rows: list[Flat], rng: Random) -> list[str]:
        return [line for row in rows for line in (_other(row) if row.kind != "pair" else _bare(row) or pair(row))]

    return lines


def _bare(row: Flat) -> list[str]:
    """A title without a label."""
    return [] if row.label else list(row.lines)


def _other(row: Flat) -> list[str]:
    if row.kind == "table":
        return ["\t".join(cells) for cells in row.rows]
    return [row.label]


def _inline(colon: str) -> Layout:
    """Label and value on a line; several lines begin below the label."""

    def pair(row: Flat) -> list[str]:
        if len(row.lines) == 1:
            return [f"{row.label}{colon}{row.lines[0]}"]
        return [f"{row.label}{colon}".rstrip(" "), *row.lines]

    return _by_pair(pair)


def _below(colon: str, gap: bool) -> Layout:
    def pair(row: Flat) -> list[str]:
        lines = [f"{row.label}{colon}", *row.lines]
        return [line for text in lines for line in (text, "")] if gap else lines

    return _by_pair(pair)


def _cells(between: str) -> Layout:
    """Label and value in cells; a list goes on in the cell below."""

    def pair(row: Flat) -> list[str]:
        first, *rest = row.lines or ("",)
        return [f"{row.label}{between}{first}", *(f"{between}{line}" if between == "\t" else line for line in rest)]

    return _by_pair(pair)


def _pairs_on_a_line(between: str, colon: str) -> Layout:
    def lines(rows: list[Flat], rng: Random) -> list[str]:
        made: list[str] = []
        waiting = ""
        for row in rows:
            short = row.kind == "pair" and row.label and len(row.lines) <= 1 and len("".join(row.lines)) < 60
            text = f"{row.label}{colon}{''.join(row.lines)}" if short else ""
            if waiting and text:
                made.append(f"{waiting}{between}{text}")
                waiting = ""
                continue
            made += [waiting] if waiting else []
            waiting = text
            made += [] if text else _inline(colon)([row], rng)
        return [*made, *([waiting] if waiting else [])]

    return lines


def sectioned(rows: list[Flat], rng: Random) -> list[str]:
    """The annex as Word copies it: sections in a first column of their own."""
    made: list[str] = []
    for section, below in _by_section(rows):
        lines = [line for row in below for line in _cells("\t")([row], rng)]
        if not section:
            made += lines
        elif below and below[0].kind == "pair":
            made += [f"{section}\t{lines[0]}", *(f"\t{line}" for line in lines[1:])]
        else:
            made += [section, *lines]
    return made


def _by_section(rows: list[Flat]) -> Iterator[tuple[str, list[Flat]]]:
    section, below = "", []
    for row in rows:
        if row.kind == "section":
            yield section, below
            section, below = row.label, []
        else:
            below.append(row)
    yield section, below


def labels_above(rows: list[Flat], rng: Random) -> list[str]:
    """Three labels in a row, their values in the row below."""
    made, near = [], []
    for row in [*rows, Flat("line", "")]:
        if row.kind == "pair" and row.label and len(row.lines) <= 1:
            near.append(row)
        if near and (len(near) == 3 or row not in near):
            made += ["\t".join(pair.label for pair in near), "\t".join("".join(pair.lines) for pair in near)]
            near = []
        if row.kind != "pair" or not row.label or len(row.lines) > 1:
            made += _inline(": ")([row], rng) if row.label or row.lines or row.rows else []
    return made


CLEAN: dict[str, Layout] = {
    "colons": _inline(": "),
    "spaced colons": _inline(" : "),
    "tight colons": _inline(":"),
    "tabs": _cells("\t"),
    "tabs and colons": _cells(":\t"),
    "wide spaces": _cells("          "),
    "below": _below("", False),
    "below colons": _below(":", False),
    "below, gaps": _below("", True),
    "below colons, gaps": _below(" :", True),
    "two on a line": _pairs_on_a_line("        ", ": "),
    "two in a row": _pairs_on_a_line("\t", ": "),
    "sectioned": sectioned,
    "labels above": labels_above,
}


def reversed_columns(rows: list[Flat], rng: Random) -> list[str]:
    """Value before its label."""
    made = []
    for row in rows:
        if row.kind != "pair" or not row.label:
            made += _other(row) if row.kind != "pair" else _bare(row)
        else:
            made.append(f"{' '.join(row.lines)}\t{row.label}")
    return made


def split_labels(rows: list[Flat], rng: Random) -> list[str]:
    """Some labels are broken over two lines, between two of their words."""
    broken = [row._replace(label=_broken(row.label, rng)) if row.kind == "pair" else row for row in rows]
    return _inline(": ")(broken, rng)


def _broken(label: str, rng: Random) -> str:
    places = [place for place, sign in enumerate(label) if sign == " " and place > 5]
    if len(label.split()) < 3 or not places or rng.random() > 0.4:
        return label
    at = rng.choice(places)
    return f"{label[:at]}\n{label[at + 1 :]}"


def columns(rows: list[Flat], rng: Random) -> list[str]:
    """Two columns as a PDF gives them: long labels and values go on in the next line of their column."""
    width, made = rng.choice((24, 30, 36)), list[str]()
    for row in rows:
        if row.kind != "pair" or not row.label:
            made += _other(row) if row.kind != "pair" else _bare(row)
            continue
        labels = wrap(row.label, width - 4)
        values = [part for line in row.lines for part in wrap(line, 70)]
        made += [f"{left:{width}}{right}".rstrip() for left, right in zip_longest(labels, values, fillvalue="")]
    return made


DAMAGED: dict[str, Layout] = {
    "spaces": _cells(" "),
    "glued": _cells(""),
    "reversed": reversed_columns,
    "split": split_labels,
    "columns": columns,
}
ALL = CLEAN | DAMAGED
