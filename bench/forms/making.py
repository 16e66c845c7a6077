"""One form: a page of a random edition, in a random style and layout, damaged or not, in a container."""

from collections.abc import Callable
from random import Random
from typing import Any, NamedTuple

from bench.forms import (
    annexes,
    damage,
    delimited,
    furniture,
    lists,
    markdown,
    marks,
    pages,
    sheets,
    short_pages,
    texts,
    word,
)
from bench.forms.gold import answers
from bench.forms.keyboards import keyboard
from bench.forms.model import Page, Table
from bench.forms.printing import Flat, flat, style
from bench.forms.shaping import shaped

EDITIONS: dict[str, Callable[[Random], Page]] = {
    "annex": annexes.annex,
    "process": annexes.process_variant,
    "1400": annexes.form_1400,
    "1396": short_pages.short_page,
    "own": short_pages.own_page,
    "own again": short_pages.own_page,
    "sub": short_pages.sub_service_page,
    "1380s": short_pages.takrim,
    "1392": short_pages.channels,
    "list": lists.service_list,
    "permit forms": lists.permit_forms,
    "permit record": lists.permit_record,
}
DAMAGES = (
    "scan",
    "cut",
    "reversed",
    "lost marks",
    "ticks only",
    "presentation",
    "glued",
    "spaces",
    "split",
    "menu",
    "pages",
    "columns",
)
_ONLY_PAIRS = {"lost marks", "reversed", "glued", "spaces", "split", "columns"}  # no table, and no list of services
_ONE_WAY = {
    ("reversed", "md"),
    ("reversed", "xlsx"),
    ("reversed", "docx"),
    ("reversed", "csv"),
}  # labels stand before or above their answers there
_TEXT_ONLY = {"glued", "spaces", "split", "columns", "presentation"}


class Form(NamedTuple):
    """A file with its answers and what is special about it."""

    data: bytes
    answers: dict[str, Any]
    edition: str
    layout: str
    damage: str
    ending: str
    seed: int


def form(seed: int, container: str, kind: str = "") -> Form:
    """The same for the same seed. `kind`: a damage, or none."""
    rng = Random(f"{seed} {container} {kind}")
    name, page = _page(rng, kind)
    how = style(rng, marks={"lost marks": "lost", "ticks only": "ticks"}.get(kind, ""))
    page = _damaged(page, rng, kind)
    gold = answers(page, kind)
    rows = _typed(flat(page, how), rng, kind)
    layout, data = _WRITERS[container](rows, rng, kind)
    return Form(data.encode() if isinstance(data, str) else data, gold, name, layout, kind, container, seed)


def _page(rng: Random, kind: str) -> tuple[str, Page]:
    """Of an edition that such a damage can befall."""
    while True:
        name = rng.choice(sorted(EDITIONS))
        page = EDITIONS[name](rng)
        if kind not in _ONLY_PAIRS or not any(isinstance(row, Table) for row in page.rows):
            return name, page


def _damaged(page: Page, rng: Random, kind: str) -> Page:
    if kind == "scan":
        return damage.scanned(page, rng)
    return damage.cut(page, rng) if kind == "cut" and page.told["kind"] == "service_card" else page


def _typed(rows: list[Flat], rng: Random, kind: str) -> list[Flat]:
    """By somebody's keyboard, with the lines of a site around."""
    rows = furniture.paged(rows, rng) if kind == "pages" else rows
    rows = (
        furniture.around(rows, rng, menu=kind == "menu")
        if kind == "menu" or rng.random() < 0.3 and kind != "cut"
        else rows
    )
    typed = keyboard(rng)
    change = (lambda text: shaped(typed(text))) if kind == "presentation" else typed
    return [_changed(row, change) for row in rows]


def _changed(row: Flat, change: Callable[[str], str]) -> Flat:
    cells = tuple(tuple(map(change, cells)) for cells in row.rows)
    return Flat(row.kind, change(row.label), tuple(map(change, row.lines)), cells, row.link)


def _text(rows: list[Flat], rng: Random, kind: str) -> tuple[str, str]:
    name = _special(kind) or rng.choice(sorted(texts.CLEAN))
    lines = texts.ALL[name](rows, rng)
    return name, marks.drawn("\n".join(lines), marks.glyphs(rng))


def _special(kind: str) -> str:
    return kind if kind in texts.DAMAGED else ""


def _html(rows: list[Flat], rng: Random, kind: str) -> tuple[str, str]:
    name = rng.choice(sorted(pages.CLEAN))
    layout = pages.REVERSED if kind == "reversed" else pages.CLEAN[name]
    body = marks.drawn(layout(rows, rng), rng.choice((*marks.GLYPHS[:10], *marks.TAGS)))
    return name, f'<!DOCTYPE html><html dir="rtl"><head><meta charset="utf-8"></head><body>{body}</body></html>'


def _markdown(rows: list[Flat], rng: Random, kind: str) -> tuple[str, str]:
    name = rng.choice(sorted(markdown.LAYOUTS))
    lines = [*markdown.furniture(rng), *markdown.LAYOUTS[name](rows, rng)]
    return name, marks.drawn("\n".join(lines), rng.choice(marks.GLYPHS[:15]))


def _sheet(rows: list[Flat], rng: Random, kind: str) -> tuple[str, bytes]:
    glyphs = rng.choice(marks.GLYPHS[:10])
    return sheets.written([_changed(row, lambda text: marks.drawn(text, glyphs)) for row in rows], rng)


_WRITERS: dict[str, Callable[[list[Flat], Random, str], tuple[str, str | bytes]]] = {
    "txt": _text,
    "html": _html,
    "md": _markdown,
    "xlsx": _sheet,
    "docx": word.word,
    "csv": delimited.delimited,
}
CONTAINERS = tuple(_WRITERS)


def damages_of(container: str) -> tuple[str, ...]:
    """That can befall a form in such a container."""
    return tuple(
        kind for kind in DAMAGES if container == "txt" or kind not in _TEXT_ONLY and (kind, container) not in _ONE_WAY
    )
