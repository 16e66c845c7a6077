"""Sections 7 and 8 with their boxes printed a line each: «نام دستگاه دیگر: …»."""

from collections.abc import Iterable, Iterator
from operator import attrgetter

from khedmat.importing.readers.outline import Answer, Outline
from khedmat.importing.readers.sections.exchange_row import EXTERNAL, Row
from khedmat.importing.readers.wording import all_pieces

_ROLES = {
    "exchange_agency": "agency",
    "exchange_system": "system",
    "exchange_fields": "fields",
    "exchange_fee": "fee",
    "exchange_mode": "online",
    "exchange_by": "paper",
}


def rows(outline: Outline) -> Iterator[Row]:
    """A row an agency or system: a new one begins with its name, or where a box is asked again."""
    asked = outline.of(*_ROLES, "section_7", "section_8")
    for group in _groups(filter(attrgetter("line.alone"), asked)):
        cells = {role: " ".join(answer.texts) for role, answer in group.items()}
        yield Row(cells, all_pieces(group.values()), external=not EXTERNAL.isdisjoint(cells))


def _groups(answers: Iterable[Answer]) -> list[dict[str, Answer]]:
    groups: list[dict[str, Answer]] = [{}]
    for answer in answers:
        role = _ROLES.get(answer.field)
        if role in {None, "agency", *groups[-1]}:
            groups.append({})
        if role:
            groups[-1][role] = answer
    return list(filter(None, groups))
