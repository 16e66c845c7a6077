"""A card box by box for those who work on it: the value, where it was read and what the rules say about it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from khedmat.cards import form
from khedmat.cards.vocabulary import VOCABULARY
from khedmat.web import glance, words
from khedmat.web.desk.passing import passed_over, still_open
from khedmat.web.journey import MODE_TEXT, doors, mode
from khedmat.web.later import LATER


class Field(NamedTuple):
    """A box of the form: its section (11: none of the ten), its path, its name and how its value is said."""

    section: int
    path: str
    title: Any
    say: Callable[[form.Card], str | None]


class Shown(NamedTuple):
    """A box with its value, open findings, traces, and findings that were passed over."""

    field: Field
    text: str | None
    state: glance.State
    findings: tuple[Any, ...]
    traces: tuple[Any, ...]
    passed: tuple[Any, ...] = ()


def _lines(texts: Sequence[str]) -> str:
    return "\n".join(texts)


def with_text(labels: str | None, text: str | None) -> str | None:
    """The ticked options and the words written beside «سایر»."""
    return _said("\n", labels, text) or None


def _said(between: str, *parts: str | None) -> str:
    """Those that are said, one after the other."""
    return between.join(filter(None, parts))


def _stage(name: str) -> Field:
    return Field(6, f"stages.{name}", VOCABULARY["stage"][name].fa, lambda card: say_stage(getattr(card.stages, name)))


def say_stage(stage: form.StageAccess) -> str | None:
    """One stage in lines: how, through which doors, where to come and why."""
    way = mode(stage, unclear=False)
    how = None if way == "unsaid" else MODE_TEXT[way]()
    through = map(attrgetter("text"), doors(stage))
    return _said("\n", how, *through, words.joined("visit_level", stage.visit_levels), *glance.why(stage)) or None


def say_inquiry(row: form.ExternalInquiry) -> str:
    return _said(" · ", row.agency, row.system, row.fields, words.joined("exchange_mode", row.modes), row.notes)


def say_system(row: form.InternalSystem) -> str:
    return _said(" · ", row.system, row.fields, words.joined("exchange_mode", row.modes))


FIELDS = (
    Field(1, "title", "عنوان خدمت", lambda card: card.title),
    Field(2, "service_id", "شناسهٔ خدمت", lambda card: card.service_id),
    Field(3, "executive_agency", "نام دستگاه اجرایی", lambda card: card.executive_agency),
    Field(3, "parent_agency", "نام دستگاه مادر", lambda card: card.parent_agency),
    Field(4, "description", "شرح خدمت", lambda card: card.description),
    Field(4, "service_type", "نوع خدمت", lambda card: words.joined("service_type", card.service_type)),
    Field(4, "audience", "نوع مخاطبین", lambda card: card.audience),
    Field(4, "nature", "ماهیت خدمت", lambda card: words.joined("nature", [card.nature] if card.nature else [])),
    Field(4, "level", "سطح خدمت", lambda card: words.joined("level", card.level)),
    Field(
        4,
        "life_events",
        "رویداد مرتبط",
        lambda card: with_text(words.joined("life_event", card.life_events), card.life_event_text),
    ),
    Field(
        4,
        "start_trigger",
        "نحوهٔ آغاز خدمت",
        lambda card: with_text(words.joined("start_trigger", card.start_trigger), card.start_trigger_text),
    ),
    Field(4, "documents", "مدارک لازم", lambda card: _lines(card.documents)),
    Field(4, "laws", "قوانین و مقررات", lambda card: _lines(card.laws)),
    Field(5, "recipients", "آمار خدمت‌گیرندگان", lambda card: words.recipients(card.recipients)),
    Field(5, "average_duration", "متوسط مدت زمان", lambda card: words.duration(card.average_duration)),
    Field(5, "frequency", "تواتر", lambda card: words.frequency(card.frequency)),
    Field(5, "visits", "تعداد بار مراجعهٔ حضوری", lambda card: words.visits(card.visits)),
    Field(5, "cost", "هزینهٔ ارائهٔ خدمت", lambda card: words.cost(card.cost)),
    Field(6, "url", "آدرس دقیق و مستقیم خدمت", lambda card: card.url),
    Field(6, "system_name", "نام سامانه", lambda card: card.system_name),
    *(_stage(name) for name in VOCABULARY["stage"]),
    Field(
        7,
        "internal_systems",
        "سامانه‌های دیگر دستگاه",
        lambda card: _lines([say_system(r) for r in card.internal_systems]),
    ),
    Field(
        8,
        "external_inquiries",
        "استعلام از دستگاه‌های دیگر",
        lambda card: _lines([say_inquiry(r) for r in card.external_inquiries]),
    ),
    Field(9, "processes", "عناوین فرایندهای خدمت", lambda card: _lines(card.processes)),
    Field(10, "diagram", "نمودار ارتباطی فرایندها", lambda card: _lines(card.diagram.boxes)),
    *(Field(11, box.path, box.title, box.say) for box in LATER),
)


def owner_of(path: str) -> Field | None:
    """The box that a path of the contract belongs to; None for what has no box of its own."""
    bare = path.removeprefix("card.")
    return next((field for field in FIELDS if glance.inside(bare, (field.path,))), None)


def boxes(
    card: form.Card, undecided: Collection[str], *, findings: Collection[Any], traces: Collection[Any]
) -> list[Shown]:
    """Every box of the form in printed order, empty ones too."""
    found, read = _by_box(still_open(findings), attrgetter("field")), _by_box(traces, attrgetter("path"))
    passed = _by_box(passed_over(findings), attrgetter("field"))
    said = ((field, field.say(card) or None) for field in FIELDS)
    return [
        Shown(
            field,
            text,
            glance.state(text, (field.path,), undecided),
            tuple(found[field]),
            tuple(read[field]),
            tuple(passed[field]),
        )
        for field, text in said
    ]


def _by_box(things: Collection[Any], path: Callable[[Any], str]) -> dict[Field | None, list[Any]]:
    """Findings or traces by the box they speak of."""
    gathered: dict[Field | None, list[Any]] = defaultdict(list)
    for thing in things:
        gathered[owner_of(path(thing))].append(thing)
    return gathered
