"""IDs without a label: «عنوان (13021447104)», «… با کد 17041325104», «14062543000 و شناسه زیر خدمت 14062543100»."""

import re
from itertools import filterfalse

from khedmat.importing.readers.blocks import Line, Sheet
from khedmat.importing.readers.draft import Draft
from khedmat.importing.readers.evidence import Place
from khedmat.importing.readers.values import service_ids
from khedmat.importing.readers.wording import plain_lines, whole

_OTHER_NUMBER = re.compile(
    r"حساب|تلفن|تماس|واریز|پرداخت|شبا|رهگیری|مجوز\s*:|کد\s*(?:ملی|پستی|مجوز|اقتصادی|شعبه)"
    r"|شناسه\s*(?:ملی|اقتصادی|قبض|مالیاتی)(?!\s*خدمت)|شماره\s*(?:کارت|نامه|پروانه|ثبت|اقتصادی)"
)
_PATHS = ("service_id", "parent_service_id")  # a sub-service is named with its main service; more IDs are a list


def read(sheet: Sheet, draft: Draft) -> None:
    """Only where the page has the IDs of one family: of two services, nobody can tell whose card it is."""
    places = _places(sheet)
    if _is_one_service(list(places)):
        for path, code in zip(_PATHS, sorted(places, key=service_ids.is_main), strict=False):
            draft.set(path, code, Place(pieces=[whole(places[code])]))


def _places(sheet: Sheet) -> dict[str, Line]:
    """code → the line it stands on first; the numbers of accounts, phones and letters are no IDs."""
    places: dict[str, Line] = {}
    for line in filterfalse(_has_other_number, plain_lines(sheet)):
        for code in service_ids.find(line.text):
            places.setdefault(code, line)
    return places


def _has_other_number(line: Line) -> bool:
    return bool(_OTHER_NUMBER.search(line.text))


def _is_one_service(codes: list[str]) -> bool:
    families = {code[4:8] for code in codes}
    return len(families) == 1 and len(codes) <= len(_PATHS)
