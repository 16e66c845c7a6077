"""Section 6: address, system, and the four stages with their channels, visit levels and reasons."""

from bisect import bisect_right
from collections import defaultdict
from itertools import groupby

from khedmat.core.persian import fold_line, squeeze
from khedmat.importing.readers import labels, marks, options
from khedmat.importing.readers.draft import Draft, said
from khedmat.importing.readers.outline import Answer, Outline, Piece
from khedmat.importing.readers.values import urls

STAGES = ("information", "request", "production", "delivery")
_NAMES = {f"stage_{stage}": stage for stage in STAGES}
_INSIDE = {*_NAMES, "_visit_reason", "_access", "_heading", "details", "_unknown", "_instruction"}
_GROUPS = ("mode", "channels", "visit_levels", "visit_reasons", "printed")
_PRODUCTION = {"website", "email", "intranet", "other"}
_SHORTEST_REASON = 10  # letters
_SENTENCE = 6  # words: «کمیتهٔ استانی برای دیدن کارگاه …» ticks no level


def read(outline: Outline, draft: Draft) -> None:
    _read_url(outline, draft)
    draft.text("system_name", outline.best("system_name"))
    texts = _texts_by_stage(outline)
    for stage in STAGES:
        if texts.get(stage):
            _read_stage(stage, texts[stage], draft)


def _read_url(outline: Outline, draft: Draft) -> None:
    for answer in outline.of("url"):
        for piece in answer.pieces:
            if address := urls.find(piece.text):
                draft.set("url", address, answer, [piece])
            elif urls.is_placeholder(piece.text):
                draft.warn("placeholder", "url", piece.text)
    if "url" not in draft.values:
        _read_url_of_access(outline, draft)
    for field in ("sla_url", "complaint_url"):
        answer = outline.best(field)
        piece = next((piece for piece in (answer.pieces if answer else ()) if urls.find(piece.text)), None)
        draft.set(field, urls.find(piece.text) if piece else None, answer, [piece] if piece else ())
    if "url" in draft.values:
        draft.warnings = [warning for warning in draft.warnings if warning.field != "card.url"]


def _read_url_of_access(outline: Outline, draft: Draft) -> None:
    """«نحوه دسترسی به خدمت» answered by an address alone."""
    for answer in outline.of("_access"):
        for piece in answer.pieces[:2]:
            address = urls.find(piece.text)
            if address and len(address) + 3 >= len(piece.text.strip()):
                draft.set("url", address, answer, [piece])


def _texts_by_stage(outline: Outline) -> dict[str, list[list[Piece]]]:
    """stage → cells, each a list of pieces. A stage's name rules its own row, before and behind it, and the rows below."""
    named = [answer for answer in outline.answers if answer.field in _NAMES]
    if not named:
        return {}
    first = named[0].line.block
    last = next(
        (answer.line.block for answer in outline.answers if answer.line.block > first and answer.field not in _INSIDE),
        10**9,
    )
    stage_of: dict[int, list[Answer]] = defaultdict(list)
    for answer in named:
        stage_of[answer.line.block].append(answer)
    pieces = sorted(
        _pieces(outline, first, last),
        key=lambda piece: (piece.line.block, piece.line.cell, piece.line.start, piece.start),
    )
    texts: dict[str, list[list[Piece]]] = defaultdict(list)
    names = sorted(stage_of)
    for block, row in groupby(pieces, key=lambda piece: piece.line.block):
        ruling = names[bisect_right(names, block) - 1]
        for _, cell in groupby(row, key=lambda piece: piece.line.cell):
            _add_cell(texts[_NAMES[stage_of[ruling][0].field]], list(cell), starts=block == ruling)
    return texts


def _pieces(outline: Outline, first: int, last: int) -> list[Piece]:
    """All that stands between, without the labels; names of stages without a value keep their row alive."""
    answered = [piece for answer in outline.answers if answer.field in _INSIDE for piece in answer.pieces]
    return [piece for piece in [*answered, *outline.free] if first <= piece.line.block < last]


def _add_cell(cells: list[list[Piece]], cell: list[Piece], *, starts: bool) -> None:
    """Lines that stand alone, one option a line, are one block of options."""
    if cells and cell[0].line.alone and cells[-1][-1].line.alone and not starts:
        cells[-1].extend(cell)
    else:
        cells.append(cell)


def _read_stage(stage: str, cells: list[list[Piece]], draft: Draft) -> None:
    path = f"stages.{stage}"
    readings = [(cell, _read_cell(cell)) for cell in cells]
    whole = options.Reading()
    for _, reading in readings:
        whole.join(reading)
    pieces = [piece for cell in cells for piece in cell]
    _read_modes(path, readings, draft)
    for group in ("channels", "visit_levels", "visit_reasons"):
        values, undecided = whole.decide(group)
        kept = [value for value in values if stage != "production" or group != "channels" or value in _PRODUCTION]
        if undecided:
            draft.undecide(f"{path}.{group}", " ".join(piece.text for piece in pieces)[:300])
        else:
            draft.set(f"{path}.{group}", kept, None, pieces)
    for name, field in (
        ("channels.other", "channel_other_text"),
        ("printed.contract", "counter_contract"),
        ("channels.counter_office_like", "counter_office_like_title"),
        ("visit_reasons.other", "visit_reason_text"),
    ):
        draft.set(f"{path}.{field}", whole.other_text.get(name), None, pieces)
    draft.set(f"{path}.visit_reason_text", _free_reason(readings), None, pieces)


def _read_cell(cell: list[Piece]) -> options.Reading:
    text = "\n".join(piece.text for piece in cell)
    letters = squeeze(text)
    reasons = (
        "احراز" in letters
        or "زیرساخت" in letters
        or "سایر" in letters
        and not options.read([text], ["channels"]).ticked
    )
    groups = _GROUPS if reasons else tuple(group for group in _GROUPS if group != "visit_reasons")
    reading = options.read([text], groups)
    if (
        not reasons
        and (bare := options.read([text], [*groups, "visit_reasons"])).ticked.get(("visit_reasons", "other"))
        is not None
    ):
        reading.ticked["channels", "other"] = bare.ticked["visit_reasons", "other"]
    return reading


def _read_modes(path: str, readings: list[tuple[list[Piece], options.Reading]], draft: Draft) -> None:
    for cell, reading in readings:
        for mode, tick in reading.of("mode").items():
            if tick is not None:
                _tick(draft, f"{path}.{mode}", tick, cell)
        found = reading.of("mode")
        if any(tick is not None for tick in found.values()) or marks.any_in(
            marks.normalise(" ".join(piece.text for piece in cell))
        ):
            continue
        values, undecided = reading.decide("mode")
        for mode in values:
            _tick(draft, f"{path}.{mode}", True, cell)
        if undecided:
            for mode in found:
                draft.undecide(f"{path}.{mode}", cell[0].text)


def _tick(draft: Draft, path: str, tick: bool, cell: list[Piece]) -> None:
    """A tick is not taken back by an empty box that is printed once more."""
    if draft.values.get(path) is False and tick:
        del draft.values[path]
    draft.set(path, tick, None, cell)


def _free_reason(readings: list[tuple[list[Piece], options.Reading]]) -> str | None:
    """A line of prose without any option, beside «غیر الکترونیکی»."""
    texts = (piece.text for cell, _ in readings for piece in cell)
    return next((fold_line(text) for text in texts if _is_prose(text)), None)


def _is_prose(text: str) -> bool:
    plain = said(text)
    if not plain or marks.any_in(marks.normalise(text)) or labels.is_instruction(plain):
        return False
    named = {group for group, _ in options.read([text], _GROUPS).ticked}
    return len(squeeze(plain)) >= _SHORTEST_REASON and (
        not named or named == {"visit_levels"} and len(plain.split()) >= _SENTENCE
    )
