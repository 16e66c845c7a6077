"""Section 4: type, nature, level, life events and start of the service, each a group of options."""

import re
from typing import NamedTuple

from khedmat.core.sequences import first_where
from khedmat.importing.readers import options
from khedmat.importing.readers.blocks import Line
from khedmat.importing.readers.choosing import as_block, choose, settle
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.outline import Answer, Outline
from khedmat.importing.readers.said import said
from khedmat.importing.readers.wording import answered, whole

_GROUPS = {  # label → the groups whose options are printed beside it
    "service_type": ("service_type", "nature"),
    "nature": ("nature",),
    "level": ("level",),
    "life_events": ("life_events",),
    "start_trigger": ("start_trigger",),
}
_TEXTS = {  # label → the options that ask for words, and where those are kept
    "life_events": (("life_events.other", "life_event_text"),),
    "start_trigger": (
        ("start_trigger.other", "start_trigger_text"),
        ("start_trigger.event", "start_trigger_text"),
        ("start_trigger.time", "start_trigger_text"),
    ),
}
_ONE_OF = {"nature"}
_CODE = re.compile(r"\bG\s?[2۲٢]\s?[CBGE]\b")
_BESIDE_CODES = re.compile(r"[^\W_]{2,}")  # a word; «و» joins them
_FIRST_BLOCKS = 40


class _Asked(NamedTuple):
    answer: Answer
    reading: options.Reading


def read(outline: Outline, draft: Draft) -> None:
    """Each from the first of its labels that is answered."""
    for field in _GROUPS:
        answer = first_where(answered, outline.of(field))
        if answer:
            _read_answer(answer, draft)
    if not any(outline.of("service_type")):
        _read_codes(outline, draft)


def holds_only_codes(answer: Answer) -> bool:
    """«نوع مخاطب: G2C، G2B» asks for the audience and is told the type."""
    return not _BESIDE_CODES.search(_CODE.sub("", answer.text)) and _CODE.search(answer.text) is not None


def _read_answer(answer: Answer, draft: Draft) -> None:
    asked = _Asked(answer, options.read([as_block(answer)], _GROUPS[answer.field]))
    for group in _GROUPS[answer.field]:
        _keep(group, asked, draft)
    for option, path in _TEXTS.get(answer.field, ()):
        draft.set(path, asked.reading.other_text.get(option), Place(answer))


def _keep(group: str, asked: _Asked, draft: Draft) -> None:
    choice = settle(asked.reading, group, asked.answer.text)
    if group in _ONE_OF:
        draft.choose_one(group, choice.only, Place(asked.answer))
    else:
        draft.choose_all(group, choice, Place(asked.answer))
    if _is_of_another_kind(group, asked):
        draft.warn("wrong_kind", group, asked.answer.text)


def _is_of_another_kind(group: str, asked: _Asked) -> bool:
    """Words that name none of the options; the nature is often not asked beside the type."""
    return group not in _ONE_OF and not asked.reading.of(group) and said(asked.answer.text) is not None


def _read_codes(outline: Outline, draft: Draft) -> None:
    asked = first_where(holds_only_codes, outline.of("audience"))
    if asked:
        draft.choose_all("service_type", choose(asked.text, "service_type"), Place(asked))
    else:
        _read_codes_in_prose(outline, draft)


def _read_codes_in_prose(outline: Outline, draft: Draft) -> None:
    """«… به صورت G2B، G2C می‌باشد» on a page that has no box for it; on two lines, one may speak of another service."""
    lines = list(filter(_has_code, outline.sheet.lines))
    if len(lines) == 1:
        codes = " ، ".join(_CODE.findall(lines[0].text))
        draft.set("service_type", choose(codes, "service_type").values, Place(pieces=[whole(lines[0])]))


def _has_code(line: Line) -> bool:
    return line.block < _FIRST_BLOCKS and bool(_CODE.search(line.text))
