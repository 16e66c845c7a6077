"""P06: permits that wait for each other can never be given."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from khedmat.cards.form import Document
from khedmat.cards.rules.conditions import each, said
from khedmat.cards.rules.permit_sets import PermitSet, permit_sets
from khedmat.cards.rules.reading import letters
from khedmat.cards.rules.rule import Rule

_BETWEEN = re.compile(r"[\n،؛;]|\s-\s")
FIRST = ("issue", None)  # whoever renews a permit has the others already


def _circles(document: Document) -> Iterator[tuple[str, tuple[str, str]]]:
    """(where, (permit, those on its way that wait for it)). Each circle is told at the first of its permits."""
    sets = [(path, one) for path, one in permit_sets(document) if letters(one.title)]
    names = {letters(one.title): one.title for _, one in sets}
    waits = {letters(one.title): _asked(one) & names.keys() - {letters(one.title)} for _, one in sets}
    told: set[str] = set()
    for path, one in sets:
        way = _way_back(letters(one.title), waits)
        if way and told.isdisjoint(way):
            told.update(way)
            yield f"{path}.documents", (one.title, " ← ".join(names[name] for name in way))


def _asked(permit: PermitSet) -> set[str]:
    """The letters of every paper and inquiry that the first permit asks for."""
    rows = (row for _, row in permit.rows if row.action in FIRST)
    papers = chain.from_iterable(_BETWEEN.split(row.documents or "") for row in rows)
    inquiries = (row.name or "" for row in permit.inquiries if row.action in FIRST)
    return {letters(name) for name in (*papers, *inquiries)}


def _way_back(start: str, waits: Mapping[str, set[str]]) -> list[str]:
    """The shortest way from a permit over those that it waits for back to itself; empty where there is none."""
    ways = [[start]]
    seen: set[str] = set()
    for way in ways:
        if start in waits[way[-1]]:
            return [*way, start]
        new = sorted(waits[way[-1]] - seen)
        seen.update(new)
        ways.extend([*way, name] for name in new)
    return []


RULES = (
    Rule(
        id="P06",
        severity="B",
        fields=("permits.*.documents", "inquiries"),
        kinds=("service_card", "permit_list"),
        condition=each(_circles, lambda found: said(True, permit=found[0], way=found[1])),
        message="صدور «%(permit)s» چشم‌به‌راه خودش است: %(way)s.",
        fix="یکی از این مجوزها را از مدارک یا استعلام‌های صدور دیگری بردارید؛ با این فرم هیچ‌کدام هرگز صادر نمی‌شود.",
        example="صدور پروانهٔ ساخت ← مدارک: پروانهٔ بهره‌برداری · صدور پروانهٔ بهره‌برداری ← مدارک: پروانهٔ ساخت",
        since="5",
    ),
)
