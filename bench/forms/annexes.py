"""The annex of 1393 in its variants, and the form of the 1400s."""

from random import Random

from bench.forms import numbers, tables
from bench.forms.boxes import Fields, boxes
from bench.forms.labelling import maybe_empty, pair, printed
from bench.forms.model import Box, Choice, Line, Page, Pair, Row, Section, Words
from bench.forms.words import say, several

_SPECIFICATION = (
    "description",
    "service_type",
    "audience",
    "nature",
    "level",
    "life_events",
    "start_trigger",
    "documents",
    "laws",
)
_HEADING = ("فرم شناسنامه خدمت دستگاه اجرایی", "فرم شناسنامه خدمت", "شناسنامه خدمت دستگاه اجرایی ضمیمه 1")
_NUMBERS = {"title": "1- ", "service_id": "2- "}
_ONCE = (("once", "یکبار برای همیشه"),)


def annex(rng: Random) -> Page:
    """Ten numbered sections, some of the last ones left out."""
    fields = boxes(rng)
    rows: list[Row] = [Line(rng.choice(_HEADING))] if rng.random() < 0.8 else []
    rows += [_numbered(rng, "title", fields), maybe_empty(rng, _numbered(rng, "service_id", fields), 0.3)]
    rows += [Section("3- ارائه دهنده خدمت"), *_pairs(rng, fields, ("executive_agency", "parent_agency"))]
    rows += [Section("4- مشخصات خدمت"), *_pairs(rng, fields, _SPECIFICATION)]
    rows += [Section("5- جزئیات خدمت"), *_details(rng, fields)]
    rows += _access(rng, fields)
    return Page(tuple(rows), {"kind": "service_card", "edition": "1393"}, "1393")


def process_variant(rng: Random) -> Page:
    """«عنوان فرآیند» in the place of the agency."""
    fields = boxes(rng)
    names = ("description", "service_type", "audience", "nature", "level", "life_events", "start_trigger", "documents")
    rows: list[Row] = [Line(rng.choice(_HEADING)), _numbered(rng, "title", fields)]
    rows += [Pair("", "2- عنوان فرآیند", Words((say(rng, "title"),))), Section("3- مشخصات خدمت")]
    rows += [*_pairs(rng, fields, names), Section("4- جزییات خدمت"), *_details(rng, fields)]
    rows += [Section("5- نحوه دسترسی به خدمت"), Pair("", "روش اجرایی", Words(("مراجعه حضوری",)))]
    return Page(tuple(rows), {"kind": "service_card", "edition": "1393"}, "1393 process")


def form_1400(rng: Random) -> Page:
    """With the pattern of the service and two levels."""
    fields = boxes(rng, later=True)
    names = ["title", "service_id", "executive_agency", "parent_agency", *_SPECIFICATION, "average_duration", "visits"]
    names += ["cost", "url", "system_name", "processes"]
    names.insert(5, "service_pattern")
    rows = [*_pairs(rng, fields, tuple(names))]
    return Page(tuple(rows), {"kind": "service_card", "edition": "1400"}, "1400")


def _numbered(rng: Random, name: str, fields: Fields) -> Pair:
    """The first two boxes are sections of their own."""
    return pair(rng, name, fields[name], number=_NUMBERS[name])


def _pairs(rng: Random, fields: Fields, names: tuple[str, ...]) -> list[Pair]:
    return [maybe_empty(rng, pair(rng, name, fields[name])) for name in names]


def _details(rng: Random, fields: Fields) -> list[Row]:
    count = numbers.recipients(rng)
    asked = count if isinstance(count, Words) else (_asking(count[0], "خدمت گیرندگان در:"), count[1])
    label = printed(rng, "cost")
    cost = tables.costs(rng, label) if rng.random() < 0.4 else maybe_empty(rng, Pair("cost", label, fields["cost"]))
    rows: list[Row] = [pair(rng, "recipients", asked)]
    rows += _pairs(rng, fields, ("average_duration",))
    return [*rows, pair(rng, "frequency", _frequency(rng)), *_pairs(rng, fields, ("visits",)), cost]


def _asking(count: Words, words: str) -> Words:
    return Words((f"{count.lines[0]} {words}",), told=count.told)


def _frequency(rng: Random) -> tuple[Box, ...]:
    """Once for ever, or so many times a period."""
    path = "card.frequency"
    if rng.random() < 0.3:
        told = {f"{path}.once": True, f"{path}.times": None}
        return Choice("", _ONCE, frozenset({"once"})), Words(("... بار در:",), told=told), _no_period(path)
    times, (per, _) = rng.randint(1, 6), rng.choice((("month", 0), ("season", 0), ("year", 0)))
    told = {f"{path}.once": False, f"{path}.times": times}
    once = Choice("", _ONCE, frozenset())
    return once, Words((f"{times} بار در:",), told=told), numbers.periods(f"{path}.per", per)


def _no_period(path: str) -> Choice:
    return Choice(f"{path}.per", numbers.periods("", "").options, frozenset(), one=True)


def _access(rng: Random, fields: Fields) -> list[Row]:
    """Sections 6 to 10 and the foot."""
    rows: list[Row] = [Section("6- نحوه دسترسی به خدمت"), *_pairs(rng, fields, ("url", "system_name"))]
    rows += [tables.stages(rng)] if rng.random() < 0.5 else []
    rows += tables.systems(rng) if rng.random() < 0.4 else ()
    rows += tables.agencies(rng) if rng.random() < 0.4 else ()
    rows += _flow(rng, fields)
    return [*rows, *([tables.foot(rng)] if rng.random() < 0.3 else [])]


def _flow(rng: Random, fields: Fields) -> list[Row]:
    rows: list[Row] = [Pair("processes", "9- " + printed(rng, "processes"), fields["processes"])]
    if rng.random() < 0.4:
        boxes_of = ("شروع", *several(rng, "step", 4), "پایان")
        told = {f"card.diagram.boxes.{place}": box for place, box in enumerate(boxes_of)}
        rows.append(Pair("diagram", "10- نمودار ارتباطی فرایندهای خدمت", Words(boxes_of, told=told, listed=False)))
    return rows
