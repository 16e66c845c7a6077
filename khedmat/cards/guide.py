"""Every heading of the form in plain words: the one home of these texts, for pages, help beside a field and print."""

import re

from khedmat.cards.guide_access import ACCESS
from khedmat.cards.guide_details import DETAILS
from khedmat.cards.guide_heading import Heading
from khedmat.cards.guide_identity import IDENTITY
from khedmat.cards.guide_permits import PERMITS
from khedmat.cards.guide_relations import LATER, RELATIONS
from khedmat.cards.guide_specification import SPECIFICATION

__all__ = ["CHAPTERS", "GUIDE", "Heading", "by_anchor", "heading_for", "meaning"]

CHAPTERS: tuple[tuple[str, tuple[Heading, ...]], ...] = (
    ("شناسه و ارائه‌دهنده", IDENTITY),
    ("مشخصات خدمت", SPECIFICATION),
    ("جزئیات خدمت", DETAILS),
    ("نحوهٔ دسترسی", ACCESS),
    ("ارتباط‌ها و فرایندها", RELATIONS),
    ("مجوزها: فرم‌های یک و دو", PERMITS),
    ("ویرایش‌های بعدی فرم", LATER),
)
GUIDE: tuple[Heading, ...] = tuple(heading for _, headings in CHAPTERS for heading in headings)
_BY_FIELD = {field: heading for heading in GUIDE for field in heading.fields}
_BY_ANCHOR = {heading.anchor: heading for heading in GUIDE}
_BY_LIST = {heading.vocabulary: heading for heading in GUIDE if heading.vocabulary}
_PLACE = re.compile(r"(?<=\.)\d+(?=\.|$)|(?<=stages\.)(?:information|request|production|delivery)(?=\.|$)")


def heading_for(path: str) -> Heading | None:
    """The explanation of a path of the contract («card.stages.request.channels»), or of the nearest group around it."""
    path = _PLACE.sub("*", path)
    while path:
        if found := _BY_FIELD.get(path):
            return found
        path = path.rpartition(".")[0]
    return None


def by_anchor(anchor: str) -> Heading:
    """The heading of an anchor; KeyError when there is none."""
    return _BY_ANCHOR[anchor]


def meaning(list_name: str, value: str) -> str:
    """What a value of a code list means in plain words; KeyError when either is unknown."""
    return _BY_LIST[list_name].options[value]
