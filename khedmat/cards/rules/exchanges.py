"""O02, O04: with each system or agency, what is exchanged, how, and who carries the paper."""

import re
from collections.abc import Iterator
from itertools import chain

from khedmat.cards.form import Document, ExternalInquiry, InternalSystem
from khedmat.cards.rules.conditions import Said, each, each_with_form, said, which
from khedmat.cards.rules.reading import blank, doubtful
from khedmat.cards.rules.rows import exchanges, remarks, systems
from khedmat.cards.rules.rule import Rule

Exchange = ExternalInquiry | InternalSystem
_TICK = re.compile(r"checked|[☑☒✓✔■]")


def _all(document: Document) -> Iterator[tuple[str, tuple[str, Exchange]]]:
    rows: chain[tuple[str, Exchange]] = chain(exchanges(document), systems(document))
    return ((path, (path.removeprefix("card."), row)) for path, row in rows)


def _half(document: Document, exchange: tuple[str, Exchange]) -> Said:
    """A paper inquiry needs no system; every exchange needs what is exchanged and how."""
    path, row = exchange
    lacks = {
        "نام سامانه": all((blank(row.system), set(row.modes) != {"paper"})),
        "فیلدهای مورد تبادل": blank(row.fields),
        "شیوهٔ تبادل": not any((row.modes, doubtful(document, f"{path}.modes"))),
    }
    return said(any(lacks.values()), missing=which(lacks))


def _carried_by_both(document: Document) -> Iterator[tuple[str, str]]:
    """The contract holds one value: two ticks reach us as undecided, with the ticks in the raw text."""
    told = dict(remarks(document, "both"))
    for path, row in exchanges(document):
        field = f"{path}.paper_by"
        if row.paper_by is None and any((field in told, _ticks(document, field) > 1)):
            yield field, path


def _ticks(document: Document, field: str) -> int:
    """The ticks in the raw text of a box that could not be read."""
    step = document.trace.get(field)
    is_lost = doubtful(document, field.removeprefix("card."))
    return len(_TICK.findall(step.raw)) if step and is_lost else 0


RULES = (
    Rule(
        id="O02",
        severity="A",
        fields=("card.external_inquiries.*", "card.internal_systems.*"),
        condition=each_with_form(_all, _half),
        message="%(row)s: این‌ها نوشته نشده است: %(missing)s.",
        fix="بنویسید با کدام سامانه، چه داده‌ای و به چه شیوه (برخط، دسته‌ای، کاغذی) مبادله می‌شود.",
        example="نام دستگاه: … · سامانه، فیلد، شیوه: (خالی)",
    ),
    Rule(
        id="O04",
        severity="A",
        fields=("card.external_inquiries.*.paper_by",),
        condition=each(_carried_by_both, lambda _: said(True)),
        message="%(row)s: استعلام غیرالکترونیکی هم توسط «دستگاه» تیک دارد و هم توسط «مراجعه‌کننده».",
        fix="یکی را برگزینید: چه کسی نامه را می‌برد؟",
        example="☑ دستگاه ☑ مراجعه‌کننده",
    ),
)
