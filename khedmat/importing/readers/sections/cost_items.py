"""The amounts of the cost, each with its account and its e-payment box."""

import re
from typing import NamedTuple

from khedmat.core.sequences import first
from khedmat.importing.readers import marks
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.outline import Outline
from khedmat.importing.readers.sections.assent import assent
from khedmat.importing.readers.sections.cost_amounts import amounts_of
from khedmat.importing.readers.sections.cost_box import CostBox, Entry
from khedmat.importing.readers.sections.cost_text import ACCOUNT, amount_text
from khedmat.importing.readers.values.amounts import Amount
from khedmat.importing.readers.wording import all_pieces, text_of

_FREE_WORD = "رایگان"
_AMOUNT = ".amount_rial"
_PAYMENT = re.compile(rf"پرداخت\s*(?:به?\s*صورت\s*)?الکترونیکی?\s*:?\s*[{marks.TICKED}{marks.EMPTY}]")


def read(box: CostBox, draft: Draft) -> None:
    """Amounts in their order; an account belongs to the amount before it."""
    count = 0
    for entry in box.entries:
        found = amounts_of(entry, box)
        said = _Said(amount_text(entry.text), _tick_of_row(box, entry)) if found else _NOTHING
        for amount in found:
            _Item(f"cost.items.{count}", amount, entry).keep(said, draft)
            count += 1
        _read_account(entry, count, draft)
    _read_payment(box.outline, draft)


class _Said(NamedTuple):
    """What an entry says of all its amounts."""

    text: str | None
    electronic: bool | None


_NOTHING = _Said(None, None)


class _Item(NamedTuple):
    path: str
    amount: Amount
    entry: Entry

    def keep(self, said: _Said, draft: Draft) -> None:
        """What its entry says of it."""
        place = self.entry.place
        draft.set(f"{self.path}{_AMOUNT}", self.amount.rials, place)
        draft.set(f"{self.path}.text", said.text, place)
        draft.set(f"{self.path}.electronic", said.electronic, place)
        if self.amount.toman:
            draft.warn("money_unit", f"{self.path}{_AMOUNT}", self.entry.text)


def _tick_of_row(box: CostBox, entry: Entry) -> bool | None:
    """The e-payment box of the row: the one beside its name, else the only one."""
    row = box.row(entry)
    if beside := _PAYMENT.search(row):
        return marks.TICKED in beside.group()
    boxes = row.count(marks.TICKED) + row.count(marks.EMPTY)
    return None if boxes != 1 or entry.piece.line.alone else marks.TICKED in row


def _read_account(entry: Entry, count: int, draft: Draft) -> None:
    """Before the first amount only where its own label asks for it: elsewhere a long number may be anything."""
    account = ACCOUNT.search(entry.line)
    if account and (count or entry.answers("cost_account")):
        draft.set(f"cost.items.{max(count - 1, 0)}.account", account.group().strip(), entry.place)


def _read_payment(outline: Outline, draft: Draft) -> None:
    """«پرداخت بصورت الکترونیک: ☑» behind the amount, for every amount that has no box of its own."""
    tick = _payment(outline)
    items = [path.removesuffix(_AMOUNT) for path in draft.values if path.endswith(_AMOUNT)]
    place = Place(outline.best("cost_electronic"))
    for item in items:
        draft.set(f"{item}.electronic", tick, place)


def _payment(outline: Outline) -> bool | None:
    """Boxes that contradict each other say nothing."""
    texts = map(text_of, all_pieces(outline.of("cost_electronic")))
    ticks = set(map(_payment_tick, map(marks.normalise, texts))) - {None}
    return first(ticks) if len(ticks) == 1 else None


def _payment_tick(text: str) -> bool | None:
    """A box alone that is not ticked is a no; the box of «رایگان» is another."""
    if _FREE_WORD in text:
        return None
    return False if text.count(marks.EMPTY) and assent(text) is None else assent(text)
