"""Sections 7 and 8 of the annex: other systems of the agency, and other agencies that are asked."""

from khedmat.cards.printing.filled import Filled
from khedmat.cards.printing.pieces import Cell, Grid, Head, Line, Section, Tick
from khedmat.cards.vocabulary import VOCABULARY

_ELECTRONIC = "استعلام الکترونیکی"
_MODES = {mode: label.fa for mode, label in VOCABULARY["exchange_mode"].items()}
_SYSTEMS = (
    Head("نام سامانه‌های دیگر", 28),
    Head("فیلدهای مورد تبادل", 40),
    Head(_MODES["online"], 13, _ELECTRONIC),
    Head(_MODES["batch"], 13, _ELECTRONIC),
    Head("استعلام غیرالکترونیکی", 15),
)
_AGENCIES = (
    Head("نام دستگاه دیگر", 20),
    Head("نام سامانه‌های دستگاه دیگر", 17),
    Head("فیلدهای مورد تبادل", 22),
    Head("مبلغ (در صورت پرداخت هزینه)", 15),
    Head(_MODES["online"], 12, _ELECTRONIC),
    Head(_MODES["batch"], 12, _ELECTRONIC),
    Head("اگر استعلام غیرالکترونیکی است، استعلام توسط", 19),
)


def sections(filled: Filled) -> tuple[Section, ...]:
    """Both as tables, with one empty row where nothing is said."""
    return _systems(filled), _agencies(filled)


def _systems(filled: Filled) -> Section:
    rows = tuple(_system(filled, f"card.internal_systems.{row}") for row in _rows(filled, "card.internal_systems"))
    grid = Grid("سامانه‌های دیگر در دستگاه", _SYSTEMS, rows)
    return Section("۷- ارتباط خدمت با سایر سامانه‌ها (بانک‌های اطلاعاتی) در دستگاه", (grid,))


def _rows(filled: Filled, path: str) -> range:
    return range(filled.count(path) or 1)


def _system(filled: Filled, path: str) -> tuple[Cell, ...]:
    return (filled.text(f"{path}.system"),), (filled.text(f"{path}.fields"),), *_modes(filled, f"{path}.modes")


def _modes(filled: Filled, path: str) -> tuple[Cell, Cell, Cell]:
    """A square a column; a doubt stands in the last."""
    picked, notes = filled.picked(path), filled.notes(path)
    squares = [Tick(f"{path}.{mode}", "", mode in picked) for mode in _MODES]
    return ((squares[0],),), ((squares[1],),), ((squares[2], *notes),)


def _agencies(filled: Filled) -> Section:
    path = "card.external_inquiries"
    notes = any(filled.says(f"{path}.{row}.notes") for row in range(filled.count(path)))
    heads = (*_AGENCIES, Head("توضیحات", 16)) if notes else _AGENCIES
    rows = tuple(_agency(filled, f"{path}.{row}", notes=notes) for row in _rows(filled, path))
    return Section("۸- ارتباط خدمت با سایر دستگاه‌های دیگر", (Grid("دستگاه‌های دیگر", heads, rows),))


def _agency(filled: Filled, path: str, *, notes: bool) -> tuple[Cell, ...]:
    online, batch, (paper,) = _modes(filled, f"{path}.modes")
    return (
        *((filled.text(f"{path}.{name}"),) for name in ("agency", "system", "fields")),
        fee(filled, f"{path}.fee"),
        online,
        batch,
        (paper, _by(filled, f"{path}.paper_by")),
        *(((filled.text(f"{path}.notes"),),) if notes else ()),
    )


def _by(filled: Filled, path: str) -> Line:
    return filled.ticks(path)


def fee(filled: Filled, path: str) -> Cell:
    """What is paid, in the words of the form and in rials."""
    return filled.worded(f"{path}.text", ("", f"{path}.amount_rial", "ریال"))
