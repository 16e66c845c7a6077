"""Words of a label that ask nothing where they stand: they are a value."""

import re

from khedmat.importing.readers.blocks import Line
from khedmat.importing.readers.labels import Hit
from khedmat.importing.readers.labels.kindred import DAMAGED
from khedmat.importing.readers.outline.answers import Answer
from khedmat.importing.readers.outline.fields import ABSORBING
from khedmat.importing.readers.outline.whole import Outline

_ITEM = re.compile(r"\s*(?:[\d۰-۹٠-٩]|[•·▪●\-–*])")
_NAME = re.compile(r"[^\W\d_]")
_PERMIT = "مجوز"
_CODED = re.compile(r"\s*\d{4,6}\s*[-–)]\s*[^\W\d]")
_LISTS = {"documents", "laws", "processes"}


def asks_nothing(line: Line, hit: Hit, made: Outline) -> bool:
    """With a colon it always asks."""
    return not hit.colon and (
        _is_value_of_its_row(line, hit, made)
        or _is_column_in_list(line, hit, made)
        or _is_no_place_for_kin(line, hit)
        or _is_name_of_form(line, hit)
        or _is_part_of_recipients(line, hit, made)
        or _is_coded_item(line, hit, made)
    )


def _is_name_of_form(line: Line, hit: Hit) -> bool:
    """«فرم شماره یک درخواست انشعاب» is a form to download, not the one about permits."""
    return hit.field == "_permit_forms" and bool(_NAME.search(line.text, hit.end)) and _PERMIT not in line.text


def _is_value_of_its_row(line: Line, hit: Hit, made: Outline) -> bool:
    """A value may begin with the words of a label: «شماره تلفن همراه …» in the cell behind «مدارک لازم»."""
    if made.current is None or not _asks_for_cell(made.current, line):
        return False
    return bool(line.text[hit.end :].strip(" .:-"))


def _is_part_of_recipients(line: Line, hit: Hit, made: Outline) -> bool:
    """«آمار … | 100 | خدمت گیرندگان در | ☐ ماه»: the words before the boxes of the period do not ask who they are."""
    asked = made.current.field if made.current else ""
    return hit.field == "audience" and asked == "recipients" and line.text[hit.end :].strip(" :") == "در"


def _is_coded_item(line: Line, hit: Hit, made: Outline) -> bool:
    """«کد 10001 - کارت ملی»: the permit portal numbers its documents."""
    is_listed = made.current is not None and made.current.field in _LISTS
    return is_listed and hit.field == "local_id" and bool(_CODED.match(line.text, hit.end))


def _asks_for_cell(asked: Answer, line: Line) -> bool:
    behind = asked.line.block == line.block and asked.line.cell < line.cell
    return behind and not asked.pieces and asked.field not in ABSORBING


def _is_column_in_list(line: Line, hit: Hit, made: Outline) -> bool:
    """«شماره حساب بانکی» is a column of the costs, and in a list of papers one of them."""
    asked = made.answers[-1:] if line.alone and hit.field.startswith("cost_") else []
    return any(answer.field in _LISTS and answer.pieces for answer in asked)


def _is_no_place_for_kin(line: Line, hit: Hit) -> bool:
    """Behind a bullet or a number such words are an item of a list; damaged they may be any words."""
    stands_in_text = hit.kin and line.alone and not line.heading
    return stands_in_text and (bool(_ITEM.match(line.text)) or hit.sure <= DAMAGED)
