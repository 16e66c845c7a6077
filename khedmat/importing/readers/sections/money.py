"""Section 5, the cost that the recipient pays: amounts, accounts, the e-payment boxes and «رایگان» with its box."""

import re

from khedmat.core.persian import fold_line, latin_digits
from khedmat.importing.readers import marks, options
from khedmat.importing.readers.draft import Draft, said
from khedmat.importing.readers.outline import Answer, Outline, Piece
from khedmat.importing.readers.values import amounts

_COLUMNS = ("cost_free", "cost_amount", "cost_account", "cost_electronic")
_ACCOUNT = re.compile(r"(?<!\d)(?:IR\s*)?\d(?:[\s\-]?\d){11,25}(?!\d)", re.I)
_HEADER = re.compile(r"^\s*مبل?غ\s*(?:\([^)]*\))?\s*:?\s*")
_FREE_WORD = re.compile(r"رایگان")
_FREE_ALONE = re.compile(rf"[\s:{marks.TICKED}{marks.EMPTY}]*رایگان[\s:{marks.TICKED}{marks.EMPTY}]*")
_YES, _NO = re.compile(rf"{marks.TICKED}|\b(?:بله|بلی|دارد|true)\b", re.I), re.compile(r"\b(?:خیر|ندارد|false)\b", re.I)
_ZEROS = re.compile(r"[\s0.]*0[\s0.]*$")


def read(outline: Outline, draft: Draft) -> None:
    """Everything from the label of the cost to the last of its column labels is one box."""
    cost = outline.best("cost")
    columns = [answer for answer in outline.of(*_COLUMNS) if cost is None or answer.line.block >= cost.line.block]
    if cost is None and not columns:
        return
    pieces = _pieces(outline, cost, columns)
    _read_text(outline, cost, pieces, draft)
    _read_free(outline, cost, pieces, draft, table=bool(columns))
    _read_items(pieces, outline, draft)
    _read_payment(outline, draft)


def _pieces(outline: Outline, cost: Answer | None, columns: list[Answer]) -> list[tuple[Answer | None, Piece]]:
    named: list[tuple[Answer | None, Piece]] = [
        (answer, piece) for answer in [*([cost] if cost else []), *columns] for piece in answer.pieces
    ]
    first = min((answer.line.block for answer in columns), default=None)
    if first is None:
        return named
    last = max([answer.line.block for answer in columns] + [piece.line.block for _, piece in named])
    named += [
        (None, piece)
        for piece in outline.free
        if first <= piece.line.block <= last + 3 and _after(piece, last, outline)
    ]
    return sorted(named, key=lambda pair: (pair[1].line.block, pair[1].line.cell, pair[1].start))


def _after(piece: Piece, last: int, outline: Outline) -> bool:
    """Below the table only as far as no other label stands."""
    return not any(last < answer.line.block <= piece.line.block for answer in outline.answers)


def _is_box_of_free(outline: Outline, piece: Piece) -> bool:
    """«رایگان» with its box is a tick, no text."""
    row = marks.normalise(outline.sheet.blocks[piece.line.block].text)
    return bool(_FREE_ALONE.fullmatch(marks.normalise(piece.text))) and marks.any_in(row)


def _read_text(outline: Outline, cost: Answer | None, pieces: list[tuple[Answer | None, Piece]], draft: Draft) -> None:
    kept = [piece for answer, piece in pieces if _is_of_amounts(answer, piece) and not _is_box_of_free(outline, piece)]
    texts = [text for piece in kept if (text := _amount_text(piece.text))]
    if texts:
        draft.set("cost.text", "\n".join(dict.fromkeys(texts)), cost, kept)
    elif zeros := [piece for _, piece in pieces if _ZEROS.fullmatch(latin_digits(piece.text))]:
        draft.set("cost.text", "0", cost, zeros[:1])
    elif cost is not None:
        draft.filler("cost.text", cost)


def _is_of_amounts(answer: Answer | None, piece: Piece) -> bool:
    if answer is not None and answer.field == "cost":
        return True
    return bool(amounts.amounts(latin_digits(piece.text))) and not _ZEROS.fullmatch(latin_digits(piece.text))


def _amount_text(text: str) -> str | None:
    """Without boxes, the printed «مبلغ (ریال)» and account numbers: those are never published."""
    plain = _ACCOUNT.sub(
        "", latin_digits(fold_line(marks.normalise(text)).replace(marks.TICKED, "").replace(marks.EMPTY, ""))
    )
    plain = said(_HEADER.sub("", plain).strip())
    return plain


def _read_free(
    outline: Outline, cost: Answer | None, pieces: list[tuple[Answer | None, Piece]], draft: Draft, *, table: bool
) -> None:
    """«رایگان» beside an empty box is no value; printed in the table with no box at all it cannot be told."""
    for answer in outline.of("cost_free"):
        if _YES.search(answer.text) or _NO.search(answer.text):
            draft.set("cost.free", bool(_YES.search(answer.text)), answer)
    for answer, piece in pieces:
        block = marks.normalise(outline.sheet.blocks[piece.line.block].text)
        if not amounts.is_free(piece.text):
            continue
        if _FREE_WORD.search(piece.text) and marks.any_in(block):
            ticked = options.read([block.replace("\t", " ")], ["cost_free"]).of("cost_free").get("free")
            draft.set("cost.free", True if ticked else None, answer, [piece])
        elif table and (answer is None or answer.field != "cost"):
            draft.undecide("cost.free", piece.text)
        else:
            draft.set("cost.free", True, answer, [piece])


def _read_items(pieces: list[tuple[Answer | None, Piece]], outline: Outline, draft: Draft) -> None:
    count = 0
    for answer, piece in pieces:
        text = latin_digits(fold_line(piece.text))
        account = _ACCOUNT.search(text)
        found = [] if _ZEROS.fullmatch(text) else amounts.amounts(_HEADER.sub("", text))
        for amount in found:
            path = f"cost.items.{count}"
            draft.set(f"{path}.amount_rial", amount.rials, answer, [piece])
            draft.set(f"{path}.text", _amount_text(piece.text), answer, [piece])
            draft.set(f"{path}.electronic", _payment_tick(outline, piece), answer, [piece])
            if amount.toman:
                draft.warn("money_unit", f"{path}.amount_rial", piece.text)
            count += 1
        if account and count:
            draft.set(f"cost.items.{count - 1}.account", account.group().strip(), answer, [piece])
        elif account and answer is not None and answer.field == "cost_account":
            draft.set("cost.items.0.account", account.group().strip(), answer, [piece])


def _read_payment(outline: Outline, draft: Draft) -> None:
    """«پرداخت بصورت الکترونیک: ☑» behind the amount, for every amount that has no box of its own."""
    texts = [
        marks.normalise(text)
        for answer in outline.of("cost_electronic")
        for text in answer.texts
        if not _FREE_WORD.search(text)
    ]
    ticked = [bool(_YES.search(text)) for text in texts if marks.any_in(text) or _YES.search(text) or _NO.search(text)]
    if len(set(ticked)) != 1:
        return
    for number in range(sum(path.endswith(".amount_rial") for path in draft.values)):
        if f"cost.items.{number}.amount_rial" in draft.values:
            draft.set(f"cost.items.{number}.electronic", ticked[0], outline.best("cost_electronic"))


def _payment_tick(outline: Outline, piece: Piece) -> bool | None:
    """The e-payment box of the row, where the row has just one box."""
    row = marks.normalise(outline.sheet.blocks[piece.line.block].text)
    if row.count(marks.TICKED) + row.count(marks.EMPTY) != 1 or piece.line.alone:
        return None
    return marks.TICKED in row
