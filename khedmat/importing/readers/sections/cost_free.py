"""«رایگان»: beside an empty box it is no value; printed in the table with no box at all it cannot be told."""

from khedmat.importing.readers import marks, options
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.sections.assent import assent
from khedmat.importing.readers.sections.cost_box import CostBox, Entry
from khedmat.importing.readers.values import amounts

_FREE_WORD = "رایگان"


def read(box: CostBox, draft: Draft) -> None:
    """What answers its own label; else every entry that speaks of it."""
    for answer in box.outline.of("cost_free"):
        draft.set("cost.free", assent(answer.text), Place(answer))
    for entry in filter(_is_free, box.entries):
        _read_entry(entry, box, draft)
    for entry in filter(_is_conditioned, box.entries):
        draft.warn("free_for_some", "cost.free", entry.text)


def _is_free(entry: Entry) -> bool:
    return amounts.is_free(marks.normalise(entry.text))


def _is_conditioned(entry: Entry) -> bool:
    return amounts.is_conditioned(entry.text)


def _read_entry(entry: Entry, box: CostBox, draft: Draft) -> None:
    row = box.row(entry)
    if _is_amount(entry):
        draft.set("cost.free", True, entry.place)
    elif _has_box(entry, row):
        draft.set("cost.free", _is_ticked(row), entry.place)
    elif box.columns and not entry.answers("cost"):
        draft.undecide("cost.free", entry.text)
    else:
        draft.set("cost.free", True, entry.place)


def _is_amount(entry: Entry) -> bool:
    """«مبلغ: رایگان»: the box of its row is that of e-payment."""
    return entry.answers("cost_amount") and not marks.is_marked(entry.text)


def _has_box(entry: Entry, row: str) -> bool:
    return _FREE_WORD in entry.text and marks.any_in(row)


def _is_ticked(row: str) -> bool | None:
    """True or not said: an empty box does not say that something is paid."""
    return options.read([row.replace("\t", " ")], ["cost_free"]).of("cost_free").get("free") or None
