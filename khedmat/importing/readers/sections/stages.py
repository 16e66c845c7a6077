"""Section 6: what the cells of one stage say: modes, channels, visit levels and reasons."""

from khedmat.core.persian import fold_line, squeeze
from khedmat.core.sequences import first_where
from khedmat.importing.readers import options
from khedmat.importing.readers.choosing import settle
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.marks import is_marked, normalise
from khedmat.importing.readers.outline import Piece
from khedmat.importing.readers.said import said
from khedmat.importing.readers.sections import stage_modes
from khedmat.importing.readers.sections.stage import LISTS, Stage
from khedmat.importing.readers.sections.stage_cells import GROUPS
from khedmat.importing.readers.wording import text_of

_TEXTS = {
    "channels.other": "channel_other_text",
    "printed.contract": "counter_contract",
    "channels.counter_office_like": "counter_office_like_title",
    "visit_reasons.other": "visit_reason_text",
}
_OFFERED = {"stages.production.channels": {"website", "email", "intranet", "other"}}  # the form prints no other there
_SHORTEST_REASON = 10  # letters
_SENTENCE = 6  # words: «کمیتهٔ استانی برای دیدن کارگاه …» ticks no level
_LONGEST_FOUND = 300  # characters


def read(stage: Stage, draft: Draft) -> None:
    """Modes a cell at a time, the rest from all cells together."""
    for cell in stage.cells:
        stage_modes.read(stage, cell, draft)
    for group in LISTS:
        _read_list(group, stage, draft)
    place = Place(pieces=stage.pieces)
    for option, field in _TEXTS.items():
        draft.set(f"{stage.path}.{field}", stage.reading.other_text.get(option), place)
    draft.set(f"{stage.path}.visit_reason_text", _free_reason(stage.pieces), place)


def _read_list(group: str, stage: Stage, draft: Draft) -> None:
    path = f"{stage.path}.{group}"
    choice = settle(stage.reading, group, " ".join(map(text_of, stage.pieces))[:_LONGEST_FOUND])
    offered = _OFFERED.get(path, choice.values)
    kept = [value for value in choice.values if value in offered]
    draft.choose_all(path, choice._replace(values=kept), Place(pieces=stage.pieces))


def _free_reason(pieces: list[Piece]) -> str | None:
    """A line of prose without any option, beside «غیر الکترونیکی»."""
    text = first_where(_is_prose, map(text_of, pieces))
    return fold_line(text) if text else None


def _is_prose(text: str) -> bool:
    plain = said(normalise(text)) or ""
    return len(squeeze(plain)) >= _SHORTEST_REASON and not is_marked(text) and _names_no_option(text)


def _names_no_option(text: str) -> bool:
    """A level that a whole sentence names is no option of it."""
    named = {group for group, _ in options.read([text], GROUPS).ticked}
    return not named or (named == {"visit_levels"} and _is_sentence(text))


def _is_sentence(text: str) -> bool:
    return len((said(text) or "").split()) >= _SENTENCE
