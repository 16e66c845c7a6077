"""Pages of one service in the words of an agency: the short page of 1396, a CMS, the forms of the 1380s and of 1392."""

from random import Random

from bench.forms import numbers
from bench.forms.boxes import Fields, boxes, constant, service_id, text
from bench.forms.labelling import free, maybe_empty, pair
from bench.forms.model import Box, Choice, Line, Page, Pair, Row, Section, Words
from bench.forms.words import say

_CARD = {"kind": "service_card"}
_TABLE_1 = ("title", "service_id", "service_type", "description", "documents")
_DETAILS = ("average_duration", "service_hours", "visits", "cost")
_OWN = (
    "service_id",
    "executive_agency",
    "parent_agency",
    "description",
    "service_type",
    "audience",
    "nature",
    "level",
    "life_events",
    "start_trigger",
    "documents",
    "laws",
    "average_duration",
    "visits",
    "cost",
    "url",
    "system_name",
    "processes",
    "service_hours",
    "responsible_unit",
    "maturity",
)


def short_page(rng: Random) -> Page:
    """Table 1 of the guide of 1396, in its own order and nearly its own words."""
    fields = boxes(rng)
    rows: list[Row] = [_said(rng, name, fields) for name in _TABLE_1]
    rows += [Section("جزئیات خدمت"), *(_said(rng, name, fields) for name in _DETAILS), Section("نحوه دسترسی به خدمت")]
    rows += [_said(rng, name, fields) for name in ("url", "forms", "processes", "faq", "sla_url", "complaint_url")]
    return Page(tuple(rows), _CARD | {"edition": "1396"}, "1396")


def own_page(rng: Random) -> Page:
    """A page of the agency's own: any boxes in any order, with boxes that the contract does not know."""
    fields = boxes(rng)
    names = [name for name in _OWN if rng.random() < 0.7]
    if rng.random() < 0.4:
        rng.shuffle(names)
    rows: list[Row] = [
        *_head(rng, fields),
        *(maybe_empty(rng, Pair(name, free(rng, name), fields[name])) for name in names),
    ]
    if rng.random() < 0.4:
        rows.append(_people(rng))
    if rng.random() < 0.3:
        rows.insert(rng.randint(1, len(rows)), Pair("", free(rng, "other"), Words(("امور مربوط",))))
    return Page(tuple(rows), _CARD, "own page")


def sub_service_page(rng: Random) -> Page:
    """A service with the main service that it is a part of."""
    family, fields = str(rng.randint(1076, 2656)), boxes(rng)
    main, own = (
        service_id(rng, family=family, part="000"),
        service_id(rng, family=family, part=f"1{rng.randint(0, 9):02}"),
    )
    parent = text("parent_service_title", f"خدمات {say(rng, 'domain_of')}")
    head = [
        ("parent_title", parent),
        ("parent_id", constant("parent_service_id", main)),
        ("sub_title", fields["title"]),
        ("sub_id", constant("service_id", own)),
    ]
    rows: list[Row] = [Pair(name, free(rng, name), box) for name, box in head]
    names = [name for name in _OWN[1:] if rng.random() < 0.6]
    rows += [maybe_empty(rng, Pair(name, free(rng, name), fields[name])) for name in names]
    return Page(tuple(rows), _CARD, "sub-service")


def takrim(rng: Random) -> Page:
    """The form of the 1380s: «دستگاه ارائه دهنده» is the parent."""
    fields = boxes(rng)
    labels = (
        ("executive_agency", "شرکت ارائه دهنده خدمت"),
        ("title", "نام خدمت"),
        ("description", "تعریف خدمت"),
        ("laws", "قوانین و مقررات مرتبط با خدمت"),
        ("average_duration", "زمان میانگین برای سرویس"),
        ("cost", "هزینه های مربوط به انجام خدمت"),
        ("documents", "مدارک مورد نیاز برای انجام خدمت"),
    )
    rows: list[Row] = [
        Line("اطلاعات مربوط به خدمت"),
        Pair("parent_agency", "دستگاه ارائه دهنده خدمت", fields["parent_agency"]),
    ]
    rows += [Pair(name, label, fields[name]) for name, label in labels]
    return Page(tuple(rows), _CARD | {"edition": "legacy"}, "1380s")


def channels(rng: Random) -> Page:
    """The form of channels and costs of 1392."""
    fields = boxes(rng)
    labels = (
        ("title", "عنوان خدمت"),
        ("service_id", "شناسه خدمت"),
        ("executive_agency", "نام دستگاه"),
        ("nature", "ماهیت"),
        ("description", "شرح خدمت"),
        ("audience", "خدمت گیرندگان"),
        ("", "کانال های کنونی ارائه خدمت"),
        ("level", "سطح ارائه خدمت"),
        ("service_type", "نوع خدمت"),
        ("average_duration", "متوسط مدت زمان ارائه خدمت"),
        ("cost", "هزینه مستقیم ارائه خدمت (ریال)"),
        ("price", "بهای تمام شده ارائه خدمت (درصورت وجود)(ریال)"),
        ("documents", "مدارک لازم برای انجام خدمت"),
    )
    own: dict[str, Box] = {"": Words(("حضوری، تلفنی",)), "price": Words(("2400000",)), **_written(fields)}
    rows = [maybe_empty(rng, Pair(name, label, own.get(name, fields.get(name, Words())))) for name, label in labels]
    return Page(tuple(rows), _CARD | {"edition": "legacy"}, "1392")


def _written(fields: Fields) -> dict[str, Box]:
    """Nobody ticks on this form: the chosen options are written."""
    return {name: written(box) for name, box in fields.items() if isinstance(box, Choice)}


def written(choice: Choice) -> Words:
    """The ticked options in words."""
    chosen = [phrase for value, phrase in choice.options if value in choice.ticked]
    return Words(("، ".join(chosen),), told=choice.answers())


def _said(rng: Random, name: str, fields: Fields) -> Pair:
    """Labels of the guide where it has them."""
    if rng.random() < 0.5 and name in _TABLE_1:
        return maybe_empty(rng, pair(rng, name, fields[name]))
    guide = {"service_hours": "ساعات ارائه خدمت", "faq": "پرسش و پاسخ", "forms": "فرم های قابل دانلود"}
    return maybe_empty(rng, Pair(name, guide.get(name) or free(rng, name), fields[name]))


def _head(rng: Random, fields: Fields) -> list[Row]:
    """The title with its label, or as the heading of the page."""
    return [Pair("title", free(rng, "title"), fields["title"])]


def _people(rng: Random) -> Pair:
    count = numbers.recipients(rng)
    if isinstance(count, Words):
        return Pair("recipients", free(rng, "recipients"), count)
    told = {"card.recipients.count": count[0].told["card.recipients.count"], "card.recipients.per": "year"}
    return Pair("recipients", free(rng, "recipients_year"), Words((f"{count[0].lines[0]} نفر",), told=told))
