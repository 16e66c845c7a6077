"""T: how long the service takes, from start to end."""

import re
from collections.abc import Iterator

from khedmat.cards.form import Document, Duration, Inquiry
from khedmat.cards.rules.quantities import HOURS, names_unit
from khedmat.cards.rules.reading import blank, card_of, doubtful, plain
from khedmat.cards.rules.rule import Breach, Rule, at
from khedmat.cards.vocabulary import label

FIELD = "card.average_duration"
_PER_VISIT = re.compile(r"\b(?:در|برای|هر) (?:هر )?(?:بار )?مراجعه\b|هر (?:نفر|جلسه|بار)\b")
_A_YEAR = {"day": 365, "month": 12, "season": 4, "year": 1}
_TWO_YEARS = 2 * HOURS["year"]


def _figures(duration: Duration) -> list[float]:
    return [figure for figure in (duration.value, duration.min, duration.max) if figure is not None]


def _without_unit(document: Document) -> Iterator[Breach]:
    duration = card_of(document).average_duration
    text = duration.text or ""
    bare_figure = bool(_figures(duration)) or bool(re.search(r"\d", text))
    if bare_figure and duration.unit is None and not names_unit(text) and not doubtful(document, "average_duration"):
        yield at(FIELD, said=text or _figures(duration))


def _per_visit(document: Document) -> Iterator[Breach]:
    duration = card_of(document).average_duration
    if duration.basis == "visit" or (duration.basis is None and _PER_VISIT.search(plain(duration.text or ""))):
        yield at(FIELD, said=duration.text or label("duration_basis", "visit"))


def _implausible(document: Document) -> Iterator[Breach]:
    """A service of over two years has over two yearly numbers of cases under way: somebody should confirm it."""
    card = card_of(document)
    duration = card.average_duration
    longest = max(_figures(duration), default=0.0) * HOURS[duration.unit or "minute"]
    if duration.unit and longest > _TWO_YEARS:
        yield at(FIELD, said=duration.text or f"{longest / HOURS['year']:g} سال", load=_load(document, longest))


def _load(document: Document, hours: float) -> str:
    recipients = card_of(document).recipients
    if not recipients.count or not recipients.per:
        return "شمار خدمت‌گیرندگان معلوم نیست"
    under_way = recipients.count * _A_YEAR[recipients.per] * hours / HOURS["year"]
    yearly = f"با {recipients.count:,} خدمت‌گیرنده در {label('period', recipients.per)}"
    return f"{yearly}، نزدیک {under_way:,.0f} پرونده هم‌زمان در جریان است".replace(",", "٬")


def _least_over_most(document: Document) -> Iterator[Breach]:
    duration = card_of(document).average_duration
    if duration.min is not None and duration.max is not None and duration.min > duration.max:
        yield at(FIELD, least=duration.min, most=duration.max)


def _inquiries_take_longer(document: Document) -> Iterator[Breach]:
    for path, declared, rows in _declared(document):
        asked = sum((row.duration.value or 0) * HOURS[row.duration.unit or "hour"] for row in rows)
        if declared and asked > declared:
            yield at(path, asked=_days(asked), declared=_days(declared), count=len(rows))


def _declared(document: Document) -> Iterator[tuple[str, float, list[Inquiry]]]:
    """(field, hours declared, its inquiries) of each permit row; of the card where the form has no permit."""
    for place, permit in enumerate(document.permits):
        mine = [row for row in document.inquiries if _belongs(row, permit.title, permit.action)]
        yield f"permits.{place}.duration", (permit.duration.value or 0) * HOURS[permit.duration.unit or "hour"], mine
    duration = card_of(document).average_duration
    if not document.permits and duration.unit:
        yield FIELD, max(_figures(duration), default=0.0) * HOURS[duration.unit], document.inquiries


def _belongs(row: Inquiry, title: str | None, action: str | None) -> bool:
    same_title = blank(row.permit) or plain(row.permit or "") == plain(title or "")
    return same_title and row.action in (None, action)


def _days(hours: float) -> str:
    return f"{hours / 24:g} روز" if hours >= 24 else f"{hours:g} ساعت"


RULES = (
    Rule(
        id="T01",
        severity="B",
        fields=(FIELD,),
        condition=_without_unit,
        message="مدت ارائه «%(said)s» نوشته شده ولی واحد آن (ساعت، روز، ماه) معلوم نیست.",
        fix="واحد زمان را بنویسید، مانند «۵ روز کاری».",
        example="مدت زمان: ۱۵",
    ),
    Rule(
        id="T02",
        severity="A",
        fields=(FIELD,),
        condition=_per_visit,
        message="مدت «%(said)s» زمان یک مراجعه است، نه زمان ارائهٔ کامل خدمت.",
        fix="از درخواست تا تحویل را بنویسید؛ زمان هر مراجعه را جداگانه در توضیح بیاورید.",
        example="حداقل یک ساعت در هر مراجعه",
    ),
    Rule(
        id="T03",
        severity="N",
        fields=(FIELD, "card.recipients"),
        condition=_implausible,
        message="مدت ارائه «%(said)s» بیش از دو سال است؛ %(load)s.",
        fix="درستی مدت و آمار را تأیید کنید؛ اگر آمار سالانه یا مدت یک مرحله است، همان را بنویسید.",
        example="۱۰۰ نفر در ماه · مدت: سه سال",
    ),
    Rule(
        id="T04",
        severity="B",
        fields=(FIELD,),
        condition=_least_over_most,
        message="کمترین مدت (%(least)s) از بیشترین مدت (%(most)s) بزرگ‌تر است.",
        fix="دو عدد را جابه‌جا یا درست کنید.",
        example="حداقل ۲۰ روز، حداکثر ۱۰ روز",
    ),
    Rule(
        id="T06",
        severity="A",
        fields=("permits.*.duration", FIELD, "inquiries"),
        kinds=("service_card", "permit_list"),
        condition=_inquiries_take_longer,
        message="جمع زمان %(count)s استعلام (%(asked)s) از مدت اعلام‌شده (%(declared)s) بیشتر است.",
        fix="مدت کل را اصلاح کنید، یا بنویسید کدام استعلام‌ها هم‌زمان انجام می‌شود.",
        example="مدت: ۱۰ روز · استعلام‌ها: ۷ و ۸ روز",
    ),
)
